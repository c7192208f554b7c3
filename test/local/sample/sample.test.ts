import { expect, test } from 'vitest'
import { calendarDay, serialDay } from '../../../core/orders/serial-day.ts'
import { sample } from '../../../local/sample/sample.ts'
import { cellDay, column, customerFacts, gridSegment, tab } from './read.ts'

const book = sample()
const first = serialDay(2024, 7, 1)!
const last = serialDay(2026, 6, 30)!
const facts = customerFacts(tab(book, 'Orders'), last)

test('the same seed gives the same workbook, another seed another', () => {
  expect(sample()).toEqual(book)
  expect(tab(sample({ seed: 2 }), 'Orders').rows).not.toEqual(tab(book, 'Orders').rows)
})

test('the end date moves all dates and stays the last of the two years', () => {
  const orders = tab(sample({ endDate: '2025-02-28' }), 'Orders')
  const days = column(orders, 'Order date').map(cellDay)
  expect(Math.min(...days)).toBeGreaterThanOrEqual(serialDay(2023, 3, 1)!)
  expect(Math.max(...days)).toBeLessThanOrEqual(serialDay(2025, 2, 28)!)
  expect(() => sample({ endDate: '2025-02-30' })).toThrow('2025-02-30 is not a date')
})

test('it holds what it promises', () => {
  const counts = Object.fromEntries(book.sheets.map(({ name, rows }) => [name, rows.length]))
  expect(counts).toMatchObject({
    Customers: 600,
    Orders: 8000,
    Interactions: 2500,
    Staff: 14,
    Opportunities: 300,
    'Survey answers': 1200,
  })
  expect(book.sheets[0]!.name).toBe('Start')
})

test('of fewer customers it holds as much the less', () => {
  const counts = Object.fromEntries(sample({ customers: 60 }).sheets.map(({ name, rows }) => [name, rows.length]))
  expect(counts).toMatchObject({
    Customers: 60,
    Orders: 800,
    Interactions: 250,
    Opportunities: 30,
    'Survey answers': 120,
  })
})

test.each(['Customers', 'Orders', 'Interactions', 'Staff', 'Opportunities', 'Goals'])(
  'ids in %s are unique',
  (name) => {
    const ids = tab(book, name).rows.map((row) => row[0])
    expect(new Set(ids).size).toBe(ids.length)
  },
)

test('every name, address and number belongs to one customer', () => {
  for (const heading of ['Name', 'E-mail', 'Phone']) {
    const filled = column(tab(book, 'Customers'), heading).filter((text) => text !== '')
    expect(new Set(filled).size).toBe(filled.length)
    expect(filled.length).toBeGreaterThan(540)
  }
})

test.each(['Orders', 'Interactions', 'Opportunities', 'Survey answers'])('every customer in %s exists', (name) => {
  const known = new Set(column(tab(book, 'Customers'), 'Customer ID'))
  expect(column(tab(book, name), 'Customer ID').filter((id) => !known.has(id))).toEqual([])
})

test('every owner is on the team', () => {
  const names = new Set(column(tab(book, 'Staff'), 'Name'))
  for (const name of ['Customers', 'Interactions', 'Opportunities', 'Goals'])
    expect(column(tab(book, name), 'Owner').filter((owner) => !names.has(owner))).toEqual([])
})

test('what happened lies within the two years, and nothing before its customer', () => {
  const created = new Map(tab(book, 'Customers').rows.map((row) => [row[0], cellDay(row[12]!)]))
  for (const [name, heading] of [
    ['Orders', 'Order date'],
    ['Interactions', 'Contact date'],
    ['Opportunities', 'Created'],
    ['Survey answers', 'Date'],
  ] as const) {
    const sheet = tab(book, name)
    const customers = column(sheet, 'Customer ID')
    const days = column(sheet, heading).map(cellDay)
    expect(days.filter((day) => !(day >= first && day <= last))).toEqual([])
    expect(days.filter((day, index) => day < created.get(customers[index]!)!)).toEqual([])
  }
})

test('an order is paid on or after its day, never dearer than its list price', () => {
  const wrong = tab(book, 'Orders').rows.filter(([, , date, amount, list, , , paid]) => {
    const early = paid !== '' && cellDay(paid!) < cellDay(date!)
    return early || !(0 < (amount as number) && (amount as number) <= (list as number))
  })
  expect(wrong).toEqual([])
})

test('20 to 35 % of the customers bought once', () => {
  const share = facts.filter(({ orders }) => orders === 1).length / facts.length
  expect(facts).toHaveLength(600)
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.35)
})

test('every RFM segment has at least 8 customers', () => {
  const sizes = new Map<string, number>()
  for (const segment of gridSegment(facts)) sizes.set(segment, (sizes.get(segment) ?? 0) + 1)
  expect([...sizes.keys()].sort()).toEqual([
    'About To Sleep',
    'At Risk',
    "Can't Lose Them",
    'Champions',
    'Hibernating',
    'Loyal Customers',
    'Need Attention',
    'New Customers',
    'Potential Loyalists',
    'Promising',
  ])
  expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(8)
})

test('a quarter to two thirds of new customers buy again in the month after their first', () => {
  const months = new Map<string, Set<number>>()
  for (const [, id, date] of tab(book, 'Orders').rows) {
    const { year, month } = calendarDay(cellDay(date!))
    months.set(id as string, (months.get(id as string) ?? new Set()).add(year * 12 + month))
  }
  const observed = [...months.values()].filter((active) => Math.min(...active) < 2026 * 12 + 6)
  const kept = observed.filter((active) => active.has(Math.min(...active) + 1)).length / observed.length
  expect(kept).toBeGreaterThan(0.25)
  expect(kept).toBeLessThan(0.67)
})

test('December is the busiest month and February the quietest, in both years', () => {
  const days = column(tab(book, 'Orders'), 'Order date').map(cellDay)
  const inMonth = (year: number, month: number) =>
    days.filter((day) => calendarDay(day).year === year && calendarDay(day).month === month).length
  for (const winter of [2024, 2025]) {
    const count = (month: number) => inMonth(month > 6 ? winter : winter + 1, month)
    const around = [8, 9, 10, 11, 1, 3, 4, 5].map(count)
    expect(count(12)).toBeGreaterThan(Math.max(...around))
    expect(count(2)).toBeLessThan(Math.min(...around))
  }
})

test('customers who spend more recommend more', () => {
  const ranked = [...facts].sort((a, b) => b.amount - a.amount).map(({ id }) => id)
  const nps = (ids: string[]) => {
    const wanted = new Set<unknown>(ids)
    const scores = tab(book, 'Survey answers').rows.flatMap((row) => (wanted.has(row[0]) ? [row[3] as number] : []))
    const share = (test: (score: number) => boolean) => scores.filter(test).length / scores.length
    return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
  }
  expect(nps(ranked.slice(0, 150))).toBeGreaterThan(nps(ranked.slice(-300)) + 15)
})

test('the language changes the words and no figure', () => {
  const chinese = sample({ language: 'zh-CN' })
  expect(chinese.sheets.map(({ name }) => name)).toContain('客户')
  chinese.sheets.forEach((sheet, index) => {
    const english = book.sheets[index]!
    expect(sheet.header).toHaveLength(english.header.length)
    expect(sheet.columns).toEqual(english.columns)
    expect(sheet.rows.map(figures)).toEqual(english.rows.map(figures))
  })
  function figures(row: unknown[]) {
    return row.map((cell) => (typeof cell === 'string' ? cell !== '' : cell))
  }
})

test.each(['en', 'zh-CN'] as const)('no word is missing in %s, and a text is no formula by accident', (language) => {
  for (const sheet of sample({ language }).sheets) {
    if (sheet.header.length > 0) expect(sheet.header).toHaveLength(sheet.columns.length)
    const bad = sheet.rows.filter((row) => row.length !== sheet.columns.length || row.some(isBad))
    expect(bad).toEqual([])

    function isBad(cell: unknown, at: number) {
      if (typeof cell !== 'string') return cell === undefined
      return sheet.columns[at] !== 'formula' && /^\s*[=+\-@]|undefined/.test(cell)
    }
  }
})
