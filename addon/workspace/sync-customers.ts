import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type CellValue, sheetNamed } from '../sheet/reading/table.ts'
import { findHeader, requiredField, type TabHeader, tabHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from './api.ts'
import { requiredConnection } from './connection.ts'

export type SyncPage = {
  done: number
  total: number
  /** Where the next page begins; null after the last. */
  next: number | null
  added: number
  changed: number
  unchanged: number
  rejected: { row: number; reason: string }[]
}

type Customer = { id: string } & Partial<Record<'name' | 'tier' | 'owner' | 'segment', string>>

const PAGE = 500
const SETTLES = 5
const LONGEST = { id: 100, text: 200 }

/** The tabs, and the one that looks most like a customer file. */
export function customerTabs(): { sheets: string[]; likely: string } {
  return { sheets: visibleHeaders().map(({ name }) => name), likely: findHeader('customers')?.name ?? '' }
}

/**
 * Mirrors one page of the customer tab to the workspace. Safe to send again: what is there already changes nothing.
 *
 * @param from The page's first row, 0 being the one under the header.
 * @throws InputError `notConnected`, `missingSheet`, `missingColumn`, `backendAway`.
 */
export function syncCustomerPage(sheetName: string, from: number): SyncPage {
  const { workspaceId } = requiredConnection()
  const { tab, page, ids, total } = readPage(sheetName, from)
  const rejected: SyncPage['rejected'] = []
  const customers = page.flatMap((row, index) => {
    const id = ids[from + index] as string
    if (id === '') return []
    const reason = refusal(id, from + index, ids)
    if (reason === undefined) return [mirroredCustomer(id, row, tab)]
    rejected.push({ row: from + index + 2, reason })
    return []
  })
  const counts = customers.length > 0 ? sendCustomers(workspaceId, customers) : { added: 0, changed: 0, unchanged: 0 }
  if (counts.changed > 0) settleAnswers(workspaceId)
  const done = Math.min(total, from + PAGE)
  return { done, total, next: done < total ? done : null, ...counts, rejected }
}

/** Mirrors up to 500 customers; what is there already changes nothing. */
export function sendCustomers(workspaceId: string, customers: Customer[]) {
  return callApi<{ added: number; changed: number; unchanged: number }>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/customers`,
    body: { customers },
    operationId: Utilities.getUuid(),
  })
}

/** Has answers take on what their customers are now, as much as fits a page's time: figures do the rest when asked. */
function settleAnswers(workspaceId: string): void {
  for (let call = 1; call <= SETTLES; call++) {
    const path = `/v1/workspaces/${workspaceId}/customers/settle`
    if (!callApi<{ left: boolean }>({ method: 'post', path, operationId: Utilities.getUuid() }).left) return
  }
}

/** One page of rows, and the ids of all of them, so that a repeat is seen on whatever page it stands. */
function readPage(sheetName: string, from: number) {
  const sheet = sheetNamed(sheetName)
  const tab = tabHeader('customers', sheet)
  const idColumn = requiredField(tab, 'customerId')
  const total = Math.max(0, sheet.getLastRow() - 1)
  if (total === 0) return { tab, page: [], ids: [], total }
  const ids = sheet
    .getRange(2, idColumn + 1, total, 1)
    .getValues()
    .map(([id]) => customerIdIn(id))
  const rows = Math.min(PAGE, total - from)
  const page = sheet.getRange(2 + from, 1, rows, tab.header.length).getValues() as CellValue[][]
  return { tab, page, ids, total }
}

function refusal(id: string, row: number, ids: string[]): string | undefined {
  const text = userMessages().sync
  if (id.length > LONGEST.id) return text.idTooLong(LONGEST.id)
  const first = ids.indexOf(id)
  return first < row ? text.sameIdAs(first + 2) : undefined
}

/** A row of the customer tab as it is mirrored. */
export function mirroredCustomer(id: string, row: CellValue[], { at }: TabHeader): Customer {
  const made: Customer = { id }
  const fields = { name: 'customer', tier: 'tier', owner: 'owner', segment: 'segment' } as const
  for (const key of ['name', 'tier', 'owner', 'segment'] as const) {
    const position = at[fields[key]]
    const text = position === undefined ? '' : String(row[position] ?? '').trim()
    if (text) made[key] = text.slice(0, LONGEST.text)
  }
  return made
}
