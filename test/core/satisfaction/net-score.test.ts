import { expect, it } from 'vitest'
import { netScore } from '../../../core/satisfaction/net-score.ts'

it('has the variance 5/9 over n for 1/2 promoters, 1/3 passives and 1/6 detractors', () => {
  // W. Huber, "How can I calculate margin of error in a NPS result?", stats.stackexchange.com/a/18609
  const { net, standardError } = netScore({ promoters: 162, passives: 108, detractors: 54 }, 0)
  expect(net).toBeCloseTo(1 / 3, 12)
  expect(standardError).toBeCloseTo(Math.sqrt(5 / 9 / 324), 12)
})

it('is the score of the answers with a quarter of what is added on either side', () => {
  // 1 + 3/4 promoters and 3/4 detractors of 4: net 1/4, variance (5/8 - 1/16) / 4
  const { net, standardError } = netScore({ promoters: 1, passives: 0, detractors: 0 }, 3)
  expect(net).toBe(0.25)
  expect(standardError).toBe(0.375)
})

it('has no error where all agree and nothing is added', () => {
  expect(netScore({ promoters: 0, passives: 0, detractors: 7 }, 0)).toEqual({ net: -1, standardError: 0 })
})
