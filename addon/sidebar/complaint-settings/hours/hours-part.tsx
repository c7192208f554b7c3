import { messages } from '../../kit/language.ts'
import type { PartProps } from '../settings-draft.ts'
import { DuePreview } from './due-preview.tsx'
import { type HoursDraft, hoursProblems } from './hours-draft.ts'
import { KeptHours } from './kept-hours.tsx'
import { SpecialDays } from './special-days/special-days.tsx'
import { WeekHours } from './week-hours.tsx'
import { ZoneField } from './zone-field.tsx'

/** When the desk works: targets count in these hours alone. */
export function HoursPart({ draft, onChange, readOnly }: PartProps) {
  const { hours } = draft
  const problems = hoursProblems(hours)
  const change = (part: Partial<HoursDraft>) => onChange({ ...draft, hours: { ...hours, ...part } })
  return (
    <>
      <p class="soft">{messages.complaintSettings.hours.why}</p>
      {readOnly ? (
        <KeptHours {...hours} />
      ) : (
        <>
          <ZoneField value={hours.timeZone} problem={problems.timeZone} onChange={(timeZone) => change({ timeZone })} />
          <WeekHours
            week={hours.week}
            problems={problems.week}
            whole={problems.whole}
            onChange={(week) => change({ week })}
          />
        </>
      )}
      <DuePreview draft={hours} />
      <SpecialDays special={hours.special} readOnly={readOnly} onChange={(special) => change({ special })} />
    </>
  )
}
