import { tellsOfPerson } from '../../core/customer-file/tells-of-person.ts'
import { InputError } from '../../core/input-error.ts'
import { forgetApart } from '../customer-file/apart-customers.ts'
import { forgetMerges } from '../customer-file/file-actions.ts'
import { isDate } from '../formulas/reading/cell.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { makeRows } from '../sheet/writing/make-rows.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { connection } from '../workspace/connection.ts'
import { dropErasure, type Erasure, keepErasure, keptErasure } from './kept-erasure.ts'
import { person } from './person.ts'
import { isStill, type PersonTab, personTabKinds, personTabs, type RowsOfPerson, rowsOfPerson } from './person-tabs.ts'
import { keptOf } from './stored-of-person.ts'

/** How far an erasure is, and the rows that this call removed or left without a name. */
export type ErasedPage = { done: number; total: number; next: number | null; removed: number; anonymous: number }

type Run = { first: number; count: number }

/** One call removes or changes so many runs of rows: each takes several calls to Sheets. */
const MOST_RUNS = 60

/**
 * Keeps that a person is to be erased, before anything is; one that was begun for them goes on as it was.
 *
 * @param withOrders Whether orders and opportunities are removed too, instead of kept without the person.
 * @throws InputError `customerGone`, `erasureOpen`, `formulaInTheWay`; Refusal for whoever is no administrator.
 */
export function beginErasure(id: string, withOrders: boolean): void {
  oneAtATime(() => {
    const open = keptErasure()
    if (open && open.id !== id) throw new InputError('erasureOpen', { customer: open.name || open.id })
    if (open) return
    const who = person(id)
    keptOf([id])
    for (const kind of personTabKinds) {
      const found = isKept(kind, withOrders) ? rowsOfPerson(kind, who) : undefined
      if (found && found.rows.length > 0) refuseFormulas(found.tab, [idField(kind)])
    }
    const alias = userMessages().privacy.alias(Utilities.getUuid().slice(0, 8))
    keepErasure({ ...who, alias, withOrders, done: 0 })
  })
}

/**
 * Does the next step of the erasure that was begun: tab by tab, then in the backend, id by id, when no sync can bring the
 * person back any more. Safe to send again, also after a kill; what is done is not done twice.
 *
 * @throws InputError `sheetMoved` where rows change places meanwhile: nothing of others is touched, and it can go on.
 */
export function eraseNext(): ErasedPage {
  return oneAtATime(() => {
    const erasure = keptErasure()
    if (!erasure) return { done: 0, total: 0, next: null, removed: 0, anonymous: 0 }
    const connected = connection()
    const total = personTabKinds.length + (connected ? erasure.ids.length : 0)
    const kind = personTabKinds[erasure.done]
    const customerId = erasure.ids[erasure.done - personTabKinds.length]
    let made = { removed: 0, anonymous: 0, isDone: true }
    if (kind) made = erasedIn(kind, erasure)
    else if (connected && customerId !== undefined) {
      const path = `/v1/workspaces/${connected.workspaceId}/customers/erase`
      callApi({ method: 'post', path, body: { customerId }, operationId: Utilities.getUuid() })
    }
    const done = erasure.done + (made.isDone ? 1 : 0)
    if (done < total) keepErasure({ ...erasure, done })
    else forget(erasure)
    const { removed, anonymous } = made
    return { done, total, next: done < total ? done : null, removed, anonymous }
  })
}

function forget({ ids }: Erasure): void {
  forgetApart(ids)
  forgetMerges(ids)
  dropErasure()
}

function isKept(kind: PersonTab, withOrders: boolean): boolean {
  return personTabs[kind] === 'anonymous' && !(withOrders && kind !== 'goals')
}

function idField(kind: PersonTab): string {
  return kind === 'goals' ? 'subject' : 'customerId'
}

function erasedIn(kind: PersonTab, erasure: Erasure) {
  const found = rowsOfPerson(kind, erasure)
  if (!found) return { removed: 0, anonymous: 0, isDone: true }
  const runs = runsOf(found.rows)
  const these = runs.slice(-MOST_RUNS)
  const count = these.reduce((sum, run) => sum + run.count, 0)
  const isDone = these.length === runs.length
  if (isKept(kind, erasure.withOrders)) {
    refuseFormulas(found.tab, [idField(kind)])
    for (const run of these) makeAnonymous(found, run, erasure)
    return { removed: 0, anonymous: count, isDone }
  }
  // The lowest first, so that removing one moves none of the others.
  for (const run of these.reverse()) removeRows(found, run, erasure)
  return { removed: count, anonymous: 0, isDone }
}

function removeRows(found: RowsOfPerson, run: Run, erasure: Erasure): void {
  const { sheet } = found.tab
  checkUnmoved(found, run, erasure)
  // Sheets does not remove the last row that is not frozen.
  if (run.count >= sheet.getMaxRows() - 1) makeRows(sheet, sheet.getMaxRows() + 1)
  sheet.deleteRows(run.first, run.count)
}

/** Puts the alias where the person is named, and into every other text of theirs that is no formula. */
function makeAnonymous(found: RowsOfPerson, run: Run, erasure: Erasure): void {
  const { tab, position } = found
  const tells = tellsOfPerson(erasure.words)
  const range = tab.sheet.getRange(run.first, 1, run.count, tab.header.length)
  const [values, formulas] = [range.getValues() as CellValue[][], range.getFormulas()]
  checkUnmoved(found, run, erasure)
  values.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (column === position || formulas[at]?.[column] || isDate(cell) || !tells(String(cell))) return
      writeBlock(tab.sheet.getRange(run.first + at, column + 1, 1, 1), [[erasure.alias]], [TEXT_FORMAT])
    })
  })
  // Last: until then the rows are found again.
  const ids = Array.from({ length: run.count }, () => [erasure.alias])
  writeBlock(tab.sheet.getRange(run.first, position + 1, run.count, 1), ids, [TEXT_FORMAT])
}

function checkUnmoved(found: RowsOfPerson, { first, count }: Run, { called }: Erasure): void {
  if (!isStill(found, first, count, called)) throw new InputError('sheetMoved', { sheet: found.tab.name })
}

/** Runs of neighbouring rows, top to bottom. */
function runsOf(rows: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const row of rows) {
    const run = runs[runs.length - 1]
    if (run && run.first + run.count === row) run.count++
    else runs.push({ first: row, count: 1 })
  }
  return runs
}
