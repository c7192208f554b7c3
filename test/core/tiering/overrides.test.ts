import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overriddenTiers } from '../../../core/tiering/overridden-tiers.ts'
import type { Override } from '../../../core/tiering/override.ts'
import { overridesOn } from '../../../core/tiering/overrides-on.ts'

const override = (from: number, until?: number, tier = 'A', customerId = 'c1'): Override => ({
  ...{ customerId, standard: 'S', tier, reason: 'why', by: 'me', from },
  ...(until === undefined ? {} : { until }),
})

describe('overridesOn', () => {
  it.each<[string, Override[], number, string | undefined]>([
    ['the day before it begins', [override(100, 110)], 99, undefined],
    ['its first day', [override(100, 110)], 100, 'A'],
    ['its last day', [override(100, 110)], 110, 'A'],
    ['the day after its last', [override(100, 110)], 111, undefined],
    ['without an end', [override(100)], 9999, 'A'],
    ['of one day', [override(100, 100)], 100, 'A'],
    ['ended before it began', [override(100, 99)], 100, undefined],
    ['the one that began last', [override(105, 200, 'B'), override(100, 200, 'A')], 150, 'B'],
    ['the earlier one again when the later has ended', [override(105, 120, 'B'), override(100, 200, 'A')], 150, 'A'],
    ['of the same day the one further down', [override(100, 200, 'A'), override(100, 200, 'B')], 150, 'B'],
    ['another customer', [override(100, 110, 'A', 'c2')], 105, undefined],
    ['another standard', [{ ...override(100, 110), standard: 'T' }], 105, undefined],
  ])('%s', (_, overrides, day, tier) => {
    expect(overridesOn(overrides, 'S', day).get('c1')?.tier).toBe(tier)
  })

  it('holds on a day when, and only when, the day lies from its first to its last', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (from, until, day) => {
        const holds = overridesOn([override(from, until)], 'S', day).has('c1')
        expect(holds).toBe(from <= day && day <= until)
      }),
    )
  })
})

describe('overriddenTiers', () => {
  it('gives the override where one holds, also to a customer without a score, else the standard’s own', () => {
    const overrides = new Map([
      ['c1', { tier: 'A' }],
      ['c3', { tier: 'B' }],
      ['gone', { tier: 'A' }],
    ])
    expect(
      overriddenTiers({ ids: ['c1', 'c2', 'c3', ''], tiers: ['C', 'C', undefined, undefined] }, overrides),
    ).toEqual(['A', 'C', 'B', undefined])
  })
})
