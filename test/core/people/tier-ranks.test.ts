import { describe, expect, it } from 'vitest'
import { tierRanks } from '../../../core/people/tier-ranks.ts'

describe('tierRanks', () => {
  it.each<[string, Parameters<typeof tierRanks>, number[]]>([
    [
      'an order from lowest to highest',
      [
        ['Gold', 'Iron', undefined, 'Silver'],
        ['Iron', 'Silver', 'Gold'],
      ],
      [2, 0, -1, 1],
    ],
    [
      'an order turns letters round',
      [
        ['A', 'B'],
        ['A', 'B'],
      ],
      [0, 1],
    ],
    ['A above B above D', [['B', 'A', undefined, 'D', 'A']], [1, 2, -1, 0, 2]],
    ['letters in any case, with 级 or 类', [['b', 'A级', 'c 类', 'a']], [1, 2, 0, 2]],
    ['3 above 1', [[3, 1, undefined, 3]], [1, 0, -1, 1]],
    ['numbers as text, by size', [['9', '10', 2]], [1, 2, 0]],
    ['spaces around them', [[' A ', 'B', 'C 级 ']], [2, 1, 0]],
    ['spaces around numbers', [[' 10 ', '9']], [1, 0]],
    ['all tiers once, however few', [[7, 7]], [0, 0]],
    ['no tier at all', [[undefined]], [-1]],
    [
      'numbers are found in an order of texts',
      [
        [1, '2'],
        ['1', 2],
      ],
      [0, 1],
    ],
  ])('%s', (_, given, expected) => {
    expect(tierRanks(...given)).toEqual(expected)
  })

  it.each<[string, Parameters<typeof tierRanks>]>([
    ['"C" in row 3 of tiers is not in tier_order. Add it there, or correct it.', [['A', 'C'], ['B', 'A'], 2]],
    ['"A" in row 3 of tier_order is already in row 1. Keep one of them.', [['A'], ['A', 'B', 'A']]],
    [
      'how high "Gold" in row 2 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [['A', 'Gold']],
    ],
    [
      'how high "1" in row 1 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [[1, 'A']],
    ],
    [
      'how high "AB" in row 1 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [['AB']],
    ],
    [
      'how high "xA" in row 1 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [['xA']],
    ],
    [
      'how high "x1" in row 1 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [['x1']],
    ],
    [
      'how high "1.5x" in row 1 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [['1.5x']],
    ],
  ])('says: %s', (message, given) => {
    expect(() => tierRanks(...given)).toThrow(message)
  })
})
