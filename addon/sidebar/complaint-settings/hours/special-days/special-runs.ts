import { daysAfter } from '../../../../../core/calendar/iso-day.ts'
import type { SpecialHours } from '../../../../../core/working-time/typed-days.ts'
import { shownHours } from '../../../../../core/working-time/typed-hours.ts'
import { messages } from '../../../kit/language.ts'
import { shownDay } from '../shown-day.ts'

const text = messages.complaintSettings.hours

/** Days one after the other that are alike. */
export type SpecialRun = { from: string; to: string; hours: SpecialHours }

/** Days unlike their weekday as runs, in order. */
export function specialRuns(special: Readonly<Record<string, SpecialHours>>): SpecialRun[] {
  const runs: SpecialRun[] = []
  for (const day of Object.keys(special).sort()) {
    const hours = special[day]!
    const last = runs[runs.length - 1]
    if (last && daysAfter(last.to, 1) === day && hoursWords(last.hours) === hoursWords(hours)) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
}

/** "Thu, 1 Oct 2026 to Wed, 7 Oct 2026". */
export function runWords({ from, to }: SpecialRun): string {
  return from === to ? shownDay(from) : text.span({ from: shownDay(from), to: shownDay(to) })
}

/** "day off", "worked as usual" or the hours. */
export function hoursWords(hours: SpecialHours): string {
  return hours === 'off' ? text.off : hours === 'usual' ? text.usual : shownHours(hours)
}
