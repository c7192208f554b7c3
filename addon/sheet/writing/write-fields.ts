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

/** How often rows may change places while they are written. */
const MOST_TRIES = 3

/**
 * Writes whole columns of a tab that has an id for each row, one write for each run of neighbouring columns.
 *
 * Columns that are not there are added at the right. Rows that were sorted, added or removed since the tab was read
 * are followed by their id, also where that happens in the moment of writing: who stands where is looked at before and
 * after it. Rows that came since keep what they have.
 *
 * @param idFields The fields that together tell rows apart.
 * @throws InputError `sheetMoved` where columns were moved, or rows without distinct ids, since the tab was read;
 * `formulaInTheWay`, before anything is written.
 */
export function writeFields(tab: BoundTab, columns: FieldValues[], idFields: readonly string[] = ['customerId']): void {
  if (tab.rows.length === 0 || columns.length === 0) return
  if (headerOf(tab.sheet).join('\n') !== tab.header.join('\n')) throw moved(tab)
  refuseFormulas(
    tab,
    columns.map(({ field }) => field),
  )
  const missing = columns.filter(({ field }) => tab.at[field] === undefined)
  const headers = Object.fromEntries(missing.flatMap(({ field, header }) => (header ? [[field, header]] : [])))
  markTab(tab.sheet, tab.kind)
  const { at } = addColumns(
    tab,
    missing.map(({ field }) => field),
    headers,
  )
  const placed = columns.map((column) => ({ ...column, position: at[column.field] as number }))
  const added = new Set(missing.map(({ field }) => field))
  const keys = rowKeys(tab, idFields)
  let now = keys.now()
  for (let tries = 1; ; tries++) {
    writePlaced(tab, placed, added, rowFollower(tab, keys.before, now))
    const after = keys.now()
    if (after.join('\n') === now.join('\n')) return
    if (tries === MOST_TRIES) throw moved(tab)
    now = after
  }
}

type Placed = FieldValues & { position: number }

function writePlaced(tab: BoundTab, columns: Placed[], added: ReadonlySet<string>, follow: RowFollower): void {
  for (const run of neighbours(columns)) {
    const range = tab.sheet.getRange(2, (run[0]?.position as number) + 1, follow.rows, run.length)
    const before = follow.same ? undefined : (range.getValues() as CellValue[][])
    const values = Array.from({ length: follow.rows }, (_, row) =>
      run.map((column, index) => {
        const from = follow.from(row)
        return from === undefined ? (before?.[row]?.[index] ?? '') : (column.values[from] ?? '')
      }),
    )
    writeBlock(
      range,
      values,
      run.map(({ field }) => {
        const format = fieldFormat(tab.kind, field)
        return format === TEXT_FORMAT || added.has(field) ? format : undefined
      }),
    )
  }
}

/** What tells rows apart, as the tab was read and as it stands now; [] where there is nothing. */
function rowKeys(tab: BoundTab, idFields: readonly string[]) {
  const positions = idFields.flatMap((field) => tab.at[field] ?? [])
  const [first, last] = [Math.min(...positions), Math.max(...positions)]
  const keyOf = (row: readonly CellValue[], from: number) => {
    const parts = positions.map((position) => customerIdIn(row[position - from]))
    return parts.length === 1 ? (parts[0] as string) : parts.some(Boolean) ? JSON.stringify(parts) : ''
  }
  return {
    before: positions.length === 0 ? [] : tab.rows.map((row) => keyOf(row, 0)),
    now: (): string[] => {
      const rows = Math.max(tab.rows.length, tab.sheet.getLastRow() - 1)
      if (positions.length === 0) return []
      const read = tab.sheet.getRange(2, first + 1, rows, last - first + 1).getValues() as CellValue[][]
      return read.map((row) => keyOf(row, first))
    },
  }
}

/** Which row, as the tab was read, stands in each row now. */
type RowFollower = { rows: number; same: boolean; from: (row: number) => number | undefined }

function rowFollower(tab: BoundTab, before: readonly string[], now: readonly string[]): RowFollower {
  const same = before.every((id, row) => now[row] === id)
  if (same) return { rows: tab.rows.length, same, from: (row) => row }
  const rowOf = new Map(before.flatMap((id, row) => (id === '' ? [] : [[id, row] as const])))
  if (rowOf.size !== before.filter((id) => id !== '').length) throw moved(tab)
  return { rows: now.length, same, from: (row) => rowOf.get(now[row] ?? '') }
}

function moved(tab: BoundTab): InputError {
  return new InputError('sheetMoved', { sheet: tab.name })
}
