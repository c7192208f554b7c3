/** The smallest of some times that at least this share of them does not pass. */
export function quantile(times: number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] as number
}
