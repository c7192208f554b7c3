import { customerTypes } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Button, TextField } from '../../kit/parts.tsx'
import type { PartProps } from '../settings-draft.ts'
import { FlowFields } from './flow-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { isShare, type RuleDraft, type TargetsDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets

/** How fast, for whom, and who is told when it is not. */
export function TargetsPart({ draft, onChange, readOnly }: PartProps) {
  const { targets } = draft
  const change = (part: Partial<TargetsDraft>) => onChange({ ...draft, targets: { ...targets, ...part } })
  const { rules } = targets
  const setRule = (place: number, rule: RuleDraft) =>
    change({ rules: rules.map((each, at) => (at === place ? rule : each)) })
  const moved = (place: number) => {
    const next = [...rules]
    next.splice(place - 1, 2, rules[place]!, rules[place - 1]!)
    return next
  }
  const invalidShare = !isShare(targets.warnPercent)
  return (
    <fieldset class="plain" disabled={readOnly}>
      <p class="soft">{text.why}</p>
      <h2>{text.title}</h2>
      {rules.map((rule, place) => (
        <RuleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          key={place}
          rule={rule}
          isLast={place === rules.length - 1}
          onChange={(next) => setRule(place, next)}
          onRemove={() => change({ rules: rules.filter((_, at) => at !== place) })}
          onUp={place > 0 ? () => change({ rules: moved(place) }) : undefined}
        />
      ))}
      <div class="actions">
        <Button onClick={() => change({ rules: [{ ...rules[rules.length - 1]! }, ...rules] })}>{text.addRule}</Button>
      </div>
      <h2>{text.escalation}</h2>
      <TextField
        label={text.warnPercent}
        value={targets.warnPercent}
        invalid={invalidShare}
        {...(invalidShare && { hint: text.percentWrong })}
        onChange={(warnPercent) => change({ warnPercent })}
      />
      <TextField
        label={text.warning}
        value={targets.warning}
        hint={text.recipients}
        onChange={(warning) => change({ warning })}
      />
      <TextField label={text.breach} value={targets.breach} onChange={(breach) => change({ breach })} />
      <LevelFields levels={targets.levels} onChange={(levels) => change({ levels })} />
      <h2>{text.flows}</h2>
      {customerTypes.map((type) => (
        <FlowFields
          key={type}
          label={messages.complaintSettings.customerTypes[type]}
          flow={targets.flows[type]}
          onChange={(flow) => change({ flows: { ...targets.flows, [type]: flow } })}
        />
      ))}
    </fieldset>
  )
}
