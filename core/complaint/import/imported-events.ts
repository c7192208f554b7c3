import { InputError } from '../../input-error.ts'
import { type Act, actedEvent } from '../acted-event.ts'
import { nextAlarm } from '../clock.ts'
import { type Clock, type Complaint, type ComplaintCustomer, clockNames, type Instant } from '../complaint.ts'
import type { Acted, Actor, ComplaintEvent } from '../complaint-event.ts'
import { complaintAfter, complaintReceived } from '../complaint-from-events.ts'
import type { ComplaintPolicy } from '../complaint-policy.ts'
import { receivedEvent } from '../received-event.ts'
import { type ComplaintTimes, complaintTimes, partLongAgo, timeParts } from './complaint-times.ts'
import { importedRoad, type RoadStep } from './imported-road.ts'
import type { ReadComplaint } from './read-complaint-row.ts'

/** A complaint of another system, its customer known. */
export type ImportedComplaint = Omit<ReadComplaint, 'customerId' | 'customerName' | 'segment'>

/** What a complaint becomes here: under which id and number, of whom; and who brings it when. */
export type ImportAbout = {
  id: string
  number: string
  customer: ComplaintCustomer
  by: Actor
  importedAt: Instant
  policy: ComplaintPolicy
}

/**
 * The events of a complaint as they happened, and the head after them; its clocks are worked out by the policy.
 *
 * What had to be told before it was imported (warnings, breaches, escalations) counts as told: nobody hears now of a
 * deadline of years ago. What would have closed by itself by then stays resolved. What a flow asks for before something is
 * resolved is not asked of what was resolved elsewhere.
 *
 * @param past As `importedPast` gives it.
 */
export function importedEvents(told: ImportedComplaint, { times, steps }: ImportedPast, about: ImportAbout) {
  const { id, number, customer, by, importedAt } = about
  const policy = withoutNeeds(about.policy)
  const { kind, channel, category, severity, description, wantedOutcome, reference, owner } = told
  const { receivedAt } = times
  const intake = {
    id,
    number,
    kind,
    channel,
    category,
    severity,
    description,
    wantedOutcome,
    reference,
    customer,
    owner,
  }
  const received = heard({ ...receivedEvent({ ...intake, receivedAt }, by, receivedAt, policy), importedAt })
  const events: ComplaintEvent[] = [received]
  let complaint: Complaint = complaintReceived(received)
  for (const { at, ...act } of actsOf(told, steps, receivedAt)) {
    const event = heard({ ...actedEvent(complaint, act, by, at, policy), importedAt })
    events.push(event)
    complaint = complaintAfter(complaint, event)
  }
  return { events, complaint }
}

/** When a complaint came, and the steps that it went since. */
export type ImportedPast = { times: ComplaintTimes; steps: RoadStep[] }

/** @throws InputError `dateLongAgo`, `complaintBackwards`, `dateAhead`, `complaintOpenEnded`, `complaintRatedOpen`. */
export function importedPast(told: ImportedComplaint, timeZone: string, now: Instant): ImportedPast {
  const longAgo = partLongAgo(told)
  if (longAgo) throw new InputError('dateLongAgo', { date: told[longAgo] as string })
  const times = complaintTimes(told, timeZone)
  if ('backwards' in times) {
    const [earlier, later] = times.backwards
    throw new InputError('complaintBackwards', { earlier, later })
  }
  const part = timeParts.find((each) => (times[each] ?? '') > now)
  if (part) throw new InputError('dateAhead', { date: told[part] as string })
  const road = importedRoad(told.state, times, told.satisfaction !== undefined)
  if (!('problem' in road)) return { times, steps: road.steps }
  if (road.problem === 'ratedOpen') throw new InputError('complaintRatedOpen', undefined)
  throw new InputError('complaintOpenEnded', { state: told.state ?? 'received', field: road.part })
}

/** The steps with what was found and given: with the resolution, else with the last step, else in a note. */
function actsOf(told: ImportedComplaint, steps: readonly RoadStep[], receivedAt: Instant): (Act & { at: Instant })[] {
  const { rootCause, correctiveAction, compensation, satisfaction } = told
  const found = {
    ...(rootCause !== undefined && { rootCause }),
    ...(correctiveAction !== undefined && { correctiveAction }),
    ...(compensation !== undefined && { compensation }),
  }
  const isSomething = Object.keys(found).length > 0
  if (steps.length === 0) {
    const text = Object.values(found).join('; ')
    return isSomething ? [{ action: 'note', at: receivedAt, text, ...found }] : []
  }
  const carrier = steps.find(({ action }) => action === 'resolve') ?? steps[steps.length - 1]
  const rated = [...steps].reverse().find(({ action }) => action === 'close' || action === 'reopen')
  return steps.map((step) => ({
    ...step,
    ...(step === carrier && found),
    ...(step === rated && satisfaction !== undefined && { satisfaction }),
  }))
}

/** The event as if the desk had done what time brought before the import: nothing of it is told or closed now. */
function heard<E extends Acted | ReturnType<typeof receivedEvent>>(event: E & { importedAt: Instant }): E {
  const clocks = clockNames.flatMap((name) => {
    const clock = event[name]
    return clock ? [[name, heardClock(clock, event.importedAt)] as const] : []
  })
  const { closesAt, ...others } = event
  const isAhead = closesAt !== undefined && closesAt > event.importedAt
  return { ...(others as E), ...(isAhead && { closesAt }), ...Object.fromEntries(clocks) }
}

function heardClock(clock: Clock, importedAt: Instant): Clock {
  const next = nextAlarm(clock)
  if (!next || next.dueAt > importedAt) return clock
  return heardClock({ ...clock, raised: next.step + 1 }, importedAt)
}

function withoutNeeds(policy: ComplaintPolicy): ComplaintPolicy {
  const { business, person } = policy.flows
  return { ...policy, flows: { business: { ...business, needs: [] }, person: { ...person, needs: [] } } }
}
