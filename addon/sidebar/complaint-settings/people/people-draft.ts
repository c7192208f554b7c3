import { isIsoDay } from '../../../../core/calendar/iso-day.ts'
import type { ComplaintKind, CustomerType, Severity } from '../../../../core/complaint/complaint.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import type { DeskPerson } from '../../../../core/complaint/desk-person.ts'
import type { RoutingRule } from '../../../../core/complaint/routing.ts'
import { isAddress, typedList, typedNumber } from '../../kit/typed-list.ts'
import { newRow, type Row } from '../rows/new-row.ts'

/** Somebody of the desk as they stand in the fields. */
export type PersonDraft = Row<Record<PersonField, string>>
export type PersonField = 'name' | 'email' | 'position' | 'skills' | 'capacity' | 'awayFrom' | 'awayTo' | 'deputy'
/** Who is given what, as it stands in the fields; blank conditions hold for all. */
export type RoutingDraft = Row<
  Record<(typeof routingConditions)[number] | 'skill', string> & { names: readonly string[] }
>
export const routingConditions = ['kind', 'tier', 'category', 'severity', 'channel', 'customerType'] as const

export type PeopleDraft = { people: PersonDraft[]; routing: RoutingDraft[] }

const MOST_OPEN = 100_000

export const nobody: Record<PersonField, string> = {
  name: '',
  email: '',
  position: '',
  skills: '',
  capacity: '20',
  awayFrom: '',
  awayTo: '',
  deputy: '',
}

export const noRouting: Omit<RoutingDraft, 'row'> = {
  kind: '',
  tier: '',
  category: '',
  severity: '',
  channel: '',
  customerType: '',
  skill: '',
  names: [],
}

export function peopleDraft({ people, routing }: Pick<ComplaintPolicy, 'people' | 'routing'>): PeopleDraft {
  return {
    people: people.map(({ name, email = '', position = '', skills, capacity, away }) =>
      newRow({
        name,
        email,
        position,
        skills: skills.join(', '),
        capacity: String(capacity),
        awayFrom: away?.from ?? '',
        awayTo: away?.to ?? '',
        deputy: away?.deputy ?? '',
      }),
    ),
    routing: routing.map((rule) => newRow({ ...noRouting, ...(rule as Partial<typeof noRouting>), names: rule.names })),
  }
}

/** What the fields make; only where no `personProblems` are left. */
export function peopleOf({ people, routing }: PeopleDraft): Pick<ComplaintPolicy, 'people' | 'routing'> {
  return { people: people.map(personOf), routing: routing.map(routingOf) }
}

function personOf({ name, email, position, skills, capacity, awayFrom, awayTo, deputy }: PersonDraft): DeskPerson {
  const away = awayFrom && { from: awayFrom, to: awayTo || awayFrom, ...(deputy.trim() && { deputy: deputy.trim() }) }
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim() }),
    ...(position.trim() && { position: position.trim() }),
    skills: typedList(skills),
    capacity: Number(capacity),
    ...(away && { away }),
  }
}

function routingOf({ kind, tier, category, severity, channel, customerType, skill, names }: RoutingDraft): RoutingRule {
  return {
    ...(kind && { kind: kind as ComplaintKind }),
    ...(tier.trim() && { tier: tier.trim() }),
    ...(category.trim() && { category: category.trim() }),
    ...(severity && { severity: severity as Severity }),
    ...(channel.trim() && { channel: channel.trim() }),
    ...(customerType && { customerType: customerType as CustomerType }),
    ...(skill.trim() && { skill: skill.trim() }),
    names: [...names],
  }
}

/** Which field of somebody is wrong, and how: the name of the sentence that says it. */
export function personProblems(
  { name, email, capacity, awayFrom, awayTo, deputy }: PersonDraft,
  others: readonly PersonDraft[],
): Partial<
  Record<PersonField, 'nameMissing' | 'nameTwice' | 'emailWrong' | 'capacityWrong' | 'awayWrong' | 'deputyUnknown'>
> {
  const names = others.map((other) => other.name.trim())
  return {
    ...(!name.trim() && { name: 'nameMissing' }),
    ...(name.trim() && names.includes(name.trim()) && { name: 'nameTwice' }),
    ...(email.trim() && !isAddress(email) && { email: 'emailWrong' }),
    ...(!Number.isInteger(typedNumber(capacity, 0, MOST_OPEN)) && { capacity: 'capacityWrong' }),
    ...((awayFrom || awayTo) && !isAbsence(awayFrom, awayTo) && { awayTo: 'awayWrong' }),
    ...(deputy.trim() && !names.includes(deputy.trim()) && { deputy: 'deputyUnknown' }),
  }
}

/** Names of a rule that are nobody's. */
export function unknownNames({ names }: RoutingDraft, people: readonly PersonDraft[]): string[] {
  return names.filter((name) => !people.some((person) => person.name.trim() === name))
}

export function peopleAreWrong({ people, routing }: PeopleDraft): boolean {
  const isWrong = people.some((person) => {
    const others = people.filter((other) => other !== person)
    return Object.keys(personProblems(person, others)).length > 0
  })
  return (
    isWrong ||
    routing.some((rule) => unknownNames(rule, people).length > 0 || !(rule.skill.trim() || rule.names.length))
  )
}

function isAbsence(from: string, to: string): boolean {
  return isIsoDay(from) && (to === '' || (isIsoDay(to) && from <= to))
}
