export type Moments = {
  n: number
  mean: number
  /** Sum of the squared distances from the mean. */
  squares: number
}

/** What means and deviations are made of; the mean of no values is NaN. */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i] as number
  const mean = sum / n
  let squares = 0
  for (let i = 0; i < n; i++) squares += ((values[i] as number) - mean) ** 2
  return { n, mean, squares }
}
