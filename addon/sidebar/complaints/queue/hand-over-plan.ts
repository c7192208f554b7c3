import { zonedDay } from '../../../../core/calendar/zoned-time.ts'
import type { Complaint, Instant } from '../../../../core/complaint/complaint.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { handlerFor } from '../../../../core/complaint/routing.ts'

/**
 * To whom how many would go of what somebody has, most first: all to one person, or as routing gives them out one after
 * the other, as if that somebody were no longer there. What routing knows nobody else for stays with them.
 *
 * @param open Everything that is not closed, of everybody: who has much is given less.
 * @param to A name; '' for routing.
 */
export function handOverPlan(
  policy: ComplaintPolicy,
  open: readonly Complaint[],
  { from, to }: { from: string; to: string },
  now: Instant,
): { owner: string; n: number }[] {
  const loads = counted(open.map(({ owner }) => owner))
  const desk = { ...policy, people: policy.people.filter(({ name }) => name !== from) }
  const today = zonedDay(Date.parse(now), policy.calendar.timeZone)
  const theirs = open.filter(({ owner }) => owner === from).sort((a, b) => (a.id < b.id ? -1 : 1))
  const owners = theirs.map((complaint) => {
    const owner = to || handlerFor(desk, complaint, loads, today) || from
    loads.set(owner, (loads.get(owner) ?? 0) + 1)
    return owner
  })
  return [...counted(owners)].map(([owner, n]) => ({ owner, n })).sort((a, b) => b.n - a.n)
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
