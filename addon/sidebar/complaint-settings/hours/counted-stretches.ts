import { zonedDayNumber } from '../../../../core/calendar/zoned-time.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import { workSpans } from '../../../../core/working-time/work-spans.ts'
import { shownClock, shownTime } from './shown-day.ts'

const SHOWN = 4
/** A dash at which no line breaks. */
const TO = '\u2060-\u2060'

/** The stretches of work between two instants, "Fri 17:00-18:00, Mon 09:00-12:00"; of many the first ones, then "…". */
export function countedStretches(from: number, to: number, calendar: BusinessCalendar): string {
  const { timeZone } = calendar
  const stretches: string[] = []
  const lastDay = zonedDayNumber(to, timeZone)
  for (let day = zonedDayNumber(from, timeZone); day <= lastDay && stretches.length <= SHOWN; day++) {
    for (const span of workSpans(day, calendar)) {
      const [begin, end] = [Math.max(span[0], from), Math.min(span[1], to)]
      if (begin < end) stretches.push(`${shownTime(begin, timeZone)}${TO}${shownClock(end, timeZone)}`)
    }
  }
  return stretches.length > SHOWN ? `${stretches.slice(0, SHOWN).join(', ')} …` : stretches.join(', ')
}
