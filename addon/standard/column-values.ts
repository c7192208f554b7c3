import { InputError } from '../../core/input-error.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank, isDate } from '../formulas/reading/cell.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'

/** Where a column indicator of the customer tab stands: `field:satisfaction` wherever it was moved, `column:Visits` by its header. */
export function columnAt({ header, at }: Pick<BoundTab, 'header' | 'at'>, key: string): number | undefined {
  const [source, name = ''] = key.split(/:(.*)/s)
  const position = source === 'field' ? at[name] : source === 'column' ? header.indexOf(name) : undefined
  return position === -1 ? undefined : position
}

/** The numbers, or days of dates, in a column of the customer tab; undefined where a cell is blank. @throws InputError `notNumber`. */
export function columnValues(tab: BoundTab, position: number, context: CellContext): (number | undefined)[] {
  return tab.rows.map((row, index) => {
    const cell = row[position]
    if (isBlank(cell)) return undefined
    if (typeof cell === 'number') return cell
    if (isDate(cell)) return context.zone.dayOf(cell.getTime())
    const argument = `${tab.name}, ${tab.header[position]}`
    throw new InputError('notNumber', { text: String(cell), argument, row: index + 2 })
  })
}

/** Whether a column holds numbers alone, or dates alone; undefined where it holds neither, or nothing. */
export function columnKind(tab: BoundTab, position: number): 'number' | 'date' | undefined {
  let kind: 'number' | 'date' | undefined
  for (const row of tab.rows) {
    const cell: CellValue = row[position] ?? ''
    if (isBlank(cell)) continue
    const own = typeof cell === 'number' ? 'number' : isDate(cell) ? 'date' : undefined
    if (own === undefined || (kind !== undefined && kind !== own)) return undefined
    kind = own
  }
  return kind
}
