import { InputError } from '../../../core/input-error.ts'
import { csat, csatThreshold } from '../../../core/satisfaction/csat.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { within } from '../reading/number-checks.ts'
import { numberOption, wholeOption } from '../reading/options.ts'
import { scaledAnswers } from './read-answers.ts'

/**
 * Share of the answers that are satisfied: 4 and 5 of 5, 6 and 7 of 7, 8 to 10 of 10.
 *
 * Example: =TS_CSAT(B2:B)
 *
 * @param {range} scores Range of answers.
 * @param {number} threshold [optional] The least satisfied answer. 4 of 5, 6 of 7, 8 of 10 if left out.
 * @param {number} max [optional] The highest answer, 5 if left out.
 * @return The share as a decimal: 0.8 is 80 %.
 * @customfunction
 */
export function TS_CSAT(scores: Argument, threshold?: Argument, max?: Argument): Result {
  return inCell('TS_CSAT', () => {
    const high = wholeOption('max', max, 2) ?? 5
    const low = high === 10 ? 0 : 1
    const limit = numberOption('threshold', threshold, within(low, high)) ?? csatThreshold(high)
    if (limit === undefined) throw new InputError('noThreshold', { max: high })
    return csat(scaledAnswers('scores', scores, low, high), limit)
  })
}
