import type { FunctionComponent } from 'preact'
import { messages } from '../kit/language.ts'
import { FormPart } from './form/form-part.tsx'
import { hoursAreWrong } from './hours/hours-draft.ts'
import { HoursPart } from './hours/hours-part.tsx'
import { peopleAreWrong } from './people/people-draft.ts'
import { PeoplePart } from './people/people-part.tsx'
import { isLimit } from './rights/rights-draft.ts'
import type { PartProps, SettingsDraft } from './settings-draft.ts'
import { targetsAreWrong } from './targets/targets-draft.ts'
import { TargetsPart } from './targets/targets-part.tsx'
import { wordsAreWrong } from './words/words-draft.ts'
import { WordsPart } from './words/words-part.tsx'

const text = messages.complaintSettings

type Part = {
  key: string
  label: string
  View: FunctionComponent<PartProps>
  /** Whether one of its fields has to be corrected before saving; the field itself says how. */
  isWrong: (draft: SettingsDraft) => boolean
}

/** The parts of the form, each a tab and a file of its own; they are saved together. */
export const parts: readonly Part[] = [
  { key: 'hours', label: text.parts.hours, View: HoursPart, isWrong: ({ hours }) => hoursAreWrong(hours) },
  {
    key: 'targets',
    label: text.parts.targets,
    View: TargetsPart,
    isWrong: ({ targets }) => targetsAreWrong(targets),
  },
  {
    key: 'people',
    label: text.parts.people,
    View: PeoplePart,
    isWrong: ({ people, rights }) => peopleAreWrong(people) || !isLimit(rights.limit),
  },
  { key: 'words', label: text.parts.words, View: WordsPart, isWrong: ({ words }) => wordsAreWrong(words) },
  { key: 'form', label: text.parts.form, View: FormPart, isWrong: () => false },
]
