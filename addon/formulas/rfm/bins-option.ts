import { InputError } from '../../../core/input-error.ts'
import type { RfmBins } from '../../../core/rfm/rfm-scores.ts'
import type { Argument } from '../reading/cell.ts'
import { numberList } from '../reading/lists.ts'
import { wholeFrom } from '../reading/number-checks.ts'
import { MOST_BUCKETS } from '../scoring/most-buckets.ts'

/**
 * One number of bins for R, F and M, or three; 5 by default.
 *
 * @throws InputError `notOneOrThree`, and for less than 2 or over 1000.
 */
export function binsOption(given: Argument): RfmBins {
  const bins = numberList('bins', given) ?? [5]
  if (bins.length !== 1 && bins.length !== 3) {
    throw new InputError('notOneOrThree', { argument: 'bins', count: bins.length })
  }
  for (const count of bins) wholeFrom(2, MOST_BUCKETS)(count, { argument: 'bins' })
  const [r, f, m] = bins as [number, number?, number?]
  return [r, f ?? r, m ?? r]
}
