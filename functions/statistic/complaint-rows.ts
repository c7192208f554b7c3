import { isoDay } from '../../core/calendar/iso-day.ts'
import { zonedDayNumber } from '../../core/calendar/zoned-time.ts'
import { complaintCells, complaintFields } from '../../core/own-statistics/complaint-cells.ts'
import { dayBounds } from '../../core/own-statistics/day-bounds.ts'
import type { Definition } from '../../core/own-statistics/statistic.ts'
import type { Backend } from '../backend.ts'
import { complaintFacts } from '../store/complaint-fact.ts'
import { firstComplaintYear } from '../store/complaint-number.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import type { StoredRows } from './stored-rows.ts'

/** The complaints of the days that a definition asks for; enquiries, suggestions and praise do not count. */
export async function complaintRows(
  backend: Backend,
  workspace: WorkspaceKey,
  { where }: Definition,
  { today, timeZone, most }: { today: number; timeZone: string; most: number },
): Promise<StoredRows> {
  const { from, to } = dayBounds(where, 'received', today)
  const year = await firstComplaintYear(backend, workspace)
  const fields = Object.keys(complaintFields)
  if (year === undefined || from > to || from > today + 1) return { fields, rows: [] }
  // A day wider than asked, since months are those of UTC.
  const earliest = Date.UTC(year, 0, 1) / MS_PER_DAY
  const first = isoDay(Math.max(from, earliest) - 1).slice(0, 7)
  const last = isoDay(Math.min(to, today) + 1).slice(0, 7)
  const facts = await complaintFacts(backend, workspace, first, last, most)
  const dayOf = (instant: string) => zonedDayNumber(Date.parse(instant), timeZone)
  const complaints = facts.filter(({ kind }) => kind === 'complaint').map((fact) => complaintCells(fact, dayOf))
  const inBounds = complaints.filter(({ received }) => Number(received) >= from && Number(received) <= to)
  return { fields, rows: inBounds }
}

const MS_PER_DAY = 86_400_000
