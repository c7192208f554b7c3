import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodOf } from '../../../core/calendar/periods.ts'
import { customerClasses } from '../../../core/customer-page/customer-classes.ts'
import { matchesCustomer } from '../../../core/customer-page/matches-customer.ts'
import { offeredChoices } from '../../../core/customer-page/offered-choices.ts'
import { valuesByMonth } from '../../../core/customer-page/values-by-month.ts'

describe('a search', () => {
  const customer = {
    texts: ['C-1001', 'Northwind Trading', 'buy@northwind.com', 'Li Na'],
    phone: '+44 (0)20 7946-0000',
  }
  test.each([
    ['', true],
    ['  ', true],
    ['north', true],
    ['TRADING north', true],
    ['ｎｏｒｔｈ', true],
    ['north south', false],
    ['c-1001', true],
    ['7946 0000', true],
    ['79460000', true],
    ['946-0', true],
    ['946', false],
    ['７９４６ ００００', true],
    ['7946 0001', false],
    ['+', false],
  ])('for "%s"', (query, found) => {
    expect(matchesCustomer(query)(customer)).toBe(found)
  })

  test.each([
    ['138 0013 8000', '13800138000'],
    ['13800138000', '138-0013-8000'],
    ['+86 138 0013 8000', '13800138000'],
    ['0086-138-0013-8000', '(138) 0013.8000'],
    ['020 7946 0000', '+44 20 7946 0000'],
    ['+44 20 7946 0000', '020 7946 0000'],
  ])('a phone number %s finds %s', (query, phone) => {
    expect(matchesCustomer(query)({ texts: [], phone })).toBe(true)
  })

  test('a short number is not the end of every longer one', () => {
    expect(matchesCustomer('13800138000')({ texts: [], phone: '8000' })).toBe(false)
  })

  test('everybody is found by any part of their own name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (name, from, length) => {
        const part = name.slice(from % name.length, (from % name.length) + 1 + (length % name.length))
        return matchesCustomer(part)({ texts: [name], phone: '' })
      }),
    )
  })
})

test('choices are those given most, then the proposals that nobody gave', () => {
  const given = ['Phone', 'Visit', '', 'phone ', 'Ｖｉｓｉｔ', 'Phone', 'Fair']
  expect(offeredChoices(given, ['Visit', 'WeChat'])).toEqual(['Phone', 'Visit', 'Fair', 'WeChat'])
  const many = Array.from({ length: 40 }, (_, i) => `c${i}`)
  expect(offeredChoices(many, ['Visit'])).toHaveLength(20)
  expect(offeredChoices(many, ['Visit'])).toContain('Visit')
})

describe('values by month', () => {
  const day = (text: string) => Date.parse(text) / 86_400_000
  test('end with the last month and leave others out', () => {
    const orders = [
      { day: day('2026-03-31'), amount: 5 },
      { day: day('2026-03-01'), amount: 2 },
      { day: day('2026-01-15'), amount: -1 },
      { day: day('2025-12-31'), amount: 100 },
      { day: day('2026-04-01'), amount: 100 },
    ]
    expect(valuesByMonth(orders, periodOf(day('2026-03-15'), 'MONTH'), 3)).toEqual([-1, 0, 7])
  })
})

describe('three classifications', () => {
  const orders = {
    ids: ['a', 'a', 'b', 'c', 'c', 'c', 'd'],
    days: [900, 1000, 700, 100, 995, 995, 1100],
    amounts: [60, 20, 15, 3, 1, 1, 999],
    products: ['Lamp', 'Chair', '', 'Chair', 'Lamp', 'Lamp', 'Chair'],
  }
  const customers = {
    ids: ['a', 'b', 'c', 'd', 'e'],
    tiers: ['A', '', 'C', 'B', 'B'],
    needs: ['', 'Repairs', '', '', ''],
  }
  test('by orders up to a day, ABC of what was ordered, the main product where nobody wrote a need', () => {
    expect(customerClasses(customers, orders, { asOf: 1001, valueBy: 'abc' })).toEqual({
      stages: ['active', 'lost', 'reactivated', undefined, undefined],
      values: ['A', 'B', 'C', '', ''],
      needs: ['Lamp', 'Repairs', 'Chair', '', ''],
    })
  })
  test('by tier where so asked', () => {
    expect(customerClasses(customers, orders, { asOf: 1001, valueBy: 'tier' }).values).toEqual(['A', '', 'C', 'B', 'B'])
  })
  test('two products of equal value are told apart by name, whatever the order of the rows', () => {
    const tied = { ids: ['a', 'a'], days: [1, 1], amounts: [5, 5] }
    const need = (products: string[]) =>
      customerClasses({ ids: ['a'], tiers: [], needs: [] }, { ...tied, products }, { asOf: 2, valueBy: 'abc' }).needs
    expect([need(['Lamp', 'Chair']), need(['Chair', 'Lamp'])]).toEqual([['Chair'], ['Chair']])
  })
})
