import { ces } from '../../../core/satisfaction/ces.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { choice } from '../reading/options.ts'
import { scaledAnswers } from './read-answers.ts'

/**
 * How easy customers found it, from answers to "They made it easy for me": higher is easier.
 *
 * Example: =TS_CES(B2:B)
 *
 * @param {range} scores Range of answers, from 1 for the hardest. Blank cells are left out.
 * @param {number} scale [optional] The easiest answer, 7 or 5. 7 if left out.
 * @param {text} mode [optional] "MEAN" is the mean answer, "SHARE" the share of 5 to 7 of 7, or of 4 and 5 of 5. "MEAN" if left out.
 * @return The mean, or the share as a decimal: 0.8 is 80 %.
 * @customfunction
 */
export function TS_CES(scores: Argument, scale?: Argument, mode?: Argument): Result {
  return inCell('TS_CES', () => {
    const highest = choice('scale', scale, ['7', '5']) === '7' ? 7 : 5
    const shown = choice('mode', mode, ['MEAN', 'SHARE'])
    return ces(scaledAnswers('scores', scores, 1, highest), highest, shown)
  })
}
