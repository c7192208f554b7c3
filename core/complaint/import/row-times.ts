import type { PlainCell } from '../../customer-file/customer-table.ts'
import type { DayOrder } from '../../orders/day-order.ts'
import type { ComplaintState } from '../complaint.ts'
import { cellMoment } from './cell-moment.ts'
import type { ComplaintBasis } from './complaint-basis.ts'
import type { ComplaintPart } from './complaint-plan.ts'
import type { ComplaintProblem } from './complaint-problem.ts'
import { complaintTimes, partLongAgo, type TimePart, type ToldTimes, timeParts } from './complaint-times.ts'
import { importedRoad } from './imported-road.ts'

/** The times of a row, and into `problems` what is wrong with them. */
export function toldTimes(
  cell: (part: ComplaintPart) => PlainCell,
  order: DayOrder | undefined,
  { timeZone, now }: ComplaintBasis,
  problems: ComplaintProblem[],
): ToldTimes {
  const told: { [P in TimePart]?: string } = {}
  for (const part of timeParts) {
    const text = String(cell(part)).trim()
    if (text === '') continue
    const moment = cellMoment(cell(part), order, timeZone)
    if (moment === undefined) problems.push({ code: 'notDate', part, text })
    else if (moment === 'ambiguous') problems.push({ code: 'ambiguousDate', part, text })
    else told[part] = moment
  }
  if (String(cell('receivedAt')).trim() === '') problems.push({ code: 'noDate' })
  const longAgo = partLongAgo(told)
  if (longAgo) problems.push({ code: 'longAgo', part: longAgo, text: String(cell(longAgo)).trim() })
  if (problems.length > 0) return { receivedAt: '' }
  const times = complaintTimes(told as ToldTimes, timeZone)
  if ('backwards' in times) {
    const [earlier, later] = times.backwards
    problems.push({ code: 'backwards', earlier, later })
    return told as ToldTimes
  }
  const part = timeParts.find((each) => (times[each] ?? '') > now)
  if (part) problems.push({ code: 'ahead', part, text: String(cell(part)).trim() })
  return told as ToldTimes
}

/** Whether a step of the row's road has no time of its own; into `problems` why no road leads where the row says. */
export function isUndatedRoad(
  complaint: ToldTimes & { state?: ComplaintState | undefined; satisfaction?: number | undefined },
  status: string,
  { timeZone }: ComplaintBasis,
  problems: ComplaintProblem[],
): boolean {
  if (problems.length > 0) return false
  const times = complaintTimes(complaint, timeZone)
  if ('backwards' in times) return false
  const road = importedRoad(complaint.state, times, complaint.satisfaction !== undefined)
  if (!('problem' in road)) return road.isUndated
  if (road.problem === 'ratedOpen') problems.push({ code: 'ratedOpen' })
  else problems.push({ code: 'openButEnded', text: status, part: road.part })
  return false
}
