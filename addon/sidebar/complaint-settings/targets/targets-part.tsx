import { customerTypes } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import type { PartProps } from '../settings-draft.ts'
import { FlowFields } from './flow-fields.tsx'
import { LevelFields } from './level-fields.tsx'
import { RulesList } from './rules-list.tsx'
import { TargetPreview } from './target-preview.tsx'
import type { TargetsDraft } from './targets-draft.ts'

const text = messages.complaintSettings.targets

/** How fast, for whom, and who is told when it is not. */
export function TargetsPart({ draft, onChange, readOnly }: PartProps) {
  const { targets } = draft
  const change = (part: Partial<TargetsDraft>) => onChange({ ...draft, targets: { ...targets, ...part } })
  return (
    <>
      <p class="soft">{text.why}</p>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.title}</legend>
        <RulesList rules={targets.rules} onChange={(rules) => change({ rules })} />
      </fieldset>
      <TargetPreview draft={draft} />
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.escalation}</legend>
        <p class="hint">{text.escalationHint}</p>
        <LevelFields targets={targets} people={draft.people.people} onChange={change} />
      </fieldset>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.flows}</legend>
        <div class="rows">
          {customerTypes.map((type) => (
            <FlowFields
              key={type}
              label={messages.complaintSettings.customerTypes[type]}
              flow={targets.flows[type]}
              onChange={(flow) => change({ flows: { ...targets.flows, [type]: flow } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
