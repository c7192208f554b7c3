import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StatisticCell } from '../../../core/own-statistics/cell-reader.ts'
import type { Condition, ConditionTree, Definition } from '../../../core/own-statistics/statistic.ts'
import { statisticResult } from '../../../core/own-statistics/statistic-result.ts'
import { all, any, none, reader, table, today } from './rows.ts'

const cell = fc.oneof(
  fc.constantFrom<StatisticCell>('', 'A', 'a', ' B', 'x', '5', '1,200', 'n/a', '2026-05-13', '2026-04-01'),
  fc.integer({ min: -3, max: 9 }),
  fc.constant(new Date('2026-05-10T00:00:00Z')),
)
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((amount) => amount / 100)
const rows = fc.array(fc.tuple(cell, cell, cents), { maxLength: 30 })
const field = fc.constantFrom('x', 'y')
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, operator: fc.constantFrom('blank' as const, 'notBlank' as const) }),
  fc.record({
    field,
    operator: fc.constantFrom('is' as const, 'isNot' as const),
    text: fc.constantFrom('a', 'B', '5'),
  }),
  fc.record({
    field,
    operator: fc.constantFrom('equals' as const, 'notEquals' as const, 'less' as const, 'atLeast' as const),
    value: fc.integer({ min: -1, max: 6 }),
  }),
  fc.record({ field, operator: fc.constantFrom('lastDays' as const, 'daysAgo' as const), days: fc.constant(5) }),
)
const tree: fc.Arbitrary<ConditionTree> = fc.letrec<{ tree: ConditionTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    condition,
    fc.record({
      every: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      of: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  ),
})).tree

type Rows = [StatisticCell, StatisticCell, number][]
const result = (given: Rows, part: Partial<Definition>) =>
  statisticResult({ where: all(), measure: { kind: 'count' }, ...part }, table([['x', 'y', 'amount'], ...given]), {
    reader,
    today,
  })
const counted = (given: Rows, where: ConditionTree) => result(given, { where: all(where) }).counted
const law = (name: string, check: (given: Rows, a: ConditionTree, b: ConditionTree) => void) =>
  test(name, () => fc.assert(fc.property(rows, tree, tree, check)))

describe('whatever the rows and conditions', () => {
  law('of two conditions, both hold where each does, and any where one does', (given, a, b) => {
    const [inA, inB] = [counted(given, a), counted(given, b)]
    expect(counted(given, all(a, b))).toEqual(inA.filter((row) => inB.includes(row)))
    expect(counted(given, any(a, b))).toEqual([...new Set([...inA, ...inB])].sort((m, n) => m - n))
  })

  law(
    'none of two is what all of their opposites are, and the opposite of an opposite is the condition',
    (given, a, b) => {
      expect(counted(given, none(a, b))).toEqual(counted(given, all(none(a), none(b))))
      expect(counted(given, none(none(a)))).toEqual(counted(given, a))
    },
  )

  law('a row counts, or its opposite does, or it can’t be read', (given, a) => {
    const [is, isNot] = [result(given, { where: all(a) }), result(given, { where: none(a) })]
    expect(is.counted.length + isNot.counted.length + is.left.unread).toBe(given.length)
    expect(isNot.left.unread).toBe(is.left.unread)
    expect(is.unread.length > 0).toBe(is.left.unread > 0)
  })

  law('rows that count and those left out add up to all rows', (given, where) => {
    const measure = { kind: 'mean', field: 'x' } as const
    const { counted: rowsIn, left, rows: filled } = result(given, { where: all(where), measure })
    expect(rowsIn.length + left.conditions + left.unread + left.blank).toBe(filled)
  })

  law('groups add up to the whole, for counts and sums to the cent', (given, where) => {
    for (const measure of [{ kind: 'count' } as const, { kind: 'sum', field: 'amount' } as const]) {
      for (const group of [{ field: 'x' }, { field: 'y', unit: 'WEEK' as const }]) {
        const { whole, groups } = result(given, { where: all(where), measure, group })
        const total = groups.reduce((sum, { value = 0 }) => sum + Math.round(value * 100), 0)
        expect(total).toBe(Math.round((whole.value ?? 0) * 100))
        expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(whole.n)
      }
    }
  })

  law('a share is one count by another', (given, where, other) => {
    const { whole } = result(given, { where: all(where), measure: { kind: 'share', where: all(other) } })
    const [met, not] = [counted(given, all(where, other)).length, counted(given, all(where, none(other))).length]
    expect(whole.n).toBe(met + not)
    if (whole.value === undefined) expect(whole.n).toBe(0)
    else {
      expect(whole.value).toBe(met / (met + not))
      expect(whole.low).toBeLessThanOrEqual(whole.value)
      expect(whole.high).toBeGreaterThanOrEqual(whole.value)
    }
  })

  test('the order of rows changes no figure, not in its last digit', () => {
    const kinds = fc.constantFrom('sum' as const, 'mean' as const, 'median' as const, 'distinct' as const)
    const shuffled = rows.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(shuffled, kinds, tree, ([given, other], kind, where) => {
        const part = { where: all(where), measure: { kind, field: 'amount' }, group: { field: 'x' } } as const
        const figures = ({ whole, groups, left }: ReturnType<typeof result>) => ({ whole, groups, left })
        expect(figures(result(other, part))).toEqual(figures(result(given, part)))
      }),
    )
  })
})
