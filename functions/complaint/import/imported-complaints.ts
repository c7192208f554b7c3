import { zonedDay } from '../../../core/calendar/zoned-time.ts'
import type { ComplaintCustomer } from '../../../core/complaint/complaint.ts'
import type { Actor } from '../../../core/complaint/complaint-event.ts'
import type { ErrorCode, InputError } from '../../../core/input-error.ts'
import { importMarks } from '../../store/complaint-import.ts'
import { getComplaintPolicy } from '../../store/complaint-policy.ts'
import { type Customer, findCustomers } from '../../store/customer.ts'
import type { Table } from '../../store/table.ts'
import type { WorkspaceKey } from '../../store/workspace-key.ts'
import { type ReadRow, readImportRow, type StorableRow } from './import-row.ts'
import { type Bringing, storeOfYear } from './store-of-year.ts'

/**
 * What became of a row, in a form that can be kept with its operation and told later in any language. How the row is
 * called says whoever sends it, again with every repeat.
 */
export type ImportedRow = {
  status: 'accepted' | 'duplicate' | 'rejected'
  complaintId?: string
  number?: string
  error?: { code: ErrorCode; details: unknown }
}

/**
 * Stores complaints of another system, each exactly once however often they are sent, with numbers of the years in which
 * they were received.
 *
 * @param operation The client's operation id: a repeat after a crash reports what its first try stored as accepted.
 * @returns What became of each row, in order.
 */
export async function importedComplaints(
  table: Table,
  workspace: WorkspaceKey,
  rows: readonly unknown[],
  { by, now, operation }: { by: Actor; now: string; operation: string },
): Promise<ImportedRow[]> {
  const policy = await getComplaintPolicy(table, workspace)
  const read = rows.map((row) => readImportRow(row, policy.calendar.timeZone, now))
  const storable = read.filter((row): row is StorableRow => !('error' in row))
  const first = new Map([...storable].reverse().map((row) => [row.complaintId, row]))
  const ids = storable.flatMap(({ told }) => told.customerId ?? [])
  const customers = await findCustomers(table, workspace, ids)
  const bringing: Bringing = { by, now, policy, operation, customerOf: (row) => customerOf(row, customers) }
  const stored = await importMarks(table, workspace, [...first.keys()])
  const missing = [...first.values()].filter(({ complaintId }) => !stored.has(complaintId)).reverse()
  for (const [year, together] of byYear(missing, policy.calendar.timeZone)) {
    for (const mark of await storeOfYear(table, workspace, year, together, bringing)) stored.set(mark.id, mark)
  }
  return read.map((row) => {
    if ('error' in row) return rejected(row)
    const { number, operation: broughtBy } = stored.get(row.complaintId)!
    const isFirst = first.get(row.complaintId) === row
    const status = isFirst && broughtBy === operation ? 'accepted' : 'duplicate'
    return { status, complaintId: row.complaintId, number }
  })
}

function rejected({ error }: Extract<ReadRow, { error: InputError }>): ImportedRow {
  return { status: 'rejected', error: { code: error.code, details: error.details } }
}

/** As mirrored now, but with the segment that the row tells; whom the workspace does not have by what the row tells. */
function customerOf({ told }: StorableRow, customers: ReadonlyMap<string, Customer>): ComplaintCustomer {
  const mirrored = customers.get(told.customerId ?? '')
  return {
    id: told.customerId ?? '',
    name: mirrored?.name ?? told.customerName ?? '',
    tier: mirrored?.tier ?? '',
    owner: mirrored?.owner ?? '',
    segment: told.segment ?? mirrored?.segment ?? '',
  }
}

/** By the year of reception in the workspace's time zone, which their numbers name. */
function byYear(rows: readonly StorableRow[], timeZone: string): Map<number, StorableRow[]> {
  const years = new Map<number, StorableRow[]>()
  for (const row of rows) {
    const year = Number(zonedDay(Date.parse(row.past.times.receivedAt), timeZone).slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), row])
  }
  return years
}
