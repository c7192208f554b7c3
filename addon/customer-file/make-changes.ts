import { type ChangeSteps, changeSteps, type LeftChange } from '../../core/customer-file/change-steps.ts'
import { ownHeader } from '../../core/customer-file/customer-table.ts'
import type { FileChange } from '../../core/customer-file/file-change.ts'
import { InputError } from '../../core/input-error.ts'
import { isProgramField } from '../../core/tabs/program-fields.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import { type BoundTab, boundTab, headerOf } from '../sheet/tabs/bound-tab.ts'
import { ensuredTab } from '../sheet/tabs/ensured-tab.ts'
import { customerColumns, customerTable, fieldType, type TabColumn } from './customer-columns.ts'
import { appendCustomers, writeCustomerCells } from './write-customers.ts'

/** How many runs of rows one call removes: each is a call of its own to Sheets. */
const MOST_RUNS = 150

export type MadeChanges = { cells: number; added: number; removed: number; left: LeftChange[]; isDone: boolean }

/**
 * Makes changes to the customer tab in one read and one write for each run of neighbouring columns; what is made
 * already is passed over, and what a person changed since is left.
 *
 * @throws InputError `sheetMoved` where rows or columns changed places meanwhile.
 */
export function makeChanges(changes: readonly FileChange[]): MadeChanges {
  const tab = boundTab('customers', ensuredTab('customers').sheet)
  const columns = customerColumns(tab)
  const filled = new Set(
    columns.flatMap((column) => (column.computed || isProgramField(column.key) ? [column.key] : [])),
  )
  const steps = changeSteps(customerTable(tab, columns), changes, filled)
  const isWritable = ({ key }: { key: string }) => !columns.some((column) => column.key === key && column.computed)
  const cells = steps.cells.filter(isWritable)
  checkNoFormula(tab, columns, cells)
  const { wide, all } = withColumns(tab, columns, cells, steps.added)
  checkUnmoved(tab, wide)
  writeCustomerCells(wide, all, cells)
  appendCustomers(wide, all, steps.added)
  const runs = runsOf(steps.removed)
  for (const { first, count } of runs.slice(0, MOST_RUNS)) tab.sheet.deleteRows(first + 2, count)
  return {
    cells: cells.length,
    added: steps.added.length,
    removed: runs.slice(0, MOST_RUNS).reduce((sum, { count }) => sum + count, 0),
    left: steps.left,
    isDone: runs.length <= MOST_RUNS,
  }
}

function withColumns(tab: BoundTab, columns: TabColumn[], cells: ChangeSteps['cells'], added: ChangeSteps['added']) {
  const known = new Set(columns.map(({ key }) => key))
  const used = new Set([
    ...cells.map(({ key }) => key),
    ...added.flatMap((row) => Object.keys(row.cells)),
    'customerId',
  ])
  const missing = [...used].filter((key) => !known.has(key))
  const headers = Object.fromEntries(
    missing.flatMap((key) => {
      const header = ownHeader(key)
      return header === undefined ? [] : [[key, header]]
    }),
  )
  const wide = addColumns(tab, missing, headers)
  const news = missing.map((key) => ({
    ...{ key, type: fieldType(key), header: '', position: wide.at[key] as number, computed: false },
  }))
  return { wide, all: [...columns, ...news] }
}

function checkUnmoved(before: BoundTab, wide: BoundTab): void {
  const idAt = before.at.customerId
  const isSame = headerOf(wide.sheet).join('\n') === wide.header.join('\n')
  const now =
    idAt === undefined || before.rows.length === 0
      ? []
      : wide.sheet.getRange(2, idAt + 1, before.rows.length, 1).getValues()
  if (isSame && now.every(([id], row) => customerIdIn(id) === customerIdIn(before.rows[row]?.[idAt as number]))) return
  throw new InputError('sheetMoved', { sheet: before.name })
}

/** A column is written as a whole, and so would lose a formula that somebody put into one of its cells. */
function checkNoFormula(tab: BoundTab, columns: readonly TabColumn[], cells: ChangeSteps['cells']): void {
  const changed = new Set(cells.map(({ key }) => key))
  for (const { position, header } of columns.filter(({ key }) => changed.has(key))) {
    const formulas = tab.sheet.getRange(2, position + 1, tab.rows.length, 1).getFormulas()
    const row = formulas.findIndex(([formula]) => (formula ?? '') !== '')
    if (row >= 0) throw new InputError('formulaInTheWay', { column: header, row: row + 2 })
  }
}

/** Runs of neighbouring rows, the lowest first, so that removing one moves none of the others. */
function runsOf(rows: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = []
  for (const row of rows) {
    const run = runs[runs.length - 1]
    if (run && run.first + run.count === row) run.count++
    else runs.push({ first: row, count: 1 })
  }
  return runs.reverse()
}
