import type { CustomerFacts } from '../../core/customer-page/customer-facts.ts'
import { InputError } from '../../core/input-error.ts'
import { addColumns } from '../sheet/add-columns.ts'
import { findHeader, requiredField, type TabHeader } from '../sheet/bound-tab.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { dayCell } from '../sheet/now.ts'
import type { CellValue } from '../sheet/table.ts'
import { writeBlock } from '../sheet/write-cells.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** How far the update got; `next` is null after the last page. */
export type FactsPage = { done: number; total: number; next: number | null; answered: number; withComplaints: number }

type Facts = CustomerFacts & { id: string }

const PAGE = 500
const FIELDS = ['latestNps', 'satisfaction', 'lastAnswer', 'complaints']

/**
 * Writes what surveys and the complaint desk know of one page of customers into the customer tab. Safe to send again.
 *
 * What was never asked is left blank. Who stands in which row is looked at again before the page is written.
 *
 * @param from The page's first row, 0 being the one under the header.
 * @throws InputError `notConnected`, `missingTab`, `missingColumn`, `sheetMoved`, `backendAway`.
 */
export function updateCustomerFacts(from: number): FactsPage {
  const { workspaceId } = requiredConnection()
  const tab = factsTab()
  const total = Math.max(0, tab.sheet.getLastRow() - 1)
  const rows = Math.min(PAGE, total - from)
  if (rows <= 0) return { done: total, total, next: null, answered: 0, withComplaints: 0 }
  const ids = idsAt(tab, from, rows)
  const facts = factsOf(workspaceId, ids)
  if (idsAt(tab, from, rows).join('\n') !== ids.join('\n')) throw new InputError('sheetMoved', { sheet: tab.name })
  for (const run of neighbours(tab)) {
    const range = tab.sheet.getRange(from + 2, (tab.at[run[0] as string] as number) + 1, rows, run.length)
    writeBlock(
      range,
      ids.map((id) => run.map((field) => factCell(facts.get(id), field))),
      run.map(() => undefined),
    )
  }
  const told = [...facts.values()]
  return {
    ...{ done: from + rows, total, next: from + rows < total ? from + rows : null },
    answered: told.filter(({ lastAnswer }) => lastAnswer !== undefined).length,
    withComplaints: told.filter(({ complaints }) => complaints > 0).length,
  }
}

function factsTab(): TabHeader {
  const tab = findHeader('customers')
  if (!tab) throw new InputError('missingTab', { tab: userMessages().tabs.customers.name })
  requiredField(tab, 'customerId')
  return addColumns(
    tab,
    FIELDS.filter((field) => tab.at[field] === undefined),
  )
}

function idsAt({ sheet, at }: TabHeader, from: number, rows: number): string[] {
  const column = sheet.getRange(from + 2, (at.customerId as number) + 1, rows, 1)
  return column.getValues().map(([id]) => customerIdIn(id))
}

function factsOf(workspaceId: string, rows: readonly string[]): Map<string, Facts> {
  const ids = [...new Set(rows)].filter((id) => id !== '' && id.length <= 100)
  if (ids.length === 0) return new Map()
  const path = `/v1/workspaces/${workspaceId}/customer-facts`
  const { facts } = callApi<{ facts: Facts[] }>({ method: 'post', path, body: { ids } })
  return new Map(facts.map((each) => [each.id, each]))
}

function factCell(facts: Facts | undefined, field: string): CellValue {
  const value = facts?.[field as keyof Facts] ?? ''
  return field === 'lastAnswer' && value !== '' ? dayCell(Date.parse(value as string) / 86_400_000) : value
}

/** The fact columns, those that stand side by side together: each run takes one write. */
function neighbours({ at }: TabHeader): string[][] {
  const runs: string[][] = []
  for (const field of [...FIELDS].sort((a, b) => (at[a] as number) - (at[b] as number))) {
    const run = runs[runs.length - 1]
    if (run && (at[field] as number) === (at[run[run.length - 1] as string] as number) + 1) run.push(field)
    else runs.push([field])
  }
  return runs
}
