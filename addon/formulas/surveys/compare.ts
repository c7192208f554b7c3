import { InputError } from '../../../core/input-error.ts'
import { npsCounts } from '../../../core/satisfaction/nps-counts.ts'
import type { Comparison } from '../../../core/statistics/comparison.ts'
import { meanComparison } from '../../../core/statistics/mean-comparison.ts'
import { npsComparison } from '../../../core/statistics/nps-comparison.ts'
import { pairedComparison } from '../../../core/statistics/paired-comparison.ts'
import { type RateCount, rateComparison } from '../../../core/statistics/rate-comparison.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { choice, confidenceOption, flag } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { table } from '../results.ts'
import { anyAnswers, flagAnswers, numberAnswers, scaledAnswers } from './read-answers.ts'

/**
 * Tells whether a figure really changed between two sets of answers, or whether chance alone could do it.
 *
 * Example: =TS_COMPARE(B2:B, D2:D, "NPS")
 *
 * @param {range} before Range of the answers before. Blank cells are left out.
 * @param {range} after Range of the answers after; it may be longer or shorter.
 * @param {text} metric [optional] "NPS" (0 to 10, anything else is ignored), "CSAT" (1 to 5, the share of 4 and 5), "RATE" (0 and 1, or checkboxes), "MEAN" (any numbers). "NPS" if left out.
 * @param {number} confidence [optional] How sure the limits and the verdict are, 0.95 if left out.
 * @param {boolean} paired [optional] TRUE where each row of both ranges is one customer, for "MEAN" only. Rows with a blank are left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return before, after, change (points for NPS), low and high: the limits of the true change, p, verdict: Up or Down where the limits and p agree on it, else No clear change.
 * @customfunction
 */
export function TS_COMPARE(
  before: Argument,
  after: Argument,
  metric?: Argument,
  confidence?: Argument,
  paired?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_COMPARE', ({ messages }) => {
    const figure = choice('metric', metric, ['NPS', 'CSAT', 'RATE', 'MEAN'])
    const sureness = confidenceOption(confidence)
    const found = flag('paired', paired, false)
      ? comparedPairs(before, after, figure, sureness)
      : compared(before, after, figure, sureness)
    const { low, high, p, verdict } = found
    const row = [found.before, found.after, found.change, low, high, p, messages.changeVerdicts[verdict]]
    return table(messages.formulas.comparison, headers, [row])
  })
}

type Metric = 'NPS' | 'CSAT' | 'RATE' | 'MEAN'

function compared(before: Argument, after: Argument, metric: Metric, confidence: number): Comparison {
  if (metric === 'NPS') return npsComparison(npsOf('before', before), npsOf('after', after), confidence)
  if (metric === 'MEAN') return meanComparison(numbersOf('before', before), numbersOf('after', after), confidence)
  const count = metric === 'CSAT' ? satisfied : successes
  return rateComparison(count('before', before), count('after', after), confidence)
}

/** @throws InputError `pairedNeedsMean`, `noPairs`, and what the columns throw. */
function comparedPairs(before: Argument, after: Argument, metric: Metric, confidence: number): Comparison {
  if (metric !== 'MEAN') throw new InputError('pairedNeedsMean', undefined)
  const columns = { before: numberColumn('before', before), after: numberColumn('after', after) }
  const { values } = readRows(columns, { mayBeBlank: ['before', 'after'] })
  const isPair = (_: unknown, row: number) => values.before[row] !== undefined && values.after[row] !== undefined
  const was = values.before.filter(isPair) as number[]
  if (was.length === 0) throw new InputError('noPairs', undefined)
  return pairedComparison(was, values.after.filter(isPair) as number[], confidence)
}

function npsOf(argument: string, given: Argument) {
  const counts = npsCounts(anyAnswers(argument, given))
  if (counts.promoters + counts.passives + counts.detractors === 0) {
    throw new InputError('noAnswers', { argument, low: 0, high: 10 })
  }
  return counts
}

function numbersOf(argument: string, given: Argument): number[] {
  const numbers = numberAnswers(argument, given)
  if (numbers.length === 0) throw new InputError('argumentBlank', { argument })
  return numbers
}

function satisfied(argument: string, given: Argument): RateCount {
  const answers = scaledAnswers(argument, given, 1, 5)
  return { successes: answers.filter((answer) => answer >= 4).length, n: answers.length }
}

/** @throws InputError `notFlag`, `argumentBlank`. */
function successes(argument: string, given: Argument): RateCount {
  const answers = flagAnswers(argument, given)
  if (answers.length === 0) throw new InputError('argumentBlank', { argument })
  return { successes: answers.filter((answer) => answer === 1).length, n: answers.length }
}
