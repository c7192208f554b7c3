import type { ChangeSteps } from '../../core/customer-file/change-steps.ts'
import { idNumber } from '../../core/customer-file/id-number.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import { fieldFormat } from '../sheet/tabs/field-format.ts'
import { makeRows } from '../sheet/writing/make-rows.ts'
import { neighbours } from '../sheet/writing/neighbours.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { cellWriter } from './cell-writer.ts'
import type { TabColumn } from './customer-columns.ts'

/** Writes changed cells, whole columns of the rows from the first to the last that changed. */
export function writeCustomerCells(tab: BoundTab, columns: readonly TabColumn[], cells: ChangeSteps['cells']): void {
  if (cells.length === 0) return
  const at = new Map(columns.map((column) => [column.key, column]))
  const written = cellWriter(tab)
  const changed = new Map<number, TabColumn>()
  const rows = cells.map(({ row }) => row)
  const first = rows.reduce((least, row) => Math.min(least, row))
  const last = rows.reduce((most, row) => Math.max(most, row))
  const block = tab.rows.slice(first, last + 1).map((row) => [...row])
  for (const { row, key, value } of cells) {
    const column = at.get(key) as TabColumn
    changed.set(column.position, column)
    ;(block[row - first] as CellValue[])[column.position] = written(value, column)
  }
  for (const run of neighbours([...changed.values()])) {
    const from = (run[0] as TabColumn).position
    writeBlock(
      tab.sheet.getRange(first + 2, from + 1, block.length, run.length),
      block.map((row) => run.map(({ position }) => row[position] ?? '')),
      run.map(formatOf),
    )
  }
}

/** Appends customers under the last row, in one write. */
export function appendCustomers(tab: BoundTab, columns: readonly TabColumn[], added: ChangeSteps['added']): void {
  if (added.length === 0) return
  const { sheet } = tab
  const first = Math.max(1, sheet.getLastRow()) + 1
  makeRows(sheet, first + added.length - 1)
  const at = new Map(columns.map((column) => [column.position, column]))
  const isNumbered = fieldCells(tab, 'customerId').some((id) => typeof id === 'number')
  const written = cellWriter(tab)
  writeBlock(
    sheet.getRange(first, 1, added.length, tab.header.length),
    added.map(({ id, cells }) =>
      tab.header.map((_, position): CellValue => {
        const column = at.get(position)
        if (!column || column.computed) return ''
        return column.key === 'customerId' ? (isNumbered ? idNumber(id) : id) : written(cells[column.key] ?? '', column)
      }),
    ),
    tab.header.map((_, position) => {
      const column = at.get(position)
      const keepsFormat = column?.type === undefined || (isNumbered && column.key === 'customerId')
      return keepsFormat ? undefined : fieldFormat('customers', column.key)
    }),
  )
}

/** Text stays text; other columns keep the format that they have. */
function formatOf({ key, type }: TabColumn): string | undefined {
  return type === 'text' ? fieldFormat('customers', key) : undefined
}
