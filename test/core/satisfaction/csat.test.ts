import { expect, it } from 'vitest'
import { csat, csatThreshold } from '../../../core/satisfaction/csat.ts'

it('counts an answer on the threshold as satisfied', () => expect(csat([3, 4, 5, 5, 1], 4)).toBe(0.6))
it('is undefined without answers', () => expect(csat([], 4)).toBeUndefined())
it('knows the usual thresholds of 5, 7 and 10', () => {
  expect([5, 7, 10, 6].map(csatThreshold)).toEqual([4, 6, 8, undefined])
})
