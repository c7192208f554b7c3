import { expect, test } from 'vitest'
import { isIsoDay } from '../../../core/calendar/iso-day.ts'
import { isTimeZone, zonedInstant } from '../../../core/calendar/zoned-time.ts'
import {
  type BusinessCalendar,
  checkedCalendar,
  defaultCalendar,
  type WorkSpan,
} from '../../../core/working-time/business-calendar.ts'

const good = defaultCalendar('Asia/Shanghai')
const refused: [string, BusinessCalendar, string][] = [
  [
    'a zone nobody knows',
    { ...good, timeZone: 'Mars/Base' },
    '"Mars/Base" is no time zone. Use a name such as Asia/Shanghai.',
  ],
  [
    'hours that run backwards',
    { ...good, week: [[['18:00', '09:00']], [], [], [], [], [], []] },
    'The working hours 18:00 - 09:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  [
    'stretches that overlap',
    {
      ...good,
      specialDays: {
        '2026-10-10': [
          ['09:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    },
    'The working hours 11:00 - 18:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  [
    'a time that is none',
    { ...good, week: [[['9', '18:00']], [], [], [], [], [], []] },
    'The working hours 9 - 18:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  ...(
    [
      ['0900', '18:00'],
      ['109:00', '18:00'],
      ['08:300', '18:00'],
      ['08:60', '18:00'],
      ['09:00', '25:00'],
      ['09:00', '24:30'],
      ['09:00', '18'],
      ['', '18:00'],
      ['09:00', '09:00'],
    ] as WorkSpan[]
  ).map(([from, to]): [string, BusinessCalendar, string] => [
    `a stretch ${from} to ${to}`,
    { ...good, week: [[[from, to]], [], [], [], [], [], []] },
    `The working hours ${from} - ${to} are not in order.`,
  ]),
  [
    'a day that is none',
    { ...good, specialDays: { '2026-02-30': [] } },
    '"2026-02-30" is no date. Write it like 2026-10-01.',
  ],
  [
    'a week without work',
    { ...good, week: Array(7).fill([]) },
    'The week has less than an hour of work. Give at least one day working hours.',
  ],
  [
    'a week of 59 minutes',
    { ...good, week: [[['09:00', '09:30']], [], [], [['09:00', '09:29']], [], [], []] },
    'The week has less than an hour of work.',
  ],
]
test.each(refused)('%s is refused', (_, calendar, message) => {
  expect(() => checkedCalendar(calendar)).toThrow(message)
})

test.each<[string, WorkSpan[]]>([
  ['round the clock', [['00:00', '24:00']]],
  ['in the last hours', [['20:00', '23:59']]],
  ['for an hour', [['23:00', '24:00']]],
  [
    'in two stretches without a break',
    [
      ['09:00', '12:00'],
      ['12:00', '19:30'],
    ],
  ],
])('work %s on one day of the week is enough', (_, spans) => {
  const calendar = { ...good, week: [[], spans, [], [], [], [], []] }
  expect(checkedCalendar(calendar)).toBe(calendar)
})

test.each([
  ['2026-03-09', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-3-9', false],
  ['26-03-09', false],
  ['+010000-01', false],
  ['', false],
])('"%s" is a day: %s', (text, is) => {
  expect(isIsoDay(text)).toBe(is)
})

test('a time zone is known by its name', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true)
  expect(isTimeZone('Mars/Base')).toBe(false)
})

test.each([
  ['a usual morning', '2026-03-28T09:00Z', 'Europe/London', '2026-03-28T09:00Z'],
  ['a time that is skipped is the moment of the change', '2026-03-29T01:30Z', 'Europe/London', '2026-03-29T01:00Z'],
  ['the same west of London', '2026-03-08T02:30Z', 'America/New_York', '2026-03-08T07:00Z'],
  ['the hour after the change', '2026-03-29T02:00Z', 'Europe/London', '2026-03-29T01:00Z'],
  ['a time that comes twice is the first', '2026-10-25T01:30Z', 'Europe/London', '2026-10-25T00:30Z'],
])('%s', (_, wall, timeZone, instant) => {
  expect(zonedInstant(Date.parse(wall), timeZone)).toBe(Date.parse(instant))
})
