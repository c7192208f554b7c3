import type { Complaint } from '../../core/complaint/complaint.ts'
import {
  type ComplaintFact,
  complaintFact,
  complaintFactSchema,
  factMonths,
} from '../../core/complaint/complaint-fact.ts'
import { InputError } from '../../core/input-error.ts'
import type { Table, Write } from './table.ts'
import { itemsIn } from './table.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/**
 * The writes that keep what figures need: `W#ws#QM#month`, `id` for every month in which something was counted, and
 * `W#ws#QM#open`, `id` while it is not closed.
 *
 * They belong into the transaction of the head, so that figures equal a recount at any moment.
 */
export function complaintFactWrites(workspace: WorkspaceKey, complaint: Complaint): Write[] {
  const fact = complaintFact(complaint)
  const key = (shelf: string) => ({ pk: factPartition(workspace, shelf), sk: complaint.id })
  return [
    ...factMonths(fact).map((month) => ({ Put: { Item: { ...key(month), ...fact } } })),
    fact.state === 'closed' ? { Delete: { Key: key('open') } } : { Put: { Item: { ...key('open'), ...fact } } },
  ]
}

/** The writes that remove old copies of a complaint's fact, in months that count nothing of it any more. */
export function otherMonthsRemoval(workspace: WorkspaceKey, complaint: Complaint, now: Date): Write[] {
  const counted = new Set(factMonths(complaintFact(complaint)))
  const others = months(complaint.receivedAt.slice(0, 7), now.toISOString().slice(0, 7)).filter((m) => !counted.has(m))
  return others.map((month) => ({ Delete: { Key: { pk: factPartition(workspace, month), sk: complaint.id } } }))
}

/**
 * All complaints that were open at some time between two instants or had something counted then, each once.
 *
 * Those open at a past instant are still open or were closed since, hence the months up to now. A month that no longer
 * counts anything of a complaint may keep an old copy: the newest is the one that holds.
 *
 * @param from UTC month `YYYY-MM`.
 * @param to UTC month of now.
 * @param most Facts that are read at the most, old copies included.
 * @throws InputError `statisticTooMany` where there are more.
 */
export async function complaintFacts(
  table: Table,
  workspace: WorkspaceKey,
  from: string,
  to: string,
  most = Infinity,
): Promise<ComplaintFact[]> {
  let read = 0
  const take = () => {
    if (++read > most) throw new InputError('statisticTooMany', { most })
  }
  const shelves = await Promise.all(
    ['open', ...months(from, to)].map((shelf) => factsOn(table, workspace, shelf, take)),
  )
  const newest = new Map<string, ComplaintFact>()
  for (const fact of shelves.flat()) {
    if (fact.version > (newest.get(fact.id)?.version ?? 0)) newest.set(fact.id, fact)
  }
  return [...newest.values()]
}

async function factsOn(
  table: Table,
  workspace: WorkspaceKey,
  shelf: string,
  take: () => void,
): Promise<ComplaintFact[]> {
  const facts: ComplaintFact[] = []
  const span = { pk: factPartition(workspace, shelf), from: '-', to: '~' }
  for await (const fact of itemsIn(table, complaintFactSchema, span)) {
    take()
    facts.push(fact)
  }
  return facts
}

function factPartition(workspace: WorkspaceKey, shelf: string): Partition {
  return workspace.partition('QM', shelf)
}

function months(from: string, to: string): string[] {
  const months: string[] = []
  for (const date = new Date(`${from}-01T00:00:00Z`); ; date.setUTCMonth(date.getUTCMonth() + 1)) {
    const month = date.toISOString().slice(0, 7)
    if (month > to) return months
    months.push(month)
  }
}
