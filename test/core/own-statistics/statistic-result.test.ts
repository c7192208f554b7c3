import { describe, expect, test } from 'vitest'
import type { StatisticCell } from '../../../core/own-statistics/cell-reader.ts'
import { dayBounds } from '../../../core/own-statistics/day-bounds.ts'
import { likelyType } from '../../../core/own-statistics/likely-type.ts'
import { orderTotals } from '../../../core/own-statistics/order-totals.ts'
import type { Condition, Definition } from '../../../core/own-statistics/statistic.ts'
import { statisticResult } from '../../../core/own-statistics/statistic-result.ts'
import { all, any, dayNumber, none, reader, table, today } from './rows.ts'

const count = { kind: 'count' } as const
const result = (rows: StatisticCell[][], part: Partial<Definition>) =>
  statisticResult({ where: all(), measure: count, ...part }, table(rows), { reader, today })
/** The cells of which a condition on `x` holds. */
const holding = (cells: StatisticCell[], condition: Record<string, unknown>) =>
  result([['x', 'row'], ...cells.map((cell, at) => [cell, at])], {
    where: all({ field: 'x', ...condition } as Condition),
  }).counted

describe('conditions on texts, numbers and blanks', () => {
  const texts = ['Gold', ' gold ', 'GOLD', 'Silver', '', 'golden']
  test.each<[string, Record<string, unknown>, number[]]>([
    ['is, without case and outer spaces', { operator: 'is', text: 'gold ' }, [0, 1, 2]],
    ['is not, blanks included', { operator: 'isNot', text: 'Gold' }, [3, 4, 5]],
    ['contains', { operator: 'contains', text: 'OLD' }, [0, 1, 2, 5]],
    ['one of', { operator: 'oneOf', texts: ['silver', 'GOLD'] }, [0, 1, 2, 3]],
    ['is blank', { operator: 'blank' }, [4]],
    ['is not blank', { operator: 'notBlank' }, [0, 1, 2, 3, 5]],
  ])('%s', (_, condition, rows) => expect(holding(texts, condition)).toEqual(rows))

  const numbers = [5, '5', ' 5.0 ', 7, -1, '', '1,200', 'many']
  test.each<[string, Record<string, unknown>, number[]]>([
    ['=', { operator: 'equals', value: 5 }, [0, 1, 2]],
    ['≠, blanks included', { operator: 'notEquals', value: 5 }, [3, 4, 5]],
    ['<', { operator: 'less', value: 5 }, [4]],
    ['≤', { operator: 'atMost', value: 5 }, [0, 1, 2, 4]],
    ['>', { operator: 'more', value: 5 }, [3]],
    ['≥', { operator: 'atLeast', value: 5 }, [0, 1, 2, 3]],
    ['between, ends included', { operator: 'between', from: -1, to: 5 }, [0, 1, 2, 4]],
  ])('%s', (_, condition, rows) => expect(holding(numbers, condition)).toEqual(rows))
})

describe('conditions on dates, relative to 2026-05-13', () => {
  const days = ['2026-05-13', '2026-05-12', '2026-05-04', '2026-05-03', '2026-05-14', '2026-05-19', '2026-05-20', '']
  const more = ['2026-04-30', '2026-03-31', '2026-01-01', '2025-12-31', '2026-06-30', '2027-01-01']
  const held = (condition: Record<string, unknown>) =>
    holding([...days, ...more], condition).map((at) => [...days, ...more][at])
  test.each<[string, Record<string, unknown>, string[]]>([
    ['the last 10 days end with today', { operator: 'lastDays', days: 10 }, ['2026-05-13', '2026-05-12', '2026-05-04']],
    [
      'so long ago is what lies before them',
      { operator: 'daysAgo', days: 10 },
      ['2026-05-03', '2026-04-30', '2026-03-31', '2026-01-01', '2025-12-31'],
    ],
    ['the next 7 days begin with today', { operator: 'nextDays', days: 7 }, ['2026-05-13', '2026-05-14', '2026-05-19']],
    ['last month', { operator: 'inPeriod', period: 'lastMonth' }, ['2026-04-30']],
    ['last quarter', { operator: 'inPeriod', period: 'lastQuarter' }, ['2026-03-31', '2026-01-01']],
    ['last year', { operator: 'inPeriod', period: 'lastYear' }, ['2025-12-31']],
    ['before', { operator: 'before', day: '2026-01-01' }, ['2025-12-31']],
    ['on or after', { operator: 'onOrAfter', day: '2026-06-30' }, ['2026-06-30', '2027-01-01']],
    ['between days', { operator: 'betweenDays', from: '2026-05-20', to: '2026-06-30' }, ['2026-05-20', '2026-06-30']],
  ])('%s', (_, condition, found) => expect(held(condition)).toEqual(found))

  test('this month, quarter and year hold their first and last days, and no other', () => {
    const ends = ['2026-05-01', '2026-05-31', '2026-04-01', '2026-06-30', '2026-01-01', '2026-12-31', '2025-05-13']
    expect(holding(ends, { operator: 'inPeriod', period: 'thisMonth' })).toEqual([0, 1])
    expect(holding(ends, { operator: 'inPeriod', period: 'thisQuarter' })).toEqual([0, 1, 2, 3])
    expect(holding(ends, { operator: 'inPeriod', period: 'thisYear' })).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('dates count as dates or as text with the year first; other texts are told', () => {
    const rows = [['x'], [new Date('2026-05-12T00:00:00Z')], ['2026-05-12'], ['12/05/2026'], ['']]
    const found = result(rows, { where: all({ field: 'x', operator: 'lastDays', days: 2 }) })
    expect(found.counted).toEqual([0, 1])
    expect(found.left).toEqual({ conditions: 0, unread: 1, blank: 0 })
    expect(found.unread).toEqual([{ field: 'x', as: 'date', count: 1, row: 2, text: '12/05/2026' }])
  })
})

describe('measures, worked by hand', () => {
  const orders = [
    ['owner', 'amount', 'day'],
    ['Ann', 0.1, '2026-04-03'],
    ['ann', '0.20', '2026-04-20'],
    ['Ben', 10, '2026-05-01'],
    ['Ann', '1,200', '2026-05-02'],
    ['Ben', '', '2026-05-02'],
    ['', 4, 'soon'],
    ['', '', ''],
  ]
  const sum = { kind: 'sum', field: 'amount' } as const

  test('a sum loses no cents, takes numbers written as text in one way, and tells of the others', () => {
    const found = result(orders, { measure: sum, group: { field: 'owner' } })
    expect(found.whole).toEqual({ value: 14.3, n: 4, low: undefined, high: undefined })
    expect(found.groups.map(({ group, value, n }) => [group, value, n])).toEqual([
      ['Ben', 10, 1],
      ['', 4, 1],
      ['Ann', 0.3, 2],
    ])
    expect(found.unread).toEqual([{ field: 'amount', as: 'number', count: 1, row: 3, text: '1,200' }])
    expect(found).toMatchObject({ rows: 6, left: { conditions: 0, unread: 1, blank: 1 } })
  })

  test('groups of a date are its periods, in order; a date that can’t be read is told, and its row counts', () => {
    const found = result(orders, { group: { field: 'day', unit: 'MONTH' } })
    expect(found.groups.map(({ group, value }) => [group, value])).toEqual([
      ['2026-04', 2],
      ['2026-05', 3],
      ['', 1],
    ])
    expect(found.unread).toEqual([{ field: 'day', as: 'date', count: 1, row: 5, text: 'soon' }])
    const weeks = result(orders, { group: { field: 'day', unit: 'WEEK' } }).groups.map(({ group }) => group)
    expect(weeks).toEqual(['2026-03-30', '2026-04-20', '2026-04-27', ''])
  })

  const of = (kind: 'mean' | 'median' | 'distinct', cells: StatisticCell[]) =>
    result([['x', 'row'], ...cells.map((cell, at) => [cell, at])], { measure: { kind, field: 'x' } }).whole

  test('a mean has limits by Student’s t: of 1 to 5 they are 3 ± 2.776 · √0.5', () => {
    const { value, n, low, high } = of('mean', [1, 2, 3, 4, 5])
    expect([value, n]).toEqual([3, 5])
    expect(low).toBeCloseTo(3 - 1.96324, 4)
    expect(high).toBeCloseTo(3 + 1.96324, 4)
    expect(of('mean', [7])).toEqual({ value: 7, n: 1, low: undefined, high: undefined })
    expect(of('mean', ['', ''])).toMatchObject({ value: undefined, n: 0 })
  })

  test('a median, and how many different', () => {
    expect(of('median', [9, 1, 4, 2])).toMatchObject({ value: 3, n: 4 })
    expect(of('distinct', ['A', 'a ', 'B', ''])).toMatchObject({ value: 2, n: 3 })
  })

  test('a share is of the rows that meet the conditions, with Wilson’s limits: 8 of 10 lie in 49.0 to 94.3 %', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [at < 10 ? 'A' : 'B', at % 10 < 8 ? 9 : 3])
    const where = all({ field: 'tier', operator: 'is', text: 'A' })
    const measure = { kind: 'share', where: all({ field: 'nps', operator: 'atLeast', value: 9 }) } as const
    const { value, n, low, high } = result([['tier', 'nps'], ...rows], { where, measure }).whole
    expect([value, n]).toEqual([0.8, 10])
    expect(low).toBeCloseTo(0.4902, 4)
    expect(high).toBeCloseTo(0.9433, 4)
  })
})

describe('a cell that can’t be read is neither in nor out', () => {
  const rows = [
    ['tier', 'score'],
    ['A', 'many'],
    ['B', 'many'],
    ['A', 3],
  ]
  const isHigh: Condition = { field: 'score', operator: 'more', value: 5 }
  const isA: Condition = { field: 'tier', operator: 'is', text: 'A' }
  test('where another condition decides, it is not told', () => {
    const both = result(rows, { where: all(isA, isHigh) })
    expect(both).toMatchObject({ counted: [], left: { conditions: 2, unread: 1 }, unread: [{ count: 1, row: 0 }] })
    const either = result(rows, { where: any(isA, isHigh) })
    expect(either).toMatchObject({
      counted: [0, 2],
      left: { conditions: 0, unread: 1 },
      unread: [{ count: 1, row: 1 }],
    })
  })
  test('its opposite is as open', () => {
    expect(result(rows, { where: none(isHigh) })).toMatchObject({ counted: [2], left: { conditions: 0, unread: 2 } })
  })
})

test('the days that must be read are those of what has to hold', () => {
  const recent: Condition = { field: 'day', operator: 'lastDays', days: 3 }
  const old: Condition = { field: 'day', operator: 'before', day: '2026-05-13' }
  const other: Condition = { field: 'tier', operator: 'is', text: 'A' }
  const bounds = (tree: Parameters<typeof dayBounds>[0]) => dayBounds(tree, 'day', today)
  expect(bounds(all(recent, other, all(old)))).toEqual({ from: dayNumber('2026-05-11'), to: dayNumber('2026-05-12') })
  expect(bounds(any(recent, other))).toEqual({ from: -Infinity, to: Infinity })
  expect(bounds(none(recent))).toEqual({ from: -Infinity, to: Infinity })
})

test('what a column holds is told by its cells', () => {
  expect(likelyType(['', '2026-01-02', new Date(), '2026-03-04'], reader)).toBe('date')
  expect(likelyType([1, '2', '', 3.5], reader)).toBe('number')
  expect(likelyType([1, 'two', 3], reader)).toBe('text')
  expect(likelyType([], reader)).toBe('text')
})

test('orders add up by customer, to the cent', () => {
  const orders = Array.from({ length: 10 }, (_, at) => ({ id: at < 9 ? 'C1' : 'C2', day: at, amount: 0.1 }))
  const unread = { id: 'C1', day: undefined, amount: undefined }
  expect([...orderTotals([...orders, unread])]).toEqual([
    ['C1', { count: 10, sum: 0.9, first: 0, last: 8 }],
    ['C2', { count: 1, sum: 0.1, first: 9, last: 9 }],
  ])
})
