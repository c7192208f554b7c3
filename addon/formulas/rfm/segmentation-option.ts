import { InputError } from '../../../core/input-error.ts'
import type { Segmentation } from '../../../core/rfm/rfm.ts'
import { type RfmRule, type RfmRuleSet, rfmRules, type ScoreRange } from '../../../core/rfm/rfm-rules.ts'
import type { CellContext } from '../cell-context.ts'
import { type Argument, type Cell, cellText, isBlank, isRange } from '../reading/cell.ts'
import { isNumberHeading } from '../reading/heading.ts'
import { readNumber } from '../reading/number.ts'
import { atLeast } from '../reading/number-checks.ts'
import { choice } from '../reading/options.ts'

/**
 * The rules named, with their segments in the spreadsheet's language, or those in a range.
 *
 * @throws InputError `notChoice`, `rulesColumns`, `cellBlank`, `notNumber`, `notAtLeast`.
 */
export function segmentationOption(context: CellContext, given: Argument): Segmentation<string> {
  const names = context.messages.segments
  if (isRange(given) && given.length * (given[0]?.length ?? 0) > 1) {
    return { by: 'scores', rules: ruleTable(given), others: names.others }
  }
  const set = choice<RfmRuleSet | 'RFM8'>('rules', given, ['GRID', 'RFM10', 'CLASSIC', 'RFM8'])
  if (set === 'RFM8') return { by: 'means', names }
  const rules = rfmRules[set].map((rule) => ({ ...rule, name: names[rule.name] }))
  return { by: 'scores', rules, others: names.others }
}

/** Rows of name, R low, R high, F low, F high and, where given, M low, M high; a heading and blank rows are skipped. */
function ruleTable(rows: readonly (readonly Cell[])[]): RfmRule[] {
  const columns = rows[0]?.length ?? 0
  if (columns !== 5 && columns !== 7) throw new InputError('rulesColumns', { columns })
  const rules: RfmRule[] = []
  rows.forEach((cells, i) => {
    if (cells.every(isBlank) || (i === 0 && cells.slice(1).every((cell) => isNumberHeading(cell)))) return
    const row = i + 1
    if (isBlank(cells[0])) throw new InputError('cellBlank', { argument: 'rules', row })
    const name = cellText(cells[0])
    const range = (from: number) => scoreRange(cells[from], cells[from + 1], row)
    rules.push(columns === 5 ? { name, r: range(1), f: range(3) } : { name, r: range(1), f: range(3), m: range(5) })
  })
  if (rules.length === 0) throw new InputError('argumentBlank', { argument: 'rules' })
  return rules
}

function scoreRange(low: Cell, high: Cell, row: number): ScoreRange {
  if (isBlank(low) || isBlank(high)) throw new InputError('cellBlank', { argument: 'rules', row })
  const place = { argument: 'rules', row }
  const [from, to] = [readNumber(low, place), readNumber(high, place)]
  atLeast(from)(to, place)
  return [from, to]
}
