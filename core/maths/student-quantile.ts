import { studentTail } from './student-tail.ts'

/**
 * The value that Student's t stays below with probability `p`; 2.228 for 0.975 and 10 degrees of freedom.
 *
 * Bisection of the tail, to the last digits that the tail has.
 *
 * @param p Probability, 0 to 1.
 * @param degrees Degrees of freedom, above 0; need not be whole.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees)
  const tail = 2 * (1 - p)
  if (tail === 0) return Infinity
  let high = 1
  while (studentTail(high, degrees) > tail) high *= 2
  let low = high === 1 ? 0 : high / 2
  for (let i = 0; i < 100 && low < high; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (studentTail(middle, degrees) > tail) low = middle
    else high = middle
  }
  return high
}
