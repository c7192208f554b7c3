import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComplaintState } from '../../../core/complaint/complaint.ts'
import { type Earlier, likelyDuplicates } from '../../../core/complaint/likely-duplicates.ts'

const NOW = '2026-03-31T08:00:00.000Z'
const told = { category: 'Delivery', description: 'The pallet arrived wet and torn.' }
const earlier = (more: Partial<Earlier> = {}): Earlier => ({
  category: 'Billing',
  description: 'The invoice names the wrong firm.',
  state: 'in_progress',
  receivedAt: '2026-03-20T08:00:00.000Z',
  ...more,
})
const likenesses = (given: Partial<typeof told>, ...others: Earlier[]) =>
  likelyDuplicates({ ...told, ...given }, others, NOW).map(({ likeness }) => Math.round(likeness * 1000) / 1000)

describe('how like two complaints are', () => {
  test.each<[string, Partial<typeof told>, Partial<Earlier>, number[]]>([
    ['nothing in common', {}, {}, []],
    ['the same category alone', {}, { category: ' delivery' }, [0.4]],
    // pallet, wet of {the pallet arrived wet and torn} and {pallet wet through}: 2 x 2 / (6 + 3).
    ['some words', { category: '' }, { description: 'Pallet wet through' }, []],
    // the, pallet, wet of six and {the pallet was wet}: 2 x 3 / (6 + 4) = 0.6, by 0.6.
    ['more than half of the words', { category: '' }, { description: 'the PALLET was wet' }, [0.36]],
    ['both', {}, { category: 'Delivery', description: told.description }, [1]],
    // 托盘 盘到 到货 货受 受潮 and 托盘 盘受 受潮: 2 x 2 / (5 + 3) = 0.5, by 0.6.
    ['Chinese', { category: '', description: '托盘到货受潮' }, { description: '托盘受潮！' }, [0.3]],
    ['full width is the same', { category: '', description: 'ＷＥＴ pallet' }, { description: 'wet pallet' }, [0.6]],
    ['nothing written', { category: '', description: '' }, { description: '?' }, []],
  ])('%s', (_, given, other, expected) => {
    const description = 'Something else entirely happened'
    expect(likenesses(given, earlier({ description, ...other }))).toEqual(expected)
  })
})

test.each<[ComplaintState, string, boolean]>([
  ['closed', '2026-03-01T08:00:00.000Z', true],
  ['closed', '2026-03-01T07:59:59.999Z', false],
  ['received', '2019-01-01T00:00:00.000Z', true],
  ['resolved', '2019-01-01T00:00:00.000Z', true],
])('%s and received at %s is looked at: %s', (state, receivedAt, isLookedAt) => {
  expect(likenesses({}, earlier({ ...told, state, receivedAt }))).toEqual(isLookedAt ? [1] : [])
})

test('the likeliest come first, at equal likeness the latest, and a text is likest to itself', () => {
  const description = fc.stringMatching(/^[a-c托盘]{3,6}( [a-c托盘]{3,6}){0,3}$/)
  const some = fc.record({ category: fc.constantFrom('', 'A', 'B'), description })
  const receivedAt = fc
    .integer({ min: 1, max: 30 })
    .map((day) => `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`)
  fc.assert(
    fc.property(some, fc.array(fc.tuple(some, receivedAt)), (asked, others) => {
      const known = others.map(([other, receivedAt]) => earlier({ ...other, receivedAt }))
      const found = likelyDuplicates(asked, [...known, earlier(asked)], NOW)
      expect(found[0]?.likeness).toBeCloseTo(asked.category ? 1 : 0.6)
      for (const [at, { likeness, complaint }] of found.slice(1).entries()) {
        const before = found[at]!
        expect(before.likeness).toBeGreaterThanOrEqual(likeness)
        if (before.likeness === likeness) {
          expect(before.complaint.receivedAt >= complaint.receivedAt).toBe(true)
        }
      }
    }),
  )
})
