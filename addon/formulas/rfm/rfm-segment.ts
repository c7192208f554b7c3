import { InputError } from '../../../core/input-error.ts'
import { rfmSegments } from '../../../core/rfm/rfm-segments.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { type Column, numberColumn } from '../reading/column.ts'
import { wholeFrom } from '../reading/number-checks.ts'
import { readRows } from '../reading/rows.ts'
import { filledRows } from '../reading/table.ts'
import { besideRows } from '../results.ts'
import { binsOption } from './bins-option.ts'
import { segmentationOption } from './segmentation-option.ts'

/**
 * Names the segment of each row of R, F and M scores.
 *
 * Example: =TS_RFM_SEGMENT(B2:B, C2:C)
 *
 * @param {range} R Column of recency scores, the most recent highest.
 * @param {range} F Column of frequency scores.
 * @param {range} M [optional] Column of monetary scores. "GRID" does without them.
 * @param {text} rules [optional] "GRID", "RFM10", "CLASSIC", or a range of name, R low, R high, F low, F high, M low, M high, for scores brought to 1 to 5. "GRID" if left out.
 * @param {number} bins [optional] The highest score, 5 if left out. {5,3,4} for R, F and M apart.
 * @return The segment beside each row.
 * @customfunction
 */
export function TS_RFM_SEGMENT(R: Argument, F: Argument, M?: Argument, rules?: Argument, bins?: Argument): Result {
  return inCell('TS_RFM_SEGMENT', (context) => {
    const most = binsOption(bins)
    const segmentation = segmentationOption(context, rules)
    if (segmentation.by === 'means') throw new InputError('rulesNeedValues', undefined)
    if (!isGiven(M) && segmentation.rules.some((rule) => rule.m)) throw new InputError('rulesNeedMonetary', undefined)
    const rows = readRows({
      r: scoreColumn('R', R, most[0]),
      f: scoreColumn('F', F, most[1]),
      m: isGiven(M) ? scoreColumn('M', M, most[2]) : undefined,
    })
    const { table, placeOf } = filledRows(rows)
    const segments = rfmSegments(table, segmentation.rules, segmentation.others, most)
    return besideRows(rows, [context.messages.formulas.segment], (row) => [segments[placeOf(row)]])
  })
}

function scoreColumn(argument: string, given: Argument, most: number): Column<number> {
  return numberColumn(argument, given, wholeFrom(1, most))
}
