import { InputError } from '../../../core/input-error.ts'
import { npsCounts } from '../../../core/satisfaction/nps-counts.ts'
import { npsGroup } from '../../../core/satisfaction/nps-group.ts'
import { npsStats } from '../../../core/satisfaction/nps-stats.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { readAnswers } from './read-answers.ts'

/**
 * Net promoter score of a range of answers from 0 to 10: the share of 9 and 10 less the share of 0 to 6, from -100 to 100.
 *
 * Example: =TS_NPS(B2:B)
 *
 * @param {range} scores Range of answers. Only whole numbers from 0 to 10 count.
 * @param {range} weights [optional] Range of the same size: how much each answer counts.
 * @return The score.
 * @customfunction
 */
export function TS_NPS(scores: Argument, weights?: Argument): Result {
  return inCell('TS_NPS', () => {
    const answers = readAnswers(scores, weights)
    const stats = npsStats(npsCounts(answers.scores, answers.weights))
    if (stats !== undefined) return stats.nps
    if (answers.scores.some(npsGroup)) throw new InputError('weightsAllZero', undefined)
    throw new InputError('noAnswers', { argument: 'scores', low: 0, high: 10 })
  })
}
