import { describe, expect, test } from 'vitest'
import type { Question } from '../../../core/survey/question.ts'
import {
  isOpenOn,
  knownQuestions,
  namedSurvey,
  type Survey,
  withQuestions,
  withTitle,
} from '../../../functions/store/survey.ts'
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

describe('a cell names a survey', () => {
  const surveys = [
    surveyOf({ id: 'one', title: { en: 'Spring', 'zh-CN': '春' } }),
    surveyOf({ id: 'two', title: 'Summer', formerTitles: ['Spring', 'Heat', 'Cold'] }),
    surveyOf({ id: 'three', title: 'Autumn', formerTitles: ['Cold'] }),
    surveyOf({ id: 'four', title: 'Autumn' }),
  ]
  test.each([
    [' one ', 'one'],
    ['spring', 'one'],
    ['春', 'one'],
    ['Heat', 'two'],
  ])('as "%s"', (name, id) => {
    expect(namedSurvey(surveys, name).id).toBe(id)
  })
  test.each([
    ['Winter', 'surveyUnknown'],
    ['Autumn', 'surveyAmbiguous'],
    ['Cold', 'surveyAmbiguous'],
  ])('"%s" is none or several', (name, code) => {
    expect(() => namedSurvey(surveys, name)).toThrow(expect.objectContaining({ code, details: { survey: name } }))
  })
})

test('a survey is open while it is, up to its last day', () => {
  const open = (survey: Partial<Survey>, day = '2026-03-10') => isOpenOn(surveyOf(survey), day)
  expect([open({}), open({ status: 'draft' }), open({ status: 'closed' })]).toEqual([true, false, false])
  expect(['2026-03-10', '2026-03-09'].map((closesOn) => open({ closesOn }))).toEqual([true, false])
  expect(open({ status: 'closed', closesOn: '2026-12-31' })).toBe(false)
})
