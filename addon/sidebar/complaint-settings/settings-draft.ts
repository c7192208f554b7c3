import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import { calendarOf, type HoursDraft, hoursDraft } from './hours/hours-draft.ts'
import { type PeopleDraft, peopleDraft, peopleOf } from './people/people-draft.ts'
import { type RightsDraft, rightsDraft, rightsOf } from './rights/rights-draft.ts'
import { type TargetsDraft, targetsDraft, targetsOf } from './targets/targets-draft.ts'
import { type WordsDraft, wordsDraft, wordsOf } from './words/words-draft.ts'

/** The policy as it stands in the fields: what people type is kept beside what it will replace. */
export type SettingsDraft = {
  policy: ComplaintPolicy
  hours: HoursDraft
  targets: TargetsDraft
  people: PeopleDraft
  rights: RightsDraft
  words: WordsDraft
}

/** What every part of the form is given. */
export type PartProps = {
  draft: SettingsDraft
  onChange: (draft: SettingsDraft) => void
  readOnly: boolean
}

export function settingsDraft(policy: ComplaintPolicy): SettingsDraft {
  return {
    policy,
    hours: hoursDraft(policy.calendar),
    targets: targetsDraft(policy),
    people: peopleDraft(policy),
    rights: rightsDraft(policy.rights),
    words: wordsDraft(policy.wording),
  }
}

/** The policy that the fields make. @throws InputError of the first field that is wrong. */
export function policyOf({ policy, hours, targets, people, rights, words }: SettingsDraft): ComplaintPolicy {
  return {
    ...policy,
    calendar: calendarOf(hours),
    ...targetsOf(targets),
    ...peopleOf(people),
    rights: rightsOf(rights),
    wording: wordsOf(words),
  }
}

/**
 * The fields over a newer policy: what was typed stays, except in what somebody else changed.
 *
 * @param base The policy that the fields were filled from.
 */
export function rebased(draft: SettingsDraft, base: ComplaintPolicy, newer: ComplaintPolicy): SettingsDraft {
  const isSame = (key: keyof ComplaintPolicy) => plain(base[key]) === plain(newer[key])
  const areSame = (...keys: (keyof ComplaintPolicy)[]) => keys.every(isSame)
  const keys = Object.keys(newer) as (keyof ComplaintPolicy)[]
  const kept = Object.fromEntries(keys.filter(isSame).map((key) => [key, draft.policy[key]]))
  return {
    policy: { ...newer, ...kept },
    hours: isSame('calendar') ? draft.hours : hoursDraft(newer.calendar),
    targets: areSame('rules', 'warnShare', 'escalation', 'flows') ? draft.targets : targetsDraft(newer),
    people: areSame('people', 'routing') ? draft.people : peopleDraft(newer),
    rights: isSame('rights') ? draft.rights : rightsDraft(newer.rights),
    words: isSame('wording') ? draft.words : wordsDraft(newer.wording),
  }
}

/** JSON, the same whatever the order of keys. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
