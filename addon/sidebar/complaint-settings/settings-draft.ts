import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import { calendarOf, type HoursDraft, hoursDraft } from './hours/hours-draft.ts'

/** The policy as it stands in the fields: what people type is kept beside what it will replace. */
export type SettingsDraft = { policy: ComplaintPolicy; hours: HoursDraft }

/** What every part of the form is given. */
export type PartProps = {
  draft: SettingsDraft
  onChange: (draft: SettingsDraft) => void
  readOnly: boolean
}

export function settingsDraft(policy: ComplaintPolicy): SettingsDraft {
  return { policy, hours: hoursDraft(policy.calendar) }
}

/** The policy that the fields make. @throws InputError of the first field that is wrong. */
export function policyOf({ policy, hours }: SettingsDraft): ComplaintPolicy {
  return { ...policy, calendar: calendarOf(hours) }
}
