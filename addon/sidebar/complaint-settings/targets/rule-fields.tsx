import { complaintKinds, severities } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../../kit/parts.tsx'
import { neverHolds } from '../rows/never-holds.ts'
import type { RowActs } from '../rows/row-list.tsx'
import { ruleTitle } from './rule-title.ts'
import { isTarget, type RuleDraft, ruleConditions, saysForWhat } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const { kinds, severities: severityNames } = messages.complaintForm

type Props = {
  rules: readonly RuleDraft[]
  place: number
} & RowActs<RuleDraft>

/** Targets for some complaints, folded under a line that says for which and how fast. */
export function RuleFields({ rules, place, onChange, onRemove, onUp }: Props) {
  const rule = rules[place]!
  const isLast = place === rules.length - 1
  const change = (part: Partial<RuleDraft>) => onChange({ ...rule, ...part })
  const hours = (key: 'response' | 'update' | 'resolution', hint: string, mayBeBlank = false) => {
    const invalid = !(isTarget(rule[key]) || (mayBeBlank && rule[key].trim() === ''))
    return (
      <TextField
        label={text[key]}
        value={rule[key]}
        invalid={invalid}
        hint={invalid ? text.hoursWrong : hint}
        onChange={(value) => change({ [key]: value })}
      />
    )
  }
  return (
    <Section title={ruleTitle(rule, isLast)} count={text.hours(rule)}>
      {!isLast && neverHolds(rules, place, ruleConditions) && (
        <Notice kind="warn">{messages.complaintSettings.neverHolds}</Notice>
      )}
      {!isLast && <RuleConditions rule={rule} isBlank={!saysForWhat(rules, place)} onChange={change} />}
      {hours('response', text.hoursHint)}
      {hours('update', text.updateHint, true)}
      {hours('resolution', text.hoursHint)}
      {!isLast && (
        <div class="actions">
          {place > 0 && <Button onClick={onUp}>{text.up}</Button>}
          <Button onClick={onRemove}>{text.removeRule}</Button>
        </div>
      )}
    </Section>
  )
}

function RuleConditions(props: { rule: RuleDraft; isBlank: boolean; onChange: (part: Partial<RuleDraft>) => void }) {
  const { rule, isBlank, onChange } = props
  return (
    <>
      <Select
        label={messages.complaintForm.kind}
        value={rule.kind}
        invalid={isBlank}
        hint={isBlank ? text.conditionMissing : undefined}
        options={[['', text.any], ...complaintKinds.map((kind) => [kind, kinds[kind]] as const)]}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField label={text.tier} value={rule.tier} hint={text.blankIsAny} onChange={(tier) => onChange({ tier })} />
      <Select
        label={messages.complaintForm.severity}
        value={rule.severity}
        options={[['', text.any], ...severities.map((each) => [each, severityNames[each]] as const)]}
        onChange={(severity) => onChange({ severity })}
      />
    </>
  )
}
