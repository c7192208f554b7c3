import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAlikes } from '../../../core/customers/look-alikes.ts'
import { strayOrder } from '../../../core/customers/stray-order.ts'

describe('strayOrder', () => {
  it.each<[string, number[], number | undefined]>([
    ['no order', [], undefined],
    ['one order alone', [20_000], undefined],
    ['a year and a day after all others, leap year and all', [0, 367], 1],
    ['a year after all others', [0, 366], undefined],
    ['first in the list', [30_000, 100, 200], 0],
    ['in the middle, the others rising to it', [100, 5_000, 200, 4_000], 1],
    ['in the middle, near the one before it', [100, 5_000, 200, 4_800], undefined],
    ['two on one late day', [100, 5_000, 5_000], undefined],
    ['early, not late', [-40_000, 100, 200], undefined],
  ])('%s', (_, days, row) => expect(strayOrder(days)).toBe(row))

  it('names the same order however the rows are sorted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 }), (days) => {
        const sorted = [...days].sort((a, b) => a - b)
        const named = strayOrder(days)
        const last = sorted.length - 1
        const stray = last > 0 && (sorted[last] as number) - (sorted[last - 1] as number) > 366
        expect(named === undefined ? undefined : days[named]).toBe(stray ? sorted[last] : undefined)
      }),
    )
  })
})

describe('lookAlikes', () => {
  it.each<[string, string[], { id: string; other: string }[]]>([
    ['none', ['a', 'b', 'a'], []],
    ['case', ['Acme', 'acme', 'ACME'], [{ id: 'Acme', other: 'acme' }]],
    ['spaces', ['C 1', 'b', 'C1', 'C  1'], [{ id: 'C 1', other: 'C1' }]],
    ['full width', ['Ａ１', 'A1'], [{ id: 'Ａ１', other: 'A1' }]],
    [
      'two pairs',
      ['x', 'X', 'y', 'Y'],
      [
        { id: 'x', other: 'X' },
        { id: 'y', other: 'Y' },
      ],
    ],
  ])('%s', (_, ids, pairs) => expect(lookAlikes(ids)).toEqual(pairs))
})
