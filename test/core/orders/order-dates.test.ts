import { describe, expect, test } from 'vitest'
import { dateParts } from '../../../core/orders/date-parts.ts'
import { dayOrder } from '../../../core/orders/day-order.ts'
import { orderDay } from '../../../core/orders/order-day.ts'
import { calendarDay, serialDay } from '../../../core/orders/serial-day.ts'

describe('what a text says of a date', () => {
  const complete = (year: number, month: number, day: number) => ({ form: 'YEAR_MONTH_DAY', year, month, day })

  test.each([
    [' 2024-03-15 ', complete(2024, 3, 15)],
    ['\u30002024-03-15 08:30 ', complete(2024, 3, 15)],
    ['2024 年 3 月 15 日', complete(2024, 3, 15)],
    ['2024年3月15', complete(2024, 3, 15)],
    ['15. Mar 2024', complete(2024, 3, 15)],
    ['15 Mar., 2024', complete(2024, 3, 15)],
    ['Mar. 15, 2024', complete(2024, 3, 15)],
    ['March 5 2024', complete(2024, 3, 5)],
    ['3/14/2024', { form: 'TWO_THEN_YEAR', first: 3, second: 14, year: 2024 }],
    ['14-3-2024', { form: 'TWO_THEN_YEAR', first: 14, second: 3, year: 2024 }],
    ['45356', { form: 'SERIAL', serial: 45356 }],
    ['45356.75', { form: 'SERIAL', serial: 45356 }],
    ['3/14/24', { form: 'SHORT_YEAR' }],
    ['03.04.24', { form: 'SHORT_YEAR' }],
  ])('%s', (text, parts) => {
    expect(dateParts(text)).toEqual(parts)
  })

  test.each([
    '12024-03-15',
    '2024-03-155',
    '2024-03/15',
    '120240315',
    '202403155',
    '12024年3月15日',
    '2024年3月15日左右',
    '2024x年3月15日',
    '2024年3x月15日',
    '2024年3月15x日',
    '103/04/2024',
    '03/04/20245',
    '03/04-2024',
    '115 Mar 2024',
    '15 Mar 20245',
    '15 Foo 2024',
    'before Mar 15, 2024',
    'Mar 15, 2024 or later',
    '145356',
    '453561',
    '45356 days',
    '45356.5.1',
    '103/04/24',
    '03/04/245',
    '03/04-24',
  ])('%s is no date, though a part of it is', (text) => {
    expect(dateParts(text)).toBeUndefined()
  })
})

describe('whether the day comes first', () => {
  const order = (...texts: string[]) => dayOrder(texts.map((text, index) => ({ line: index + 2, text })))

  test.each([
    [['13/04/2024'], 'DAY_FIRST'],
    [['04/13/2024'], 'MONTH_FIRST'],
    [['12/04/2024', '13/04/2024'], 'DAY_FIRST'],
    [['04/12/2024', '04/13/2024'], 'MONTH_FIRST'],
    [['12/12/2024', '2024-03-05', 'n/a'], undefined],
    [['13/14/2024'], undefined],
    [['13/14/2024', '04/13/2024'], 'MONTH_FIRST'],
    [[], undefined],
  ])('%j is %s', (texts, found) => {
    expect(order(...texts)).toBe(found)
  })

  test.each([['12/04/2024'], ['04/12/2024'], ['01/02/2024']])('%s alone does not tell: 12 may be a month', (text) => {
    expect(() => order('2024-01-01', text)).toThrow(`"${text}" in line 3 could be day-first or month-first`)
  })

  test('the first line of each kind is named where they contradict', () => {
    expect(() => order('13/04/2024', '14/04/2024', '04/15/2024', '04/16/2024')).toThrowError(
      expect.objectContaining({
        details: { dayLine: 2, dayText: '13/04/2024', monthLine: 4, monthText: '04/15/2024' },
      }),
    )
  })
})

describe('days of the calendar', () => {
  test.each([
    [1900, 1, 1, 2],
    [1970, 1, 1, 25_569],
    [2024, 2, 29, 45_351],
    [2200, 12, 31, 109_939],
  ])('%d-%d-%d is %d', (year, month, day, serial) => {
    // Excel and Sheets, =DATE(...) as a number; before March 1900 those of Sheets
    expect(serialDay(year, month, day)).toBe(serial)
    expect(calendarDay(serial + 0.99)).toEqual({ year, month, day })
  })

  test.each([
    [1899, 12, 31],
    [2201, 1, 1],
    [24, 3, 5],
    [2023, 2, 29],
    [2024, 4, 31],
    [2024, 3, 0],
    [2024, 0, 5],
    [2024, 13, 5],
    [2023, 1, 366],
  ])('%d-%d-%d is none', (year, month, day) => {
    expect(serialDay(year, month, day)).toBeUndefined()
  })

  test('03/04/2024 is as the column says', () => {
    expect(orderDay('03/04/2024', 'DAY_FIRST')).toBe(serialDay(2024, 4, 3))
    expect(orderDay('03/04/2024', 'MONTH_FIRST')).toBe(serialDay(2024, 3, 4))
  })

  test('a text that is none is quoted', () => {
    expect(() => orderDay('yesterday', undefined)).toThrow('"yesterday" is not a date. Write it as 2024-12-31.')
  })
})
