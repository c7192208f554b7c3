import type { CustomerFacts } from '../../core/customer-page/customer-facts.ts'
import { InputError } from '../../core/input-error.ts'
import { mergedIds } from '../customer-file/merged-ids.ts'
import { dayCell } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { TabHeader } from '../sheet/tabs/bound-tab.ts'
import { neighbours } from '../sheet/writing/neighbours.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { type FactColumn, factTab, readyFactColumns } from './fact-columns.ts'
import { dropFactsCursor, type FactsCursor, factsCursor, keepFactsCursor, whoIn } from './facts-cursor.ts'

/** How far the update got, and what all its pages found; `next` is null after the last page. */
export type FactsPage = { done: number; total: number; next: number | null; answered: number; withComplaints: number }

type Facts = CustomerFacts & { id: string }

const PAGE = 500
/** How often rows may change places while a page is written. */
const MOST_TRIES = 3
/** Under so many ids that were merged into a customer's the workspace looks. */
const MOST_MERGED = 20
const NOTHING = { done: 0, who: 0, answered: 0, withComplaints: 0 }

/**
 * Writes what surveys and the complaint desk know of one page of customers into the customer tab. Safe to send again.
 *
 * What came in under an id that was merged into a customer's is theirs. What was never asked is left blank, or as it is in a column that the team had filled. Who stands in which row is
 * looked at right before the page is written and right after it, and after the last page whether every customer had a
 * turn: rows that were sorted between two pages may have been passed over.
 *
 * @param from The page's first row, 0 being the one under the header; 0 also goes on where an update was cut short.
 * @throws InputError `notConnected`, `missingTab`, `missingColumn`, `columnTaken` where nobody agreed to what facts would
 * overwrite, `formulaInTheWay`, `sheetMoved`, `busyNow`, `backendAway`.
 */
export function updateCustomerFacts(from: number): FactsPage {
  const { workspaceId } = requiredConnection()
  return oneAtATime(() => {
    if (from === 0) readyFactColumns()
    const { tab, columns } = factTab()
    const begun = begunAt(tab, from)
    const total = Math.max(0, tab.sheet.getLastRow() - 1)
    const rows = Math.max(0, Math.min(PAGE, total - begun.done))
    const { ids, facts } = writtenPage({ workspaceId, tab, columns, from: begun.done, rows })
    const told = ids.flatMap((id) => facts.get(id) ?? [])
    const next = {
      done: begun.done + rows,
      who: (begun.who + whoIn(ids)) | 0,
      answered: begun.answered + told.filter(({ lastAnswer }) => lastAnswer !== undefined).length,
      withComplaints: begun.withComplaints + told.filter(({ complaints }) => complaints > 0).length,
    }
    const { done, answered, withComplaints } = next
    if (done < total) {
      keepFactsCursor({ ...next, at: new Date().toISOString() })
      return { done, total, next: done, answered, withComplaints }
    }
    dropFactsCursor()
    if (total > 0 && whoIn(idsAt(tab, 0, total)) !== next.who) throw new InputError('sheetMoved', { sheet: tab.name })
    return { done, total, next: null, answered, withComplaints }
  })
}

/** Where this page begins: after a kill where the last one ended, if the same customers still stand before it. */
function begunAt(tab: TabHeader, from: number): Omit<FactsCursor, 'at'> {
  const cursor = factsCursor()
  if (!cursor || (from !== 0 && from !== cursor.done)) return { ...NOTHING, done: from }
  const isSameBefore = from !== 0 || whoIn(idsAt(tab, 0, cursor.done)) === cursor.who
  return isSameBefore ? cursor : { ...NOTHING, done: from }
}

type FactsRows = { workspaceId: string; tab: TabHeader; columns: FactColumn[]; from: number; rows: number }

/** Writes one page; where rows change places in the moment of it, who stands there now is written over it. */
function writtenPage({ workspaceId, tab, columns, from, rows }: FactsRows) {
  let ids = rows > 0 ? idsAt(tab, from, rows) : []
  const mergedOf = mergedIds()
  for (let tries = 0; rows > 0 && tries < MOST_TRIES; tries++) {
    const facts = factsOf(workspaceId, ids, mergedOf)
    const now = idsAt(tab, from, rows)
    if (isSame(now, ids)) {
      writeFacts(tab, columns, from, ids, facts)
      if (isSame(idsAt(tab, from, rows), ids)) return { ids, facts }
    }
    ids = idsAt(tab, from, rows)
  }
  if (rows > 0) throw new InputError('sheetMoved', { sheet: tab.name })
  return { ids, facts: new Map<string, Facts>() }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n')
}

function writeFacts(
  { sheet }: TabHeader,
  columns: readonly FactColumn[],
  from: number,
  ids: readonly string[],
  facts: ReadonlyMap<string, Facts>,
): void {
  for (const run of neighbours(columns)) {
    const range = sheet.getRange(from + 2, (run[0]?.position as number) + 1, ids.length, run.length)
    const before = run.every(({ isOwn }) => isOwn) ? undefined : (range.getValues() as CellValue[][])
    writeBlock(
      range,
      ids.map((id, row) => run.map((column, at) => factCell(facts.get(id), column, before?.[row]?.[at] ?? ''))),
      run.map(() => undefined),
    )
  }
}

function idsAt({ sheet, at }: TabHeader, from: number, rows: number): string[] {
  const column = sheet.getRange(from + 2, (at.customerId as number) + 1, rows, 1)
  return column.getValues().map(([id]) => customerIdIn(id))
}

function factsOf(workspaceId: string, rows: readonly string[], mergedOf: (id: string) => string[]): Map<string, Facts> {
  const ids = [...new Set(rows)].filter(isKnowable)
  if (ids.length === 0) return new Map()
  const groups = ids.map((id) => [id, mergedOf(id).filter(isKnowable).slice(0, MOST_MERGED)] as const)
  const merged = Object.fromEntries(groups.filter(([, others]) => others.length > 0))
  const path = `/v1/workspaces/${workspaceId}/customer-facts`
  const { facts } = callApi<{ facts: Facts[] }>({ method: 'post', path, body: { ids, merged } })
  return new Map(facts.map((each) => [each.id, each]))
}

/** Longer ids the workspace does not take. */
function isKnowable(id: string): boolean {
  return id !== '' && id.length <= 100
}

/** No complaint is no news to a team that kept its own count. */
function factCell(facts: Facts | undefined, { field, isOwn }: FactColumn, before: CellValue): CellValue {
  const value = facts?.[field as keyof Facts] ?? ''
  const isUnknown = value === '' || (field === 'complaints' && value === 0)
  if (isUnknown && !isOwn && before !== '') return before
  return field === 'lastAnswer' && value !== '' ? dayCell(Date.parse(value as string) / 86_400_000) : value
}
