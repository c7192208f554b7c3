import { InputError } from '../../../core/input-error.ts'
import { npsCounts } from '../../../core/satisfaction/nps-counts.ts'
import { npsStats } from '../../../core/satisfaction/nps-stats.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { choice, confidenceOption } from '../reading/options.ts'
import { table } from '../results.ts'
import { readAnswers } from './read-answers.ts'

/**
 * Net promoter score with the number of answers, the limits that the true score lies between, and what was ignored.
 *
 * Example: =TS_NPS_STATS(B2:B)
 *
 * @param {range} scores Range of answers from 0 to 10. Anything else is ignored and counted.
 * @param {number} confidence [optional] How sure the limits are, 0.95 if left out.
 * @param {text} method [optional] "ADJUSTED" is sound for few answers too, "WALD" is the textbook form. "ADJUSTED" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return n, promoters, passives, detractors, NPS, standard error, low, high, ignored.
 * @customfunction
 */
export function TS_NPS_STATS(scores: Argument, confidence?: Argument, method?: Argument, headers?: Argument): Result {
  return inCell('TS_NPS_STATS', ({ messages }) => {
    const { ignored, ...counts } = npsCounts(readAnswers(scores).scores)
    const stats = npsStats(counts, confidenceOption(confidence), choice('method', method, ['ADJUSTED', 'WALD']))
    if (stats === undefined) throw new InputError('noAnswers', { argument: 'scores', low: 0, high: 10 })
    const { n, promoters, passives, detractors, nps, standardError, low, high } = stats
    const row = [n, promoters, passives, detractors, nps, standardError, low, high, ignored]
    return table(messages.formulas.npsStats, headers, [row])
  })
}
