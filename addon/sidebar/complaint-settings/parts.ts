import type { FunctionComponent } from 'preact'
import { messages } from '../kit/language.ts'
import { hoursAreWrong } from './hours/hours-draft.ts'
import { HoursPart } from './hours/hours-part.tsx'
import type { PartProps, SettingsDraft } from './settings-draft.ts'

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
]
