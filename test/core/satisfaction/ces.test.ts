import { describe, expect, it } from 'vitest'
import { ces } from '../../../core/satisfaction/ces.ts'

describe('ces', () => {
  it.each([
    [[7, 5, 4, 1], 7, 'MEAN', 4.25],
    [[7, 5, 4, 1], 7, 'SHARE', 0.5],
    [[6, 4.9, 5], 7, 'SHARE', 2 / 3],
    [[5, 4, 3, 1], 5, 'MEAN', 3.25],
    [[5, 4, 3, 1], 5, 'SHARE', 0.5],
  ] as const)('of %j of %d by %s is %d', (scores, scale, mode, figure) => expect(ces(scores, scale, mode)).toBe(figure))

  it('is undefined without answers', () => {
    expect([ces([], 7, 'MEAN'), ces([], 5, 'SHARE')]).toEqual([undefined, undefined])
  })
})
