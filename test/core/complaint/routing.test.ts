import { describe, expect, test } from 'vitest'
import type { DeskPerson } from '../../../core/complaint/desk-person.ts'
import { checkedPeople, handlerFor, type Routed, type RoutingRule, standIn } from '../../../core/complaint/routing.ts'

const person = (name: string, more: Partial<DeskPerson> = {}): DeskPerson => ({
  name,
  skills: [],
  capacity: 10,
  ...more,
})
const people = [
  person('li', { skills: ['Billing'] }),
  person('wang', { skills: ['Billing', 'Delivery'] }),
  person('zhao', { skills: ['Delivery'], away: { from: '2026-03-09', to: '2026-03-13', deputy: 'li' } }),
]
const told: Routed = {
  kind: 'complaint',
  category: 'Billing',
  severity: 'normal',
  channel: 'hotline',
  customerType: 'business',
  customer: { tier: 'B', owner: 'zhao' },
}
const routing: RoutingRule[] = [
  { tier: 'A', names: ['li'] },
  { category: 'Billing', skill: 'Billing', names: [] },
]
const given = (
  more: Partial<Routed> = {},
  loads: Record<string, number> = {},
  today = '2026-03-10',
  rules: RoutingRule[] = routing,
) => handlerFor({ people, routing: rules }, { ...told, ...more }, new Map(Object.entries(loads)), today)

describe('a complaint is given', () => {
  test('to whoever of the first fitting rule has the least of their room taken', () => {
    expect(given({}, { li: 3, wang: 2 })).toBe('wang')
    expect(given({}, { li: 2, wang: 2 })).toBe('li')
    expect(given({ customer: { tier: 'A', owner: 'zhao' } }, { li: 9 })).toBe('li')
  })

  test('to the least loaded where nobody has room', () => {
    expect(given({}, { li: 12, wang: 11 })).toBe('wang')
  })

  test('to nobody who takes none, also where all others are full', () => {
    const all = [...people, person('boss', { skills: ['Billing'], capacity: 0 })]
    const given = (loads: [string, number][], rules: RoutingRule[]) =>
      handlerFor({ people: all, routing: rules }, told, new Map(loads), '2026-03-10')
    const full: [string, number][] = [
      ['li', 12],
      ['wang', 11],
    ]
    expect(given(full, routing)).toBe('wang')
    expect(given(full, [{ names: ['boss'] }])).toBe('li')
  })

  test('to the customer’s owner without a rule, or to who stands in', () => {
    expect(given({ category: 'Delivery' })).toBe('li')
    expect(given({ category: 'Delivery' }, {}, '2026-03-14')).toBe('zhao')
    expect(given({ category: 'Delivery', customer: { tier: 'B', owner: 'nobody we know' } })).toBe('nobody we know')
  })

  test('to anybody with room where the customer has no owner', () => {
    expect(given({ category: 'Other', customer: { tier: 'B', owner: '' } }, { li: 1 })).toBe('wang')
  })

  test('to nobody who is away, and to the owner’s deputy where all are', () => {
    const rules = [{ names: ['zhao'] }]
    expect(given({}, {}, '2026-03-10', rules)).toBe('li')
  })
})

test('two who stand in for each other end somewhere', () => {
  const away = { from: '2026-03-01', to: '2026-03-31' }
  const both = [person('a', { away: { ...away, deputy: 'b' } }), person('b', { away: { ...away, deputy: 'a' } })]
  expect(['a', 'b']).toContain(standIn(both, 'a', '2026-03-10'))
})

test('people of one name, and names of nobody, are refused', () => {
  expect(() => checkedPeople([person('a'), person('a')], [])).toThrow('Two people are called "a".')
  expect(() => checkedPeople([person('a')], [{ names: ['b'] }])).toThrow('"b" is nobody of the desk.')
})
