import { complaintKinds, customerTypes, severities } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Select, TextField } from '../../kit/parts.tsx'
import { type PersonDraft, type RoutingDraft, unknownNames } from './people-draft.ts'

const text = messages.complaintSettings.people
const { any, blankIsAny } = messages.complaintSettings.targets
const { kind, kinds, severity, severities: severityNames, category } = messages.complaintForm

type Props = {
  rule: RoutingDraft
  people: readonly PersonDraft[]
  onChange: (rule: RoutingDraft) => void
  onRemove: () => void
}

/** Who is given some complaints, folded under a line that says which. */
export function RoutingFields({ rule, people, onChange, onRemove }: Props) {
  const change = (part: Partial<RoutingDraft>) => onChange({ ...rule, ...part })
  const unknown = unknownNames(rule, people)
  const isOpen = !(rule.skill.trim() || rule.names.trim())
  const problem = unknown.length ? text.unknown(unknown[0]!) : isOpen ? text.whomMissing : undefined
  const title = [rule.category, rule.tier && messages.complaintSettings.targets.ofTier(rule.tier)]
    .filter(Boolean)
    .join(' · ')
  return (
    <Section title={title || any} count={rule.skill || rule.names} open={isOpen}>
      <Select
        label={kind}
        value={rule.kind}
        options={[['', any], ...complaintKinds.map((each) => [each, kinds[each]] as const)]}
        onChange={(value) => change({ kind: value })}
      />
      <TextField
        label={category}
        value={rule.category}
        hint={blankIsAny}
        onChange={(value) => change({ category: value })}
      />
      <TextField
        label={messages.complaintSettings.targets.tier}
        value={rule.tier}
        hint={blankIsAny}
        onChange={(tier) => change({ tier })}
      />
      <Select
        label={severity}
        value={rule.severity}
        options={[['', any], ...severities.map((each) => [each, severityNames[each]] as const)]}
        onChange={(value) => change({ severity: value })}
      />
      <Select
        label={text.customerType}
        value={rule.customerType}
        options={[
          ['', any],
          ...customerTypes.map((each) => [each, messages.complaintSettings.customerTypes[each]] as const),
        ]}
        onChange={(customerType) => change({ customerType })}
      />
      <TextField label={text.skill} value={rule.skill} hint={text.skillHint} onChange={(skill) => change({ skill })} />
      <TextField
        label={text.names}
        value={rule.names}
        invalid={problem !== undefined}
        hint={problem ?? text.namesHint}
        onChange={(names) => change({ names })}
      />
      <div class="actions">
        <Button onClick={onRemove}>{text.removeRule}</Button>
      </div>
    </Section>
  )
}
