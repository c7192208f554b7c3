/**
 * The lower triangle L with L times its transpose equal to `matrix`; undefined where that is not positive definite.
 *
 * @param matrix Symmetric; only its lower triangle is read.
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower: number[][] = []
  for (const [i, given] of matrix.entries()) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      let rest = given[j] as number
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * ((j === i ? row : lower[j])?.[k] as number)
      if (j < i) row.push(rest / (lower[j]?.[j] as number))
      else if (rest > 0) row.push(Math.sqrt(rest))
      else return undefined
    }
    lower.push(row)
  }
  return lower
}

/** The x with L times its transpose times x equal to `right`. */
export function choleskySolution(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right]
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (lower[i]?.[k] as number) * (x[k] as number)
    x[i] = (x[i] as number) / (lower[i]?.[i] as number)
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] = (x[i] as number) - (lower[k]?.[i] as number) * (x[k] as number)
    x[i] = (x[i] as number) / (lower[i]?.[i] as number)
  }
  return x
}
