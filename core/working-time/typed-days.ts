import { daysAfter, isIsoDay } from '../calendar/iso-day.ts'
import { InputError } from '../input-error.ts'
import type { WorkSpan } from './business-calendar.ts'
import { typedHours } from './typed-hours.ts'

/** What a day unlike its weekday is: off, worked as usual, or at hours of its own. */
export type SpecialHours = 'off' | 'usual' | WorkSpan[]

const DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?/
const TO = /^\s*(?:[-\u2010-\u2015\u2212~〜]|\bto\b|至|到)\s*(?=\d{4})/i
const WORKED = /\b(?:work(?:ing|ed|s|day)?|make-?up)\b|上班|补班|工作日/i
const DAYS_AT_MOST = 366

/**
 * Days unlike their weekday, from a pasted list: a line each.
 *
 * `2026-10-01` or `2026-10-01 to 2026-10-07`, also `2026/10/1` and `2026年10月1日`; what follows says what the days are:
 * hours, or a word such as "working day" or "上班"; a name or nothing is a day off. The last of several for a day holds.
 *
 * @throws InputError `daysLine` with the number of the line, from 1; `daysMany` over a year in one line.
 */
export function typedDays(text: string): Map<string, SpecialHours> {
  const days = new Map<string, SpecialHours>()
  text.split(/\r?\n/).forEach((line, at) => {
    if (!line.trim()) return
    const { from, to, rest } = period(line, at + 1)
    const hours = specialHours(rest)
    for (let day = from; day <= to; day = daysAfter(day, 1)) days.set(day, hours)
  })
  return days
}

function period(line: string, number: number): { from: string; to: string; rest: string } {
  const plain = line.normalize('NFKC').trim()
  const first = DATE.exec(plain)
  const afterFirst = plain.slice(first?.[0].length ?? 0)
  const dash = first && TO.exec(afterFirst)?.[0]
  const last = dash ? DATE.exec(afterFirst.slice(dash.length)) : first
  const [from, to] = [isoDate(first), isoDate(last)]
  if (from === undefined || to === undefined || to < from) {
    throw new InputError('daysLine', { line: number, text: line.trim().slice(0, 40) })
  }
  if (daysAfter(from, DAYS_AT_MOST) <= to) throw new InputError('daysMany', { line: number, most: DAYS_AT_MOST })
  return { from, to, rest: dash && last ? afterFirst.slice(dash.length + last[0].length) : afterFirst }
}

function isoDate(found: RegExpExecArray | null): string | undefined {
  const [, year, month = '', day = ''] = found ?? []
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDay(text) ? text : undefined
}

function specialHours(rest: string): SpecialHours {
  const hours = rest.replace(WORKED, '').replace(/^[\s,;:、]+/, '')
  if (/^\d/.test(hours)) return typedHours(hours)
  return WORKED.test(rest) ? 'usual' : 'off'
}
