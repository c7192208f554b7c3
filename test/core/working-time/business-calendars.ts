import fc from 'fast-check'
import type { BusinessCalendar, WorkSpan } from '../../../core/working-time/business-calendar.ts'

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
]

const spring = fc.integer({ min: Date.parse('2026-03-01T00:00Z'), max: Date.parse('2026-04-15T00:00Z') })
const autumn = fc.integer({ min: Date.parse('2026-10-01T00:00Z'), max: Date.parse('2026-11-15T00:00Z') })

/** Three instants in order, all around one of the two changes of clocks of 2026, to the millisecond. */
export const instants = fc
  .oneof(fc.tuple(spring, spring, spring), fc.tuple(autumn, autumn, autumn))
  .map((three) => three.sort((a, b) => a - b))

const spans: fc.Arbitrary<WorkSpan[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((edges) => {
    const times = edges.sort((a, b) => a - b).map(timeOf)
    return Array.from({ length: Math.floor(times.length / 2) }, (_, i) => [times[2 * i]!, times[2 * i + 1]!])
  })

const days = fc.integer({ min: 0, max: 270 }).map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10))

/** Calendars with odd hours, free and special days, in zones of all sorts; Wednesdays are worked through. */
export const businessCalendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  week: fc
    .array(spans, { minLength: 7, maxLength: 7 })
    .map((week) => week.map((day, i): WorkSpan[] => (i === 2 ? [['00:00', '24:00']] : day))),
  specialDays: fc.dictionary(days, spans, { maxKeys: 5 }),
})

/** Night shifts over every midnight, which begin and end at odd minutes. */
export const shiftCalendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    end: fc.integer({ min: 1, max: 600 }),
    begin: fc.integer({ min: 1000, max: 1439 }),
  })
  .map(({ timeZone, end, begin }) => {
    const night: WorkSpan[] = [
      ['00:00', timeOf(end)],
      [timeOf(begin), '24:00'],
    ]
    return { timeZone, week: Array(7).fill(night), specialDays: {} }
  })

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
