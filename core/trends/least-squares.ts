/** A straight line through points, and what a prediction needs of them. */
export type Line = {
  slope: number
  n: number
  meanX: number
  meanY: number
  /** Sum of the squared distances of x from its mean. */
  squaresX: number
}

/** The line that least squares lays through points; its slope is NaN where all x are equal. */
export function leastSquares(xs: readonly number[], ys: readonly number[]): Line {
  const n = xs.length
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n
  let squaresX = 0
  let products = 0
  for (let i = 0; i < n; i++) {
    const distance = (xs[i] as number) - meanX
    squaresX += distance * distance
    products += distance * ((ys[i] as number) - meanY)
  }
  return { slope: products / squaresX, n, meanX, meanY, squaresX }
}
