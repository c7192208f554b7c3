import type { ComplaintCustomer } from '../../../core/complaint/complaint.ts'
import type { Actor } from '../../../core/complaint/complaint-event.ts'
import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import { importedEvents } from '../../../core/complaint/import/imported-events.ts'
import { complaintWrites } from '../../store/complaint.ts'
import { type ImportMark, importMarks, importMarkWrite } from '../../store/complaint-import.ts'
import { type ComplaintNumbers, complaintNumbers } from '../../store/complaint-number.ts'
import type { Table, Write } from '../../store/table.ts'
import { transact, WRITES_AT_ONCE } from '../../store/table.ts'
import type { WorkspaceKey } from '../../store/workspace-key.ts'
import type { StorableRow } from './import-row.ts'

/** Who brings rows when, by which operation, and what is known for them. */
export type Bringing = {
  by: Actor
  now: string
  operation: string
  policy: ComplaintPolicy
  customerOf: (row: StorableRow) => ComplaintCustomer
}

const TRIES = 50

/**
 * Stores rows that were received in one year. As many as a transaction holds are written together with the numbers that
 * they take, so that no number is lost or given twice wherever it dies.
 *
 * @returns The marks of all of them, also of those that somebody else stored meanwhile.
 */
export async function storeOfYear(
  table: Table,
  workspace: WorkspaceKey,
  year: number,
  rows: readonly StorableRow[],
  bringing: Bringing,
): Promise<ImportMark[]> {
  const done: ImportMark[] = []
  let left = rows
  for (let attempt = 1; left.length > 0; attempt++) {
    const numbers = await complaintNumbers(table, workspace, year)
    const { writes, marks } = together(workspace, numbers, left, bringing)
    const refused = await transact(table, writes)
    if (!refused) {
      done.push(...marks)
      left = left.slice(marks.length)
      attempt = 0
      continue
    }
    if (attempt === TRIES) throw new Error('Every number that was tried had just been taken.')
    const meanwhile = await importMarks(
      table,
      workspace,
      left.map(({ complaintId }) => complaintId),
    )
    done.push(...meanwhile.values())
    left = left.filter(({ complaintId }) => !meanwhile.has(complaintId))
    if (meanwhile.size === 0) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(25 * attempt, 400)))
    }
  }
  return done
}

/** The writes of as many rows as fit into one transaction, at least one, with their numbers. */
function together(
  workspace: WorkspaceKey,
  numbers: ComplaintNumbers,
  rows: readonly StorableRow[],
  { by, now, operation, policy, customerOf }: Bringing,
): { writes: Write[]; marks: ImportMark[] } {
  const writes: Write[] = []
  const marks: ImportMark[] = []
  for (const row of rows) {
    const { complaintId: id, told, past } = row
    const number = numbers.nth(marks.length + 1)
    const about = { id, number, customer: customerOf(row), by, importedAt: now, policy }
    const { events, complaint } = importedEvents(told, past, about)
    const mark = { id, number, operation }
    const own = [importMarkWrite(workspace, mark), ...complaintWrites(workspace, events, complaint)]
    if (marks.length > 0 && writes.length + own.length >= WRITES_AT_ONCE) break
    writes.push(...own)
    marks.push(mark)
  }
  return { writes: [numbers.take(marks.length), ...writes], marks }
}
