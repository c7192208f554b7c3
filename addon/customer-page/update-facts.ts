import type { CustomerFacts } from '../../core/customer-page/customer-facts.ts'
import { InputError } from '../../core/input-error.ts'
import { dayCell } from '../sheet/now.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { TabHeader } from '../sheet/tabs/bound-tab.ts'
import { neighbours } from '../sheet/writing/neighbours.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { type FactColumn, factTab, readyFactColumns } from './fact-columns.ts'

/** How far the update got; `next` is null after the last page. */
export type FactsPage = { done: number; total: number; next: number | null; answered: number; withComplaints: number }

type Facts = CustomerFacts & { id: string }

const PAGE = 500

/**
 * Writes what surveys and the complaint desk know of one page of customers into the customer tab. Safe to send again.
 *
 * What was never asked is left blank, or as it is in a column that the team had filled. Who stands in which row is
 * looked at again before the page is written.
 *
 * @param from The page's first row, 0 being the one under the header.
 * @throws InputError `notConnected`, `missingTab`, `missingColumn`, `columnTaken` where nobody agreed to what facts would
 * overwrite, `formulaInTheWay`, `sheetMoved`, `backendAway`.
 */
export function updateCustomerFacts(from: number): FactsPage {
  const { workspaceId } = requiredConnection()
  if (from === 0) readyFactColumns()
  const { tab, columns } = factTab()
  const total = Math.max(0, tab.sheet.getLastRow() - 1)
  const rows = Math.min(PAGE, total - from)
  if (rows <= 0) return { done: total, total, next: null, answered: 0, withComplaints: 0 }
  const ids = idsAt(tab, from, rows)
  const facts = factsOf(workspaceId, ids)
  if (idsAt(tab, from, rows).join('\n') !== ids.join('\n')) throw new InputError('sheetMoved', { sheet: tab.name })
  for (const run of neighbours(columns)) {
    const range = tab.sheet.getRange(from + 2, (run[0]?.position as number) + 1, rows, run.length)
    const before = run.every(({ isOwn }) => isOwn) ? undefined : (range.getValues() as CellValue[][])
    writeBlock(
      range,
      ids.map((id, row) => run.map((column, at) => factCell(facts.get(id), column, before?.[row]?.[at] ?? ''))),
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

/** No complaint is no news to a team that kept its own count. */
function factCell(facts: Facts | undefined, { field, isOwn }: FactColumn, before: CellValue): CellValue {
  const value = facts?.[field as keyof Facts] ?? ''
  const isUnknown = value === '' || (field === 'complaints' && value === 0)
  if (isUnknown && !isOwn && before !== '') return before
  return field === 'lastAnswer' && value !== '' ? dayCell(Date.parse(value as string) / 86_400_000) : value
}
