import { complaintKinds, customerTypes, severities } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../../kit/parts.tsx'
import { ChosenNames } from '../rows/chosen-names.tsx'
import { neverHolds } from '../rows/never-holds.ts'
import type { RowActs } from '../rows/row-list.tsx'
import { type PersonDraft, type RoutingDraft, routingConditions, unknownNames } from './people-draft.ts'

const text = messages.complaintSettings.people
const { any, blankIsAny, ofTier, tier: tierLabel, up } = messages.complaintSettings.targets
const words = messages.complaintForm
const types = messages.complaintSettings.customerTypes

type Props = {
  routing: readonly RoutingDraft[]
  place: number
  people: readonly PersonDraft[]
} & RowActs<RoutingDraft>

/** Who is given some complaints, folded under a line that says which, and to whom. */
export function RoutingFields({ routing, place, people, onChange, onRemove, onUp }: Props) {
  const rule = routing[place]!
  const change = (part: Partial<RoutingDraft>) => onChange({ ...rule, ...part })
  const [unknown] = unknownNames(rule, people)
  const isOpen = !(rule.skill.trim() || rule.names.length)
  return (
    <Section title={titleOf(rule)} count={toWhom(rule)}>
      {neverHolds(routing, place, routingConditions) && (
        <Notice kind="warn">{messages.complaintSettings.neverHolds}</Notice>
      )}
      <RoutingConditions rule={rule} onChange={change} />
      <TextField label={text.skill} value={rule.skill} hint={text.skillHint} onChange={(skill) => change({ skill })} />
      <ChosenNames
        label={text.names}
        names={rule.names}
        options={people.filter(({ name }) => name.trim()).map(({ name }) => [name.trim(), name.trim()] as const)}
        problem={unknown !== undefined ? text.unknown(unknown) : isOpen ? text.whomMissing : undefined}
        onChange={(names) => change({ names })}
      />
      <div class="actions">
        {place > 0 && <Button onClick={onUp}>{up}</Button>}
        <Button onClick={onRemove}>{text.removeRule}</Button>
      </div>
    </Section>
  )
}

function RoutingConditions({
  rule,
  onChange,
}: {
  rule: RoutingDraft
  onChange: (part: Partial<RoutingDraft>) => void
}) {
  const choice = (
    key: 'kind' | 'severity' | 'channel' | 'customerType',
    label: string,
    names: Record<string, string>,
  ) => {
    const kept = rule[key] && !(rule[key] in names) ? [[rule[key], rule[key]] as const] : []
    return (
      <Select
        label={label}
        value={rule[key]}
        options={[['', any], ...Object.entries(names), ...kept]}
        onChange={(value) => onChange({ [key]: value })}
      />
    )
  }
  const typed = (key: 'category' | 'tier', label: string) => (
    <TextField label={label} value={rule[key]} hint={blankIsAny} onChange={(value) => onChange({ [key]: value })} />
  )
  return (
    <>
      {choice('kind', words.kind, named(complaintKinds, words.kinds))}
      {typed('category', words.category)}
      {typed('tier', tierLabel)}
      {choice('severity', words.severity, named(severities, words.severities))}
      {choice('channel', words.channel, words.channels)}
      {choice('customerType', text.customerType, named(customerTypes, types))}
    </>
  )
}

function named<Key extends string>(keys: readonly Key[], names: Record<Key, string>): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, names[key]]))
}

function titleOf({ kind, tier, category, severity, channel, customerType }: RoutingDraft): string {
  const named = [
    kind && words.kinds[kind as keyof typeof words.kinds],
    category.trim(),
    tier.trim() && ofTier(tier.trim()),
    severity && words.severities[severity as keyof typeof words.severities],
    channel && (words.channels[channel as keyof typeof words.channels] ?? channel),
    customerType && types[customerType as keyof typeof types],
  ]
  return named.filter(Boolean).join(' · ') || text.allComplaints
}

function toWhom({ skill, names }: RoutingDraft): string {
  return [skill.trim() && text.withSkill(skill.trim()), ...names].filter(Boolean).join(' · ') || text.toNobody
}
