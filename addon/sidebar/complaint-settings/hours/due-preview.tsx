import { useState } from 'preact/hooks'
import { zonedInstant } from '../../../../core/calendar/zoned-time.ts'
import { deadline } from '../../../../core/working-time/deadline.ts'
import { NumberField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Field, Notice } from '../../kit/parts.tsx'
import { countedStretches } from './counted-stretches.ts'
import { calendarOf, type HoursDraft, hoursAreWrong } from './hours-draft.ts'
import { shownInstant } from './shown-day.ts'

const text = messages.complaintSettings.hours
const DAY = 86_400_000
const HOURS_AT_MOST = 2000

/** When a target would be due under the hours in the fields, and which stretches count for it. */
export function DuePreview({ draft }: { draft: HoursDraft }) {
  const [hours, setHours] = useState<number | undefined>(4)
  const [start, setStart] = useState(nextFriday)
  return (
    <fieldset>
      <legend>{text.tryIt}</legend>
      <div class="row">
        <div class="small">
          <NumberField label={text.target} min={0} max={HOURS_AT_MOST} value={hours} onChange={setHours} />
        </div>
        <Field label={text.begins}>
          {(id) => (
            <input
              id={id}
              type="datetime-local"
              value={start}
              onInput={(event) => setStart(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Notice>{hoursAreWrong(draft) ? text.noPreview : dueSentence(draft, hours, start)}</Notice>
    </fieldset>
  )
}

function dueSentence(draft: HoursDraft, hours: number | undefined, start: string): string {
  const wall = Date.parse(`${start}Z`)
  if (hours === undefined || !(hours >= 0 && hours <= HOURS_AT_MOST) || Number.isNaN(wall)) return text.noTarget
  const calendar = calendarOf(draft)
  const from = zonedInstant(wall, calendar.timeZone)
  const due = deadline(from, hours * 60, calendar)
  const [began, ends] = [from, due].map((instant) => shownInstant(instant, calendar.timeZone)) as [string, string]
  const stretches = countedStretches(from, due, calendar)
  return [text.due({ hours, from: began, due: ends }), stretches && text.counted(stretches)].filter(Boolean).join('\n')
}

/** Friday at five, when a target meets the weekend. */
function nextFriday(): string {
  const today = new Date()
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  const days = (12 - today.getDay()) % 7
  return `${new Date(midnight + days * DAY).toISOString().slice(0, 10)}T17:00`
}
