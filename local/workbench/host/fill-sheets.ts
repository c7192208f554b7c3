import { textWidth } from '../../apps-script/text-width.ts'
import type { ColumnType, SheetTable } from '../../sheet-table.ts'
import type { Cell, Rect, WorkbookCall } from '../workbook.ts'

const formats: Partial<Record<ColumnType, string>> = { text: '@', money: '#,##0.00', date: 'yyyy-mm-dd' }

const NARROWEST_PX = 60
const WIDEST_PX = 260

/** Writes one table to each sheet of a workbook, in order, its header in bold and always in sight. */
export async function fillSheets(call: WorkbookCall, tables: SheetTable[]): Promise<void> {
  const { sheets } = await call('workbook', {})
  for (const [index, table] of tables.entries()) {
    const { id, maxRows } = sheets[index]!
    await fillSheet(call, id, maxRows, table)
    await fitColumns(call, id, table)
  }
}

async function fillSheet(call: WorkbookCall, sheetId: string, maxRows: number, table: SheetTable): Promise<void> {
  const { header, columns, rows } = table
  const first = header.length > 0 ? 2 : 1
  const missing = first + rows.length - 1 - maxRows
  if (missing > 0) await call('insertRows', { sheetId, before: maxRows + 1, rows: missing })
  if (header.length > 0) {
    const top: Rect = { sheetId, row: 1, column: 1, rows: 1, columns: header.length }
    await call('setValues', { ...top, values: [header.map(asText)] })
    await call('setStyle', { ...top, style: { bold: true } })
    await call('setFrozenRows', { sheetId, rows: 1 })
  }
  if (rows.length === 0) return
  const body: Rect = { sheetId, row: first, column: 1, rows: rows.length, columns: columns.length }
  for (const [index, type] of columns.entries()) {
    const numberFormat = formats[type]
    const column = { ...body, column: index + 1, columns: 1 }
    if (numberFormat !== undefined) await call('setStyle', { ...column, style: { numberFormat } })
  }
  const values = rows.map((row) => row.map((cell, index) => (columns[index] === 'formula' ? cell : asText(cell))))
  await call('setValues', { ...body, values })
}

/** Columns as wide as what stands in them, within limits. Those of a formula keep the usual width: it spills later. */
async function fitColumns(call: WorkbookCall, sheetId: string, { header, columns, rows }: SheetTable): Promise<void> {
  for (const [index, type] of columns.entries()) {
    if (type === 'formula') continue
    const texts = [header[index] ?? '', ...rows.map((row) => shownText(row[index] ?? ''))]
    const widest = texts.reduce((width, text) => Math.max(width, textWidth(text)), 0)
    const width = Math.min(Math.max(widest + 16, NARROWEST_PX), WIDEST_PX)
    await call('setColumnWidth', { sheetId, column: index + 1, columns: 1, width })
  }
}

function shownText(cell: Cell): string {
  return typeof cell === 'object' ? '2025-01-01' : String(cell)
}

/** A text that would be read as something else is marked as text, as by a person who types `'` before it. */
function asText(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=']/.test(cell) ? `'${cell}` : cell
}
