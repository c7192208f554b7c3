import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay } from '../../../core/calendar/iso-day.ts'
import { type KpiPeriod, kpiPeriods } from '../../../core/kpi/kpi-period.ts'
import { type DaySpan, kpiWindow, monthWindows } from '../../../core/kpi/kpi-window.ts'
import { windowLabel } from '../../../core/kpi/window-label.ts'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const days = ({ from, until }: DaySpan) => `${isoDay(from)}..${isoDay(until - 1)}`

/** The last day counted, then the days, those before, those before these, and what they are called. */
const cases: [KpiPeriod, string, string, string, string, string, string][] = [
  [
    'MONTH',
    '2026-03-12',
    '2026-03-01..2026-03-12',
    '2026-02-01..2026-02-12',
    '2026-01-01..2026-01-12',
    'March 2026 up to the 12th',
    '2026年3月（截至12日）',
  ],
  [
    'MONTH',
    '2026-03-30',
    '2026-03-01..2026-03-30',
    '2026-02-01..2026-02-28',
    '2026-01-01..2026-01-30',
    'March 2026 up to the 30th',
    '2026年3月（截至30日）',
  ],
  [
    'MONTH',
    '2024-03-30',
    '2024-03-01..2024-03-30',
    '2024-02-01..2024-02-29',
    '2024-01-01..2024-01-30',
    'March 2024 up to the 30th',
    '2024年3月（截至30日）',
  ],
  [
    'MONTH',
    '2026-03-31',
    '2026-03-01..2026-03-31',
    '2026-02-01..2026-02-28',
    '2026-01-01..2026-01-31',
    'March 2026',
    '2026年3月',
  ],
  [
    'MONTH',
    '2026-02-28',
    '2026-02-01..2026-02-28',
    '2026-01-01..2026-01-31',
    '2025-12-01..2025-12-31',
    'February 2026',
    '2026年2月',
  ],
  [
    'MONTH',
    '2024-02-28',
    '2024-02-01..2024-02-28',
    '2024-01-01..2024-01-28',
    '2023-12-01..2023-12-28',
    'February 2024 up to the 28th',
    '2024年2月（截至28日）',
  ],
  [
    'MONTH',
    '2026-01-01',
    '2026-01-01..2026-01-01',
    '2025-12-01..2025-12-01',
    '2025-11-01..2025-11-01',
    'January 2026 up to the 1st',
    '2026年1月（截至1日）',
  ],
  [
    'QUARTER',
    '2026-05-31',
    '2026-04-01..2026-05-31',
    '2026-01-01..2026-03-02',
    '2025-10-01..2025-11-30',
    'Q2 2026 up to 31 May',
    '2026年第2季度（截至5月31日）',
  ],
  [
    'QUARTER',
    '2026-06-30',
    '2026-04-01..2026-06-30',
    '2026-01-01..2026-03-31',
    '2025-10-01..2025-12-31',
    'Q2 2026',
    '2026年第2季度',
  ],
  [
    'QUARTER',
    '2026-06-29',
    '2026-04-01..2026-06-29',
    '2026-01-01..2026-03-31',
    '2025-10-01..2025-12-29',
    'Q2 2026 up to 29 June',
    '2026年第2季度（截至6月29日）',
  ],
  [
    'YEAR',
    '2024-03-01',
    '2024-01-01..2024-03-01',
    '2023-01-01..2023-03-02',
    '2022-01-01..2022-03-02',
    '2024 up to 1 March',
    '2024年（截至3月1日）',
  ],
  [
    'YEAR',
    '2025-12-31',
    '2025-01-01..2025-12-31',
    '2024-01-01..2024-12-31',
    '2023-01-01..2023-12-31',
    '2025',
    '2025年',
  ],
  [
    'YEAR',
    '2024-12-30',
    '2024-01-01..2024-12-30',
    '2023-01-01..2023-12-31',
    '2022-01-01..2022-12-31',
    '2024 up to 30 December',
    '2024年（截至12月30日）',
  ],
  [
    'YEAR_TO_DAY',
    '2024-03-01',
    '2023-03-03..2024-03-01',
    '2022-03-03..2023-03-02',
    '2021-03-03..2022-03-02',
    '365 days up to 2024-03-01',
    '截至 2024-03-01 的 365 天',
  ],
]

describe('worked by hand', () => {
  test.each(cases)('%s with %s counted', (period, last, now, before, earlier, english, chinese) => {
    const window = kpiWindow(period, day(last) + 1)
    expect([days(window), days(window.before), days(window.earlier)]).toEqual([now, before, earlier])
    expect(windowLabel(period, window, en.kpiPeriods)).toBe(english)
    expect(windowLabel(period, window, zhCN.kpiPeriods)).toBe(chinese)
  })

  test('days of a month are called as one says them', () => {
    const says = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30].map((until) =>
      en.kpiPeriods.month({ year: 2026, month: 5, until }).replace('May 2026 up to the ', ''),
    )
    expect(says).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '30th'])
  })
})

const windows = fc.record({ period: fc.constantFrom(...kpiPeriods), until: fc.integer({ min: 1, max: 40_000 }) })

test('an unfinished period is compared with as many days, or with all that the period before has', () => {
  fc.assert(
    fc.property(windows, ({ period, until }) => {
      const { from, before, isUnfinished } = kpiWindow(period, until)
      const length = until - from
      expect(before.until).toBeLessThanOrEqual(from)
      if (isUnfinished && before.until < from) expect(before.until - before.from).toBe(length)
      if (!isUnfinished) expect(before.until).toBe(from)
    }),
  )
})

test('the last twelve months follow on each other, and the last ends with the days counted', () => {
  const months = monthWindows(day('2026-03-13'))
  expect(months.map(({ window }) => days(window))).toMatchObject({
    0: '2025-04-01..2025-04-30',
    10: '2026-02-01..2026-02-28',
  })
  expect(days(months[11]!.window)).toBe('2026-03-01..2026-03-12')
  expect(months.map(({ window }) => window.isUnfinished)).toEqual([...new Array(11).fill(false), true])
})
