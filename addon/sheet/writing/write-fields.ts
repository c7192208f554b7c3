import { InputError } from '../../../core/input-error.ts'
import { customerIdIn } from '../reading/customer-id.ts'
import type { CellValue } from '../reading/table.ts'
import { addColumns } from '../tabs/add-columns.ts'
import { type BoundTab, headerOf } from '../tabs/bound-tab.ts'
import { fieldFormat } from '../tabs/field-format.ts'
import { markTab } from '../tabs/tab-marks.ts'
import { neighbours } from './neighbours.ts'
import { refuseFormulas } from './refuse-formulas.ts'
import { TEXT_FORMAT } from './safe-text.ts'
import { writeBlock } from './write-cells.ts'

/** What to write under a field's header: one value for each row that the tab was read with. */
export type FieldValues = { field: string; values: CellValue[]; header?: string }

/**
 * Writes whole columns of a tab that has an id for each row, one write for each run of neighbouring columns.
 *
 * Columns that are not there are added at the right. Rows that were sorted, added or removed since the tab was read
 * are followed by their id; rows that came since keep what they have.
 *
 * @param idField The field that tells rows apart.
 * @throws InputError `sheetMoved` where columns were moved, or rows without distinct ids, since the tab was read;
 * `formulaInTheWay`, before anything is written.
 */
export function writeFields(tab: BoundTab, columns: FieldValues[], idField = 'customerId'): void {
  if (tab.rows.length === 0 || columns.length === 0) return
  if (headerOf(tab.sheet).join('\n') !== tab.header.join('\n')) throw moved(tab)
  refuseFormulas(
    tab,
    columns.map(({ field }) => field),
  )
  const missing = columns.filter(({ field }) => tab.at[field] === undefined)
  const headers = Object.fromEntries(missing.flatMap(({ field, header }) => (header ? [[field, header]] : [])))
  markTab(tab.sheet, tab.kind)
  const { sheet, kind, at } = addColumns(
    tab,
    missing.map(({ field }) => field),
    headers,
  )
  const follow = rowFollower(tab, idField)
  const placed = columns.map(({ field, values }) => ({ field, values, position: at[field] as number }))
  for (const run of neighbours(placed)) {
    const first = run[0]?.position as number
    const range = sheet.getRange(2, first + 1, follow.rows, run.length)
    const before = follow.same ? undefined : (range.getValues() as CellValue[][])
    const values = Array.from({ length: follow.rows }, (_, row) =>
      run.map((column, index) => {
        const from = follow.from(row)
        return from === undefined ? (before?.[row]?.[index] ?? '') : (column.values[from] ?? '')
      }),
    )
    const added = new Set(missing.map(({ field }) => field))
    writeBlock(
      range,
      values,
      run.map(({ field }) => {
        const format = fieldFormat(kind, field)
        return format === TEXT_FORMAT || added.has(field) ? format : undefined
      }),
    )
  }
}

/** Which row, as the tab was read, stands in each row now. */
function rowFollower(tab: BoundTab, idField: string) {
  const position = tab.at[idField]
  const rows = Math.max(tab.rows.length, tab.sheet.getLastRow() - 1)
  if (position === undefined)
    return { rows: tab.rows.length, same: true, from: (row: number) => row as number | undefined }
  const before = tab.rows.map((row) => customerIdIn(row[position]))
  const now = tab.sheet
    .getRange(2, position + 1, rows, 1)
    .getValues()
    .map(([id]) => customerIdIn(id))
  const same = before.every((id, row) => now[row] === id)
  if (same) return { rows: tab.rows.length, same, from: (row: number) => row as number | undefined }
  const rowOf = new Map(before.flatMap((id, row) => (id === '' ? [] : [[id, row] as const])))
  if (rowOf.size !== before.filter((id) => id !== '').length) throw moved(tab)
  return { rows, same, from: (row: number) => rowOf.get(now[row] ?? '') }
}

function moved(tab: BoundTab): InputError {
  return new InputError('sheetMoved', { sheet: tab.name })
}
