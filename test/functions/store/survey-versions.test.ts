import { describe, expect, test } from 'vitest'
import type { Question } from '../../../core/survey/question.ts'
import { knownQuestions, withQuestions, withTitle } from '../../../functions/store/survey.ts'
import { surveyOf } from './answers.ts'

const question = (id: string, change: Partial<Question> = {}): Question => ({
  ...{ id, type: 'text', title: id, required: false, ...change },
})

describe('other questions', () => {
  const survey = surveyOf({ questions: [question('a'), question('b')], version: 4, earlier: [question('old')] })

  test('make the next version, and those that are asked no more stay known', () => {
    const next = withQuestions(survey, [question('c'), question('b', { title: 'B?' })])
    expect(next).toEqual({
      ...survey,
      ...{ questions: [question('c'), question('b', { title: 'B?' })], earlier: [question('a'), question('old')] },
      ...{ former: { b: { options: [], names: ['b'] } }, version: 5 },
    })
    expect(knownQuestions(next).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'old'])
    expect(withQuestions(next, [...next.questions, question('old')]).earlier).toEqual([question('a')])
  })
  test('are none where they are the same', () => {
    expect(withQuestions(survey, [question('a'), question('b')])).toBe(survey)
    expect(withQuestions(survey, [question('b'), question('a')]).version).toBe(5)
  })
})

describe('another title', () => {
  test('leaves the one before among the former ones, once each, the latest last', () => {
    const survey = surveyOf({ title: 'B', formerTitles: ['A', { en: 'C' }] })
    expect(withTitle(survey, 'D')).toEqual({ ...survey, title: 'D', formerTitles: ['A', { en: 'C' }, 'B'] })
    expect(withTitle(survey, { en: 'C' })).toEqual({ ...survey, title: { en: 'C' }, formerTitles: ['A', 'B'] })
    expect(withTitle(survey, 'B')).toBe(survey)
  })
  test('leaves fifty of them', () => {
    const formerTitles = Array.from({ length: 50 }, (_, n) => `${n}`)
    const after = withTitle(surveyOf({ title: 'Now', formerTitles }), 'New').formerTitles
    expect([after.length, after[0], after.at(-1)]).toEqual([50, '1', 'Now'])
    expect(withTitle(surveyOf({ title: 'Now', formerTitles: formerTitles.slice(1) }), 'New').formerTitles[0]).toBe('1')
  })
})
