import { safeParse } from 'valibot'
import { expect, test } from 'vitest'
import { askedQuestion } from '../../../core/survey/asked-question.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import { questionInputSchema, questionSchema } from '../../../core/survey/question.ts'
import { satisfactionQuestions } from '../../../core/survey/satisfaction-questions.ts'
import { textIn, textIs } from '../../../core/survey/texts.ts'

const usual = numberedQuestions(satisfactionQuestions())

test('the usual survey is NPS, three dimensions and a comment, in both languages', () => {
  expect(usual.map(({ type }) => type)).toEqual(['nps', 'csat', 'csat', 'csat', 'text'])
  expect(usual.map(({ dimension }) => dimension && textIn(dimension, 'zh-CN'))).toEqual([
    '净推荐值',
    '产品质量',
    '服务态度',
    '响应速度',
    undefined,
  ])
  for (const question of usual) {
    expect(safeParse(questionSchema, question).success).toBe(true)
    expect(textIn(question.title, 'en')).not.toBe(textIn(question.title, 'zh-CN'))
  }
})

test.each([
  ['blank is the first of its type', 'CSAT', '', 'productQuality'],
  ['by number', 'CSAT', '3', 'serviceAttitude'],
  ['by id', 'CSAT', 'responseSpeed', 'responseSpeed'],
  ['by dimension in any language and letters', 'CSAT', ' SERVICE attitude', 'serviceAttitude'],
  ['by dimension in Chinese', 'CSAT', '响应速度', 'responseSpeed'],
  ['by title', 'NPS', 'How likely are you to recommend us to a friend or colleague?', 'nps'],
  ['a text can be counted', 'COUNT', 'comment', 'comment'],
] as const)('%s', (_, metric, name, id) => {
  expect(askedQuestion(usual, metric, name)?.id).toBe(id)
})

test.each([
  ['no such number', 'CSAT', '6', 'questionUnknown'],
  ['no such name', 'CSAT', 'Price', 'questionUnknown'],
  ['a text has no NPS', 'NPS', 'comment', 'questionUnfit'],
  ['there is no ease here', 'CES', '', 'questionUnfit'],
] as const)('%s', (_, metric, name, code) => {
  expect(() => askedQuestion(usual, metric, name)).toThrowError(expect.objectContaining({ code }))
})

test('a count without a question is of whole answers', () => {
  expect(askedQuestion(usual, 'COUNT', undefined)).toBeUndefined()
})

test('questions and options without ids are numbered by place', () => {
  const [first, second] = numberedQuestions([
    { type: 'nps', title: 'A', required: false },
    { type: 'single', title: 'B', required: false, options: [{ label: 'x' }, { id: 'why', label: 'y' }] },
  ])
  expect([first!.id, second!.id, second!.options!.map(({ id }) => id)]).toEqual(['q1', 'q2', ['o1', 'why']])
})

test('a text in one language serves the other too', () => {
  expect(textIn({ 'zh-CN': '春' }, 'en')).toBe('春')
  expect(textIs({ en: 'Spring', 'zh-CN': '春' }, '春 ')).toBe(true)
  expect(textIs(undefined, '')).toBe(false)
  expect(safeParse(questionInputSchema, { type: 'nps', title: {} }).success).toBe(false)
})
