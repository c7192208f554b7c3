import { InputError } from '../../../core/input-error.ts'

/** More scores or tiers than anyone tells apart; far more would take all memory. */
const MOST = 1000

/** @throws InputError `notWithin` for more than 1000 scores or tiers. */
export function refuseManyBuckets(argument: string, count: number): void {
  if (count > MOST) throw new InputError('notWithin', { argument, text: String(count), low: 2, high: MOST })
}
