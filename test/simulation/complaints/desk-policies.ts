import { type ComplaintPolicy, defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { type BusinessCalendar, defaultCalendar } from '../../../core/working-time/business-calendar.ts'
import type { Chance } from '../chance.ts'

/** Known to every policy alike, so that whom an escalation was told can be held against its messages. */
export const PEOPLE = [
  { name: 'li', email: 'li@desk.test', position: 'agent', skills: [], capacity: 3 },
  { name: 'wu', email: 'wu@desk.test', position: 'agent', skills: ['Delivery'], capacity: 0 },
  { name: 'boss', email: 'boss@desk.test', position: 'manager', skills: [], capacity: 0 },
]

/** Known to every policy alike, so that what an editor did can be held against them. */
export const RIGHTS = {
  steps: { change_severity: 'admin', start: 'admin', assign: 'handler', wait: 'handler' },
  compensationLimit: 5,
} as const

const allDay = Array.from({ length: 7 }, (): BusinessCalendar['week'][number] => [['00:00', '24:00']])
const calendars: BusinessCalendar[] = [
  { timeZone: 'UTC', week: allDay, specialDays: {} },
  { timeZone: 'America/New_York', week: allDay, specialDays: { '2026-03-06': [['08:00', '08:30']] } },
  defaultCalendar('Asia/Shanghai'),
  defaultCalendar('America/New_York'),
]
const MANY = ['manager', '@handler', 'chief@desk.test', 'deputy@desk.test']
const LEVELS = [
  ...[[], []],
  [],
  [{ afterMinutes: 5, to: ['manager'] }],
  [5, 20, 21].map((afterMinutes) => ({ afterMinutes, to: ['manager', '@handler', 'chief@desk.test'] })),
  // After a pause more is due than one transaction holds.
  Array.from({ length: 10 }, (_, place) => ({ afterMinutes: place + 1, to: MANY })),
]

/** A policy with targets of minutes or hours: calendar, targets, levels, flows and routing as chance has it. */
export function drawnPolicy(chance: Chance): ComplaintPolicy {
  const hurry = chance.pick([1, 1, 12])
  const updates = chance.happens(0.7)
  const rule = (share: number) => ({
    responseMinutes: 10 * hurry * share,
    ...(updates && { updateMinutes: 15 * hurry * share }),
    resolutionMinutes: 30 * hurry * share,
  })
  const flow = () => ({
    needs: [],
    asksFeedback: chance.happens(0.6),
    closesAfterDays: chance.pick([0, 0.02, 1]),
  })
  return {
    ...defaultPolicy('UTC'),
    rules: [{ tier: 'A', ...rule(0.5) }, { severity: 'high', ...rule(0.3) }, { kind: 'praise', ...rule(4) }, rule(1)],
    warnShare: chance.pick([0, 0.5, 0.8, 1]),
    calendar: chance.pick(calendars),
    escalation: { warning: ['@handler'], breach: ['@handler', 'agent'], levels: chance.pick(LEVELS) },
    flows: { business: flow(), person: flow() },
    people: PEOPLE,
    rights: RIGHTS,
    routing: chance.pick([[], [{ category: 'Delivery', skill: 'Delivery', names: [] }], [{ names: ['li', 'boss'] }]]),
  }
}
