import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnel } from '../../../core/people/funnel.ts'

const order = ['Lead', 'Offer', 'Won']

describe('funnel', () => {
  it('counts a deal at every stage up to its own', () => {
    // 2 won, 1 at offer, 3 leads: 6, 3 and 2 deals have reached the stages.
    const stages = ['Won', 'Lead', 'Offer', 'Lead', 'Won', 'Lead']
    expect(funnel(stages, [10, 1, 5, 2, 20, undefined], order)).toEqual([
      { stage: 'Lead', deals: 6, amount: 38, conversion: undefined },
      { stage: 'Offer', deals: 3, amount: 35, conversion: 0.5 },
      { stage: 'Won', deals: 2, amount: 30, conversion: 2 / 3 },
    ])
  })

  it('takes stages as they first appear where there is no order', () => {
    expect(funnel(['b', 'a', 'b', 'c', 'a'], [1, 1, 1, 1, 1])).toEqual([
      { stage: 'b', deals: 5, amount: 5, conversion: undefined },
      { stage: 'a', deals: 3, amount: 3, conversion: 0.6 },
      { stage: 'c', deals: 1, amount: 1, conversion: 1 / 3 },
    ])
  })

  it('puts stages outside the order below it, with their own deals alone', () => {
    expect(funnel(['Lost', 'Won', 'Lost', 'won'], [7, 1, 8, 2], order)).toEqual([
      { stage: 'Lead', deals: 1, amount: 1, conversion: undefined },
      { stage: 'Offer', deals: 1, amount: 1, conversion: 1 },
      { stage: 'Won', deals: 1, amount: 1, conversion: 1 },
      { stage: 'Lost', deals: 2, amount: 15, conversion: undefined },
      { stage: 'won', deals: 1, amount: 2, conversion: undefined },
    ])
  })

  it('has no conversion after a stage that nobody reached', () => {
    expect(funnel([], [], order).map(({ deals, conversion }) => [deals, conversion])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, undefined],
    ])
    expect(funnel(['Offer'], [1], order).map(({ conversion }) => conversion)).toEqual([undefined, 1, 0])
  })

  it('takes 1 and "1" for the same stage, and gives nothing for nothing', () => {
    expect(funnel(['1', 1], [1, 1], [1])).toMatchObject([{ stage: 1, deals: 2 }])
    expect(funnel(['1', 1], [1, 1])).toMatchObject([{ stage: '1', deals: 2 }])
    expect(funnel([], [])).toEqual([])
  })

  it('refuses a stage that is twice in the order', () => {
    expect(() => funnel([], [], ['a', 'b', 'a'])).toThrow(
      '"a" in row 3 of order is already in row 1. Keep one of them.',
    )
  })

  const deals = fc.array(fc.record({ stage: fc.constantFrom(...order, 'Lost'), amount: fc.nat(1000) }))

  it('never widens, and the first stage and those outside the order hold every deal', () => {
    fc.assert(
      fc.property(deals, (given) => {
        const rows = funnel(
          given.map(({ stage }) => stage),
          given.map(({ amount }) => amount),
          order,
        )
        const [lead, offer, won, lost] = rows
        expect(lead?.deals).toBeGreaterThanOrEqual(offer?.deals as number)
        expect(offer?.deals).toBeGreaterThanOrEqual(won?.deals as number)
        expect((lead?.deals as number) + (lost?.deals ?? 0)).toBe(given.length)
        const total = given.reduce((sum, { amount }) => sum + amount, 0)
        expect((lead?.amount as number) + (lost?.amount ?? 0)).toBe(total)
      }),
    )
  })
})
