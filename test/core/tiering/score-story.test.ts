import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundedParts } from '../../../core/maths/rounded-parts.ts'
import type { DatedEvent } from '../../../core/tiering/dated-event.ts'
import { type CountedScore, scoreChange } from '../../../core/tiering/score-change.ts'
import { scoreStory } from '../../../core/tiering/score-story.ts'

const before: CountedScore = { score: 71.2, parts: { orders: [12, 40], satisfaction: [4, 31.2], visits: [3, 0] } }

describe('scoreChange', () => {
  it('tells the customer’s own values from the others’', () => {
    const after: CountedScore = { score: 60.1, parts: { orders: [12, 38], satisfaction: [2, 22.1], visits: [3, 0] } }
    expect(scoreChange(before, after, true)).toEqual({
      ...{ from: 71.2, to: 60.1, points: -11.1 },
      parts: [
        { key: 'satisfaction', cause: 'value', points: -9.1, from: 4, to: 2 },
        { key: 'orders', cause: 'others', points: -2, from: 12, to: 12 },
      ],
    })
  })

  it.each<[string, CountedScore['parts'], boolean, string]>([
    ['another version of the standard', { ...before.parts, orders: [12, 30] }, false, 'standard'],
    ['a new indicator', { ...before.parts, newness: [1, 5] }, false, 'standard'],
    ['another indicator went blank', { ...before.parts, visits: [null, null], orders: [12, 45] }, true, 'share'],
    ['a value that appeared', { ...before.parts, visits: [5, 9] }, true, 'value'],
    ['a value that went blank', { ...before.parts, orders: [null, null] }, true, 'value'],
  ])('%s', (_, parts, sameStandard, cause) => {
    const score = Object.values(parts).reduce((sum, [, points]) => sum + (points ?? 0), 0)
    expect(scoreChange(before, { score, parts }, sameStandard).parts[0]?.cause).toBe(cause)
  })

  const counted = fc
    .dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.tuple(fc.option(fc.nat(3)), fc.option(fc.double({ min: 0, max: 25, noNaN: true }))),
    )
    .map((parts) => ({ score: Object.values(parts).reduce((sum, [, points]) => sum + (points ?? 0), 0), parts }))

  it('has points that add up to the difference of the scores exactly', () => {
    fc.assert(
      fc.property(counted, counted, fc.boolean(), (one, other, same) => {
        const { from, to, points, parts } = scoreChange(one, other, same)
        const tenths = parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0)
        expect(tenths).toBe(Math.round(points * 10))
        expect(tenths).toBe(Math.round(to * 10) - Math.round(from * 10))
        for (const { key, points } of parts) {
          expect(Math.abs(points - ((other.parts[key]?.[1] ?? 0) - (one.parts[key]?.[1] ?? 0)))).toBeLessThan(0.2)
        }
      }),
    )
  })
})

describe('roundedParts', () => {
  it.each([
    ['the largest fraction gets what is missing', [1.2, 2.7, 3.1], 7, [1, 3, 3]],
    ['falls too', [-1.2, -2.7], -4, [-1, -3]],
    ['more is missing than there are parts', [1, 0, 1], 5, [3, 0, 2]],
    ['too much', [1.9, 1.8], 1, [1, 0]],
    ['nothing but zeros', [0, 0], 1, [1, 0]],
    ['nothing', [], 3, []],
  ])('%s', (_, parts, total, expected) => {
    expect(roundedParts(parts, total)).toEqual(expected)
  })
})

describe('scoreStory', () => {
  const complaint: DatedEvent = { kind: 'complaint', day: 105, name: 'C-2026-000123' }
  const order: DatedEvent = { kind: 'order', day: 103, name: 'O-1', amount: 50 }
  const answer: DatedEvent = { kind: 'answer', day: 107, name: '', satisfaction: 2 }
  const after: CountedScore = { score: 60.1, parts: { orders: [12, 38], satisfaction: [2, 22.1], visits: [3, 0] } }
  const bearsOn = (key: string) => (key === 'satisfaction' ? (['answer', 'complaint'] as const) : (['order'] as const))

  it('puts events with the cause they bear on, latest first; the others stand by themselves', () => {
    const story = scoreStory(
      scoreChange(before, after, true),
      [complaint, order, answer],
      { from: 100, to: 110 },
      bearsOn,
    )
    expect(story.causes.map(({ key, events }) => [key, events])).toEqual([
      ['satisfaction', [answer, complaint]],
      ['orders', []],
    ])
    expect(story.also).toEqual([order])
    expect(story.points).toBe(-11.1)
  })

  it('takes events from the day of the earlier run to the day of the later one, both included', () => {
    const events = [99, 100, 105, 110, 111].map((day) => ({ ...order, day }))
    const { also } = scoreStory(scoreChange(before, before, true), events, { from: 100, to: 110 }, bearsOn)
    expect(also.map(({ day }) => day)).toEqual([110, 105, 100])
  })
})
