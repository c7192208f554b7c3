import type { InferOutput } from 'valibot'
import { array, maxLength, nonEmpty, object, optional, picklist, pipe, string } from 'valibot'
import { InputError } from '../input-error.ts'
import {
  type ComplaintKind,
  type CustomerType,
  complaintKinds,
  customerTypes,
  type Severity,
  severities,
} from './complaint.ts'
import { type DeskPerson, isAway } from './desk-person.ts'

const wordSchema = pipe(string(), nonEmpty('notBlank'), maxLength(200))

/** Who is given what. A condition that is left out holds for all; skill and names together are those of either. */
const routingRuleSchema = object({
  kind: optional(picklist(complaintKinds)),
  tier: optional(string()),
  category: optional(string()),
  severity: optional(picklist(severities)),
  channel: optional(string()),
  customerType: optional(picklist(customerTypes)),
  skill: optional(wordSchema),
  names: optional(pipe(array(wordSchema), maxLength(50)), []),
})
export type RoutingRule = InferOutput<typeof routingRuleSchema>

/** The first rule that fits holds; without one, the customer's owner. */
export const routingSchema = pipe(array(routingRuleSchema), maxLength(100))
export const defaultRouting: RoutingRule[] = []

/** The people of the desk, and who of them is given what. */
type Desk = { people: readonly DeskPerson[]; routing: readonly RoutingRule[] }

/** What routing looks at. */
export type Routed = {
  kind: ComplaintKind
  category: string
  severity: Severity
  channel: string
  customerType: CustomerType
  customer: { tier: string; owner: string }
}

/**
 * Who comes into question for a complaint: those whom the first fitting rule names, who are there today. Without a rule
 * and an owner of the customer, all whom routing gives to.
 *
 * @param today The day in the workspace's zone, `YYYY-MM-DD`.
 */
export function candidatesFor({ people, routing }: Desk, routed: Routed, today: string): DeskPerson[] {
  const rule = routing.find((rule) => fits(rule, routed))
  const named = people.filter(({ name, skills, capacity }) =>
    rule ? isNamed(rule, name, skills) : routed.customer.owner === '' && capacity > 0,
  )
  return named.filter((person) => !isAway(person, today))
}

/**
 * Whom a complaint is given to: the candidate who has room and has the least of it taken; if none has room, the least
 * loaded of those who take any. Without such candidates the customer's owner, or who stands in.
 *
 * @param loads Open complaints by name.
 * @returns A name; blank where nobody is known.
 */
export function handlerFor(desk: Desk, routed: Routed, loads: ReadonlyMap<string, number>, today: string): string {
  const candidates = candidatesFor(desk, routed, today)
  const share = ({ name, capacity }: DeskPerson) => (loads.get(name) ?? 0) / capacity
  const taking = candidates.filter(({ capacity }) => capacity > 0)
  const withRoom = taking.filter((person) => share(person) < 1)
  const order = (a: DeskPerson, b: DeskPerson) => share(a) - share(b) || (a.name < b.name ? -1 : 1)
  const [least] = (withRoom.length ? withRoom : taking).sort(order)
  return least?.name ?? standIn(desk.people, routed.customer.owner, today)
}

/** Somebody, or who stands in for them today; nobody stands in for a person twice over. */
export function standIn(people: readonly DeskPerson[], name: string, today: string): string {
  const seen = new Set<string>()
  for (let at = name; ; ) {
    const person = people.find((each) => each.name === at)
    const deputy = person && isAway(person, today) ? person.away?.deputy : undefined
    if (deputy === undefined || seen.has(deputy)) return at
    seen.add(at)
    at = deputy
  }
}

/** @throws InputError `deskNames` for two people of one name, `deskUnknown` for a name that is nobody's. */
export function checkedPeople(people: readonly DeskPerson[], routing: readonly RoutingRule[]): void {
  const names = new Set(people.map(({ name }) => name))
  const twice = people.find(({ name }, place) => people.findIndex((other) => other.name === name) !== place)
  if (twice) throw new InputError('deskNames', { name: twice.name })
  const asked = [...routing.flatMap((rule) => rule.names), ...people.flatMap(({ away }) => away?.deputy ?? [])]
  const unknown = asked.find((name) => !names.has(name))
  if (unknown !== undefined) throw new InputError('deskUnknown', { name: unknown })
}

function fits(rule: RoutingRule, { customer, ...routed }: Routed): boolean {
  const known = { ...routed, tier: customer.tier }
  const conditions = ['kind', 'tier', 'category', 'severity', 'channel', 'customerType'] as const
  return conditions.every((condition) => rule[condition] === undefined || rule[condition] === known[condition])
}

function isNamed(rule: RoutingRule, name: string, skills: readonly string[]): boolean {
  return rule.names.includes(name) || (rule.skill !== undefined && skills.includes(rule.skill))
}
