import { expect, test } from 'vitest'
import { type SpecialHours, typedDays } from '../../../core/working-time/typed-days.ts'

test.each<[string, Record<string, SpecialHours>]>([
  ['', {}],
  ['2026-10-01', { '2026-10-01': 'off' }],
  ['2026-10-01 National Day', { '2026-10-01': 'off' }],
  ["2026-05-01\tInternational Workers' Day", { '2026-05-01': 'off' }],
  ['2026/10/1\r\n\r\n2026.10.2', { '2026-10-01': 'off', '2026-10-02': 'off' }],
  ['2026年9月30日至2026年10月1日 国庆节', { '2026-09-30': 'off', '2026-10-01': 'off' }],
  ['2026-12-31 to 2027-01-01', { '2026-12-31': 'off', '2027-01-01': 'off' }],
  ['2026-12-31～2027-01-01', { '2026-12-31': 'off', '2027-01-01': 'off' }],
  ['2026-10-10 working day', { '2026-10-10': 'usual' }],
  ['2026-10-10, make-up day', { '2026-10-10': 'usual' }],
  ['2026年10月10日（星期六）上班', { '2026-10-10': 'usual' }],
  ['2026-12-24 09:00-12:00', { '2026-12-24': [['09:00', '12:00']] }],
  [
    '2026-12-24: 9-12, 13-15',
    {
      '2026-12-24': [
        ['09:00', '12:00'],
        ['13:00', '15:00'],
      ],
    },
  ],
  ['2026-12-24 working 9-12', { '2026-12-24': [['09:00', '12:00']] }],
  ['2026-10-01 to 2026-10-02\n2026-10-02 work', { '2026-10-01': 'off', '2026-10-02': 'usual' }],
])('a pasted list "%s"', (text, days) => {
  expect(Object.fromEntries(typedDays(text))).toEqual(days)
})

test.each([
  ['2026-10-01\nNational Day', 'Line 2, "National Day", does not begin with a day.'],
  ['2026-02-30', 'Line 1, "2026-02-30", does not begin with a day.'],
  ['10/1/2026', 'Line 1, "10/1/2026", does not begin with a day.'],
  ['2026-10-07 to 2026-10-01', 'Line 1, "2026-10-07 to 2026-10-01", does not begin with a day.'],
  ['2026-10-01 to 2027-10-02', 'Line 1 spans more than 366 days.'],
  ['2026-12-24 9-', '"9-" is not how hours are written.'],
])('"%s" is refused in a sentence', (text, message) => {
  expect(() => typedDays(text)).toThrow(message)
})
