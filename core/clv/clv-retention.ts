/**
 * The present value of a margin that a customer brings each period while it stays.
 *
 * The sum of margin x (retention / (1 + discount))^k: over k from 0 where the first margin comes now for certain, else
 * over k from 1, at the end of the first period.
 *
 * @param retention Chance to stay from one period to the next, 0 to 1.
 * @param discount Rate per period, 0 or more.
 * @param periods How many margins are counted; Infinity for all.
 * @returns Infinity where the sum has no end: all margins, retention 1 and discount 0.
 * @see Gupta and Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17.
 */
export function clvRetention(
  margin: number,
  retention: number,
  discount: number,
  periods = Infinity,
  includeFirst = true,
): number {
  const ratio = retention / (1 + discount)
  const first = includeFirst ? margin : margin * ratio
  if (retention === 1 + discount) return first * periods
  // 1 - ratio^periods over 1 - ratio, without the loss of digits where the ratio is near 1.
  const lost = (1 + discount - retention) / (1 + discount)
  return (first * -Math.expm1(periods * Math.log1p(-lost))) / lost
}
