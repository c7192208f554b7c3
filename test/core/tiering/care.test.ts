import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionReasons } from '../../../core/tiering/attention-reasons.ts'
import { careLists } from '../../../core/tiering/care-lists.ts'
import type { CaredCustomer } from '../../../core/tiering/cared-customer.ts'
import { discountSpend } from '../../../core/tiering/discount-spend.ts'
import { proposedCare } from '../../../core/tiering/proposed-care.ts'
import { sourceFigures } from '../../../core/tiering/source-figures.ts'
import { tierPlaces } from '../../../core/tiering/tier-places.ts'

const care = [
  { tier: 'A', ownerLevel: 3, contactEvery: 14, discountLimit: 0.1, budget: 100 },
  { tier: 'B', ownerLevel: 2, contactEvery: 60, discountLimit: 0.05 },
  { tier: 'C' },
]
const order = ['C', 'B', 'A']
const customer = (facts: Partial<CaredCustomer> = {}): CaredCustomer => ({
  ...{
    customerId: 'c1',
    tier: 'A',
    lastContact: 1000,
    latestNps: 9,
    openComplaints: 0,
    ownerLevel: 3,
    reachable: true,
  },
  ...facts,
})

describe('tierPlaces', () => {
  it.each([
    [['B', 'A'], ['A'], ['B']],
    [['C', 'B', 'A'], ['A'], ['C']],
    [
      ['4', '3', '2', '1'],
      ['2', '1'],
      ['4', '3'],
    ],
    [['only'], [], []],
  ])('%j: high %j, low %j', (tiers, high, low) => {
    const places = tierPlaces(tiers, [])
    expect(tiers.filter((tier) => places.get(tier)?.high)).toEqual(high)
    expect(tiers.filter((tier) => places.get(tier)?.low)).toEqual(low)
  })
})

describe('attentionReasons', () => {
  const places = tierPlaces(order, care)
  it.each<[string, Partial<CaredCustomer>, string[]]>([
    ['all is well', {}, []],
    ['overdue by a day', { lastContact: 991 }, ['overdue']],
    ['due today is not overdue', { lastContact: 992 }, []],
    ['never contacted', { lastContact: undefined } as never, ['neverContacted']],
    ['an open complaint of a high tier', { openComplaints: 2 }, ['complaint']],
    ['an open complaint of another tier', { tier: 'B', openComplaints: 2 }, []],
    ['a detractor of a high tier', { latestNps: 6 }, ['lowNps']],
    ['a passive one', { latestNps: 7 }, []],
    ['never asked', { latestNps: undefined } as never, []],
    ['fell in the last run', { tier: 'B', fellFrom: 'A' }, ['fell']],
    ['an owner below the tier’s level', { ownerLevel: 2 }, ['ownerLevel']],
    ['an owner of a higher level', { tier: 'B', ownerLevel: 3 }, []],
    ['an owner whom the staff list does not know', { ownerLevel: undefined } as never, []],
    ['a tier without a cadence', { tier: 'C', lastContact: undefined } as never, []],
    [
      'everything, the weightiest first',
      { openComplaints: 1, latestNps: 0, lastContact: 900, ownerLevel: 1, fellFrom: 'B' },
      ['complaint', 'fell', 'lowNps', 'overdue', 'ownerLevel'],
    ],
  ])('%s', (_, facts, kinds) => {
    const one = customer(facts)
    expect(attentionReasons(one, places.get(one.tier)!, 1006).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('careLists', () => {
  const lists = (customers: CaredCustomer[]) => careLists(customers, order, care, 1006)

  it('puts the most urgent first: complaint above lateness, a higher tier above a lower', () => {
    const { attention } = lists([
      customer({ customerId: 'late B', tier: 'B', lastContact: 1000 - 60 }),
      customer({ customerId: 'late A', lastContact: 990 }),
      customer({ customerId: 'angry A', openComplaints: 1 }),
      customer({ customerId: 'later A', lastContact: 900 }),
    ])
    expect(attention.map(({ customerId }) => customerId)).toEqual(['angry A', 'later A', 'late A', 'late B'])
    // One reason of weight 40 at height 3; 10 and 30 for lateness at height 3; 10 and 10 · 6/60 at height 2.
    expect(attention.map(({ urgency }) => urgency)).toEqual([120, 120, (10 + 20 / 14) * 3, 22])
  })

  it.each<[string, Partial<CaredCustomer>, boolean]>([
    ['a low tier', {}, true],
    ['without consent or address', { reachable: false }, false],
    ['with an open complaint', { openComplaints: 1 }, false],
    ['fallen', { fellFrom: 'B' }, false],
    ['a middle tier', { tier: 'B' }, false],
    ['no tier', { tier: '' }, false],
  ])('leaves to automation: %s', (_, facts, left) => {
    expect(lists([customer({ tier: 'C', ...facts })]).automatic.length).toBe(Number(left))
  })

  it('never has a customer on both lists', () => {
    const any = fc.record({
      ...{ customerId: fc.uuid(), tier: fc.constantFrom('A', 'B', 'C', ''), openComplaints: fc.nat(2) },
      ...{ lastContact: fc.nat(1006), latestNps: fc.nat(10), ownerLevel: fc.nat(3), reachable: fc.boolean() },
    })
    fc.assert(
      fc.property(fc.array(any), (customers) => {
        const { attention, automatic } = lists(customers)
        const ids = [...attention, ...automatic].map(({ customerId }) => customerId)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('proposedCare', () => {
  it('gives higher tiers more, for any number of tiers', () => {
    expect(proposedCare(order).map(({ tier, ownerLevel, contactEvery }) => [tier, ownerLevel, contactEvery])).toEqual([
      ['A', 3, 14],
      ['B', 2, 60],
      ['C', 1, 180],
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        const lines = proposedCare(Array.from({ length: count }, (_, at) => `T${at}`))
        lines.slice(1).forEach((line, at) => {
          const above = lines[at]!
          expect(line.contactEvery).toBeGreaterThanOrEqual(above.contactEvery)
          expect(line.discountLimit).toBeLessThanOrEqual(above.discountLimit)
          expect(line.ownerLevel).toBeLessThanOrEqual(above.ownerLevel)
        })
      }),
    )
  })
})

describe('discountSpend', () => {
  const tierOf = new Map([
    ['c1', 'A'],
    ['c2', 'B'],
    ['c3', ''],
  ])

  it('adds up list price less amount by tier, says how many lack the list price, and names who is over the limit', () => {
    const orders = [
      { customerId: 'c1', amount: 90, listPrice: 100 },
      { customerId: 'c1', amount: 50, listPrice: undefined },
      { customerId: 'c2', amount: 80, listPrice: 100 },
      { customerId: 'c3', amount: 1, listPrice: 100 },
      { customerId: 'stranger', amount: 1, listPrice: 100 },
    ]
    expect(discountSpend(orders, tierOf, care)).toEqual({
      tiers: [
        { tier: 'A', orders: 2, withoutListPrice: 1, spent: 10, budget: 100 },
        { tier: 'B', orders: 1, withoutListPrice: 0, spent: 20, budget: undefined },
        { tier: 'C', orders: 0, withoutListPrice: 0, spent: 0, budget: undefined },
      ],
      over: [{ customerId: 'c2', tier: 'B', discount: 0.2, limit: 0.05, spent: 20 }],
    })
  })
})

describe('sourceFigures', () => {
  it('counts customers, value, mean score and tiers by source, the most valuable first', () => {
    const figures = sourceFigures(
      [
        { source: 'web', tier: 'A', value: 10, score: 80 },
        { source: 'visit', tier: 'B', value: 100, score: 60 },
        { source: 'web', tier: '', value: 5 },
        { source: '', tier: 'C', value: 0 },
      ],
      ['A', 'B', 'C'],
    )
    expect(figures).toEqual([
      { source: 'visit', customers: 1, value: 100, score: 60, tiers: [0, 1, 0] },
      { source: 'web', customers: 2, value: 15, score: 80, tiers: [1, 0, 0] },
      { source: '', customers: 1, value: 0, score: undefined, tiers: [0, 0, 1] },
    ])
  })
})
