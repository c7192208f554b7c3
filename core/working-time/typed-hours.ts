import { InputError } from '../input-error.ts'
import type { WorkSpan } from './business-calendar.ts'
import { minuteOfDay } from './minute-of-day.ts'

const STRETCH = /^(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?$/

/**
 * A day's stretches of work as somebody typed them: `9-12, 13:00-18:00`; blank is a day off.
 *
 * Also taken: full-width characters, any dash, "to" and "至", and one stretch after the other without a comma.
 *
 * @returns Stretches in order, `HH:MM` to `HH:MM`.
 * @throws InputError `hoursText`, `hoursOverMidnight`, `calendarHours`.
 */
export function typedHours(text: string): WorkSpan[] {
  const plain = text
    .normalize('NFKC')
    .replace(/(?:(?<!\s)\s+)?(?:[-\u2010-\u2015\u2212~〜]|\bto\b|至|到)\s*/gi, '-')
    .replace(/(?:(?<!\s)\s+)?[时点]\s*/g, ':00')
  const spans = plain
    .split(/[,;、\s]+/)
    .filter(Boolean)
    .map((part) => stretch(part, text))
  spans.forEach(([from, to], at) => {
    if (from < (spans[at - 1]?.[1] ?? '')) throw new InputError('calendarHours', { times: `${from} - ${to}` })
  })
  return spans
}

function stretch(part: string, text: string): WorkSpan {
  const [, fromHour = '', fromMinute, toHour = '', toMinute] = STRETCH.exec(part) ?? []
  const [from, to] = [time(fromHour, fromMinute), time(toHour, toMinute)]
  if (from === undefined || to === undefined || from === '24:00')
    throw new InputError('hoursText', { text: text.trim() })
  if (to < from) throw new InputError('hoursOverMidnight', { from, to })
  if (to === from) throw new InputError('calendarHours', { times: `${from} - ${to}` })
  return [from, to]
}

function time(hour: string, minute = '00'): string | undefined {
  const text = `${hour.padStart(2, '0')}:${minute}`
  return hour && Number(minute) < 60 && minuteOfDay(text) <= 1440 ? text : undefined
}

/** Stretches as a person writes them: `09:00-12:00, 13:00-18:00`; blank for a day off. */
export function shownHours(spans: readonly WorkSpan[]): string {
  return spans.map(([from, to]) => `${from}-${to}`).join(', ')
}
