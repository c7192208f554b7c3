import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeness } from '../../../core/scoring/completeness.ts'

describe('completeness', () => {
  it('counts what is filled in: 0 and FALSE are, spaces of any width are not', () => {
    expect(
      completeness([
        ['a', 1, true],
        [0, false, ''],
        ['  ', '\u3000\t', 'x'],
        [null, undefined, '\n'],
        ['', '', ''],
      ]),
    ).toEqual([1, 2 / 3, 1 / 3, undefined, undefined])
    expect(completeness([])).toEqual([])
  })

  it('weighs fields, and gives 0 where nothing that counts is filled in', () => {
    const records = [
      ['a', 'b', ''],
      ['', '', 'c'],
      ['', 'b', ''],
    ]
    expect(completeness(records, [3, 0, 1])).toEqual([0.75, 0.25, 0])
  })

  it('refuses negative weights and weights that are all 0', () => {
    expect(() => completeness([['a', 'b']], [2, -1])).toThrow('weight -1 is negative.')
    expect(() => completeness([['a', 'b']], [0, 0])).toThrow('all weights are 0.')
  })

  const records = fc.array(
    fc.tuple(...[0, 1, 2].map(() => fc.constantFrom<unknown>('', ' ', 'x', 0, 12.5, false, null))),
    { minLength: 1, maxLength: 10 },
  )
  const weights = fc.tuple(...[1, 0, 0].map((min) => fc.integer({ min, max: 9 })))

  it('is the same for weights in the same proportion, and 1 exactly where all is filled in', () => {
    fc.assert(
      fc.property(records, weights, (rows, given) => {
        const shares = completeness(rows, given)
        const other = completeness(
          rows,
          given.map((weight) => weight * 0.1),
        )
        for (const [i, share] of shares.entries()) {
          if (share === undefined) expect(other[i]).toBeUndefined()
          else expect(other[i]).toBeCloseTo(share, 12)
        }
        expect(completeness([['a', 'b', 'c']], [0.1, 0.2, 0.3])).toEqual([1])
      }),
    )
  })

  it('never falls when a field is filled in', () => {
    fc.assert(
      fc.property(records, weights, fc.integer({ min: 0, max: 2 }), (rows, given, field) => {
        const more = rows.map((row) => row.map((cell, i) => (i === field ? 'new' : cell)))
        const before = completeness(rows, given)
        for (const [i, share] of completeness(more, given).entries()) {
          expect(share).toBeGreaterThanOrEqual(before[i] ?? 0)
        }
      }),
    )
  })
})
