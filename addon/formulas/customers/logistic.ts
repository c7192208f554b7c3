import { logisticFit } from '../../../core/customers/logistic-fit.ts'
import { logisticProbability } from '../../../core/customers/logistic-probability.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import type { Column } from '../reading/column.ts'
import { notNegative } from '../reading/number-checks.ts'
import { numberOption } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { readTable } from '../reading/table.ts'
import { besideRows } from '../results.ts'
import { featureColumns } from './feature-columns.ts'
import { flagColumn } from './flag-column.ts'

/**
 * How likely each customer is to say yes or to leave, learnt from customers of whom you know it.
 *
 * Example: =TS_LOGISTIC(A2:C200, D2:D200, A201:C220)
 *
 * @param {range} features What you know of each customer: one row each, columns of numbers, or TRUE and FALSE. Every row is filled in or blank.
 * @param {range} labels What happened: 1 or TRUE, 0 or FALSE, one for each row of features.
 * @param {range} new_features The customers to judge: the same columns in the same order.
 * @param {number} lambda [optional] How strongly to hold the weights of the features, on one scale, near 0 (ridge), 1 if left out. 0 is plain maximum likelihood.
 * @return The probability of 1 for each row of new_features, as a decimal.
 * @customfunction
 */
export function TS_LOGISTIC(features: Argument, labels: Argument, new_features: Argument, lambda?: Argument): Result {
  return inCell('TS_LOGISTIC', ({ messages }) => {
    const known = featureColumns('features', features)
    const asked = featureColumns('new_features', new_features)
    if (known.length !== asked.length) {
      throw new InputError('featuresDiffer', { columns: known.length, newColumns: asked.length })
    }
    const penalty = numberOption('lambda', lambda, notNegative) ?? 1
    const { labels: outcomes = [], ...learnt } = readTable<Record<string, Column<number>>>({
      ...named(known),
      labels: flagColumn('labels', labels),
    })
    if (outcomes.length === 0) throw new InputError('argumentBlank', { argument: 'labels' })
    const model = logisticFit(Object.values(learnt), outcomes, penalty)
    const rows = readRows(named(asked))
    const columns = Object.values(rows.values)
    return besideRows(rows, [messages.formulas.probability], (row) => {
      const values = columns.flatMap((column) => column[row] ?? [])
      return values.length === 0 ? undefined : [logisticProbability(model, values)]
    })
  })
}

/** Columns by names that keep their order. */
function named(columns: readonly Column<number>[]): Record<string, Column<number>> {
  return Object.fromEntries(columns.map((column, i) => [`feature ${i}`, column]))
}
