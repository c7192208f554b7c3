import { useState } from 'preact/hooks'
import { type ComplaintKind, complaintKinds, type Severity, severities } from '../../../../core/complaint/complaint.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { targetRule } from '../../../../core/complaint/complaint-policy.ts'
import { deadline } from '../../../../core/working-time/deadline.ts'
import { messages } from '../../kit/language.ts'
import { Notice, Select, TextField } from '../../kit/parts.tsx'
import { calendarOf, hoursAreWrong } from '../hours/hours-draft.ts'
import { shownInstant } from '../hours/shown-day.ts'
import type { SettingsDraft } from '../settings-draft.ts'
import { ruleTitle } from './rule-title.ts'
import { targetsAreWrong, targetsOf } from './targets-draft.ts'

const text = messages.complaintSettings.targets
const { kind: kindLabel, kinds, severity: severityLabel, severities: severityNames } = messages.complaintForm
const MINUTE = 60_000

/** By when one that came in now would be answered and resolved, under what stands in the fields. */
export function TargetPreview({ draft }: { draft: SettingsDraft }) {
  const [kind, setKind] = useState<ComplaintKind>('complaint')
  const [tier, setTier] = useState('A')
  const [severity, setSeverity] = useState<Severity>('high')
  const isWrong = hoursAreWrong(draft.hours) || targetsAreWrong(draft.targets)
  return (
    <fieldset>
      <legend>{text.tryIt}</legend>
      <div class="row">
        <Select
          label={kindLabel}
          value={kind}
          options={complaintKinds.map((each) => [each, kinds[each]] as const)}
          onChange={(next) => setKind(next as ComplaintKind)}
        />
        <Select
          label={severityLabel}
          value={severity}
          options={severities.map((each) => [each, severityNames[each]] as const)}
          onChange={(next) => setSeverity(next as Severity)}
        />
        <div class="small">
          <TextField label={text.tierShort} value={tier} onChange={setTier} />
        </div>
      </div>
      <Notice>{isWrong ? text.noPreview : dueText(draft, { kind, tier: tier.trim(), severity })}</Notice>
    </fieldset>
  )
}

function dueText(draft: SettingsDraft, subject: { kind: ComplaintKind; tier: string; severity: Severity }): string {
  const calendar = calendarOf(draft.hours)
  const { rules } = targetsOf(draft.targets)
  const rule = targetRule({ rules } as ComplaintPolicy, subject)
  const now = Math.floor(Date.now() / MINUTE) * MINUTE
  const due = (minutes: number) => shownInstant(deadline(now, minutes, calendar), calendar.timeZone)
  const place = rules.indexOf(rule)
  return text.receivedNow({
    rule: ruleTitle(draft.targets.rules[place]!, place === rules.length - 1),
    response: due(rule.responseMinutes),
    resolution: due(rule.resolutionMinutes),
  })
}
