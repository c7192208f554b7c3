import { expect, it } from 'vitest'
import { goneTiers } from '../../../core/tiering/gone-tiers.ts'

it('names the tiers that the standard does not have, with who keeps them', () => {
  const overridden: [number, string][] = [
    [0, 'VIP'],
    [1, 'A'],
    [2, 'Old'],
    [3, 'VIP'],
  ]
  expect(goneTiers(overridden, ['c1', 'c2', 'c3', 'c4'], ['B', 'A'])).toEqual([
    { tier: 'VIP', customers: ['c1', 'c4'] },
    { tier: 'Old', customers: ['c3'] },
  ])
})
