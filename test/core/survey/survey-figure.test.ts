import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanInterval } from '../../../core/survey/mean-interval.ts'
import { surveyFigure, valueShare } from '../../../core/survey/survey-figure.ts'
import { addTally, countAnswers, emptyTally, type Tally } from '../../../core/survey/tally.ts'

const counted = (question: string, scores: number[]): Tally => {
  const tally = emptyTally()
  for (const score of scores) countAnswers(tally, { [question]: score }, () => false)
  return tally
}

test('NPS of 6 promoters, 3 passives, 1 detractor is 50, with the adjusted Wald limits', () => {
  const tally = counted('q', [9, 9, 10, 10, 9, 10, 7, 8, 7, 0])
  const { n, figure, low, high } = surveyFigure('NPS', tally, 'q')
  expect([n, figure]).toEqual([10, 50])
  const promoters = 6.75 / 13
  const detractors = 1.75 / 13
  const error = Math.sqrt((promoters + detractors - (promoters - detractors) ** 2) / 13)
  expect(low).toBeCloseTo(100 * (promoters - detractors - 1.959964 * error), 4)
  expect(high).toBeCloseTo(100 * (promoters - detractors + 1.959964 * error), 4)
})

test('satisfaction of 8 in 10 is 0.8 with the Wilson limits 0.490 and 0.943', () => {
  const { figure, low, high } = surveyFigure('CSAT', counted('q', [5, 5, 5, 4, 4, 4, 4, 4, 3, 1]), 'q')
  expect(figure).toBe(0.8)
  expect(low).toBeCloseTo(0.4902, 4) // Newcombe (1998): 8 of 10 by Wilson
  expect(high).toBeCloseTo(0.9433, 4)
})

test.each([
  [5, 4],
  [7, 6],
  [10, 8],
] as const)('of %i points, those from %i are satisfied', (points, least) => {
  const all = Array.from({ length: points }, (_, i) => i + 1)
  expect(surveyFigure('CSAT', counted('q', all), 'q', points).figure).toBe((points - least + 1) / points)
})

test('a mean of 2, 4, 4, 4, 5, 5, 7, 9 is 5 with a standard error of the sample', () => {
  const mean = meanInterval([2, 4, 4, 4, 5, 5, 7, 9].map((score) => ({ score, count: 1 })))!
  expect(mean.mean).toBe(5)
  expect(mean.high! - 5).toBeCloseTo(1.959964 * Math.sqrt(32 / 7 / 8), 5)
})

test('a value counts as often as it came, and the limits lie around the mean', () => {
  const counted = [
    { score: 2, count: 1 },
    { score: 4, count: 3 },
    { score: 5, count: 2 },
    { score: 7, count: 1 },
    { score: 9, count: 1 },
  ]
  const half = 1.959964 * Math.sqrt(32 / 7 / 8)
  const { mean, low, high } = meanInterval(counted)!
  expect(mean).toBe(5)
  expect([low, high]).toEqual([expect.closeTo(5 - half, 5), expect.closeTo(5 + half, 5)])
})

test('without answers nothing is claimed, of one answer no limits', () => {
  for (const metric of ['NPS', 'CSAT', 'CES', 'MEAN'] as const) {
    expect(surveyFigure(metric, emptyTally(), 'q')).toEqual({ n: 0, figure: null, low: null, high: null })
  }
  expect(surveyFigure('CES', counted('q', [6]), 'q')).toEqual({ n: 1, figure: 6, low: null, high: null })
  expect(meanInterval([])).toBeUndefined()
})

test('shares of several choices are of those who chose, and may add up to more than all', () => {
  const tally = emptyTally()
  countAnswers(tally, { q: ['a', 'b'] }, () => false)
  countAnswers(tally, { q: ['b'] }, () => false)
  countAnswers(tally, { other: 1 }, () => false)
  expect(valueShare(tally, 'q', 'a')).toMatchObject({ n: 1, figure: 0.5 })
  expect(valueShare(tally, 'q', 'b')).toMatchObject({ n: 2, figure: 1 })
  // Wilson: one of two lies between 0.0945 and 0.9055 (R, prop.test without correction)
  expect(valueShare(tally, 'q', 'a')).toMatchObject({ low: expect.closeTo(0.0945, 4), high: expect.closeTo(0.9055, 4) })
  expect(valueShare(tally, 'q', 'c')).toMatchObject({ n: 0, figure: 0, low: 0 })
  expect(valueShare(tally, 'unasked', 'a')).toEqual({ n: 0, figure: null, low: null, high: null })
  expect(surveyFigure('COUNT', tally, 'q').figure).toBe(2)
  expect(surveyFigure('COUNT', counted('q', [9, 9, 10]), 'q')).toEqual({ n: 3, figure: 3, low: null, high: null })
  expect(surveyFigure('COUNT', tally, undefined).figure).toBe(3)
})

test('texts are counted, never kept', () => {
  const tally = emptyTally()
  countAnswers(tally, { q: 'Something private' }, () => true)
  expect(tally).toEqual({ n: 1, questions: { q: { '*': 1 } } })
})

const scoresArbitrary = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 40 })

test('days counted apart and added are the days counted together', () => {
  fc.assert(
    fc.property(scoresArbitrary, scoresArbitrary, (first, second) => {
      const sum = counted('q', first)
      addTally(sum, counted('q', second))
      expect(sum.n).toBe(first.length + second.length)
      const together = counted('q', [...first, ...second])
      for (const metric of ['NPS', 'MEAN', 'COUNT'] as const) {
        expect(surveyFigure(metric, sum, 'q')).toEqual(surveyFigure(metric, together, 'q'))
      }
    }),
  )
})

test('a figure lies between its limits, and one more promoter never lowers NPS', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 }), (scores) => {
      const csat = surveyFigure(
        'CSAT',
        counted(
          'q',
          scores.map((score) => 1 + (score % 5)),
        ),
        'q',
      )
      expect(csat.low! <= csat.figure! && csat.figure! <= csat.high!).toBe(true)
      const nps = surveyFigure('NPS', counted('q', scores), 'q')
      expect(nps.low! >= -100 && nps.high! <= 100 && nps.low! <= nps.high!).toBe(true)
      expect(surveyFigure('NPS', counted('q', [...scores, 10]), 'q').figure!).toBeGreaterThanOrEqual(nps.figure!)
    }),
  )
})
