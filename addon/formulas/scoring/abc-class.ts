import { abcClasses } from '../../../core/scoring/abc-classes.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { atLeast, type NumberCheck, positive, within } from '../reading/number-checks.ts'
import { choice, numberOption } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * Classes customers or products A, B or C: A are the largest, which together make up most of the total.
 *
 * Example: =TS_ABC_CLASS(E2:E)
 *
 * @param {range} values Column of values, such as revenue, one per customer. Equal values share a class; 0 and less is C.
 * @param {number} a [optional] Share of the total up to which the largest are A, 0.8 if left out.
 * @param {number} b [optional] Share up to which the next are B, 0.95 (or a, if that is more) if left out.
 * @param {text} rule [optional] "START": A where the share of those before is below the limit, so that A is never empty. "END": where the share with it is at most the limit. "COUNT": by the number of rows instead of their values. "START" if left out.
 * @return The class beside each value.
 * @customfunction
 */
export function TS_ABC_CLASS(values: Argument, a?: Argument, b?: Argument, rule?: Argument): Result {
  return inCell('TS_ABC_CLASS', ({ messages }) => {
    const rows = readRows({ values: numberColumn('values', values) })
    const first = numberOption('a', a, isShare) ?? 0.8
    const second = numberOption('b', b, isShare) ?? Math.max(first, 0.95)
    atLeast(first)(second, { argument: 'b' })
    const way = choice('rule', rule, ['START', 'END', 'COUNT'])
    const classes = abcClasses(rows.values.values, { a: first, b: second, rule: way })
    return besideRows(rows, [messages.formulas.abcClass], (row) => [classes[row]])
  })
}

/** Above 0, at most 1. @throws InputError `notAbove`, `notWithin`. */
const isShare: NumberCheck = (share, place) => {
  positive(share, place)
  within(0, 1)(share, place)
}
