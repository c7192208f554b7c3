import { safeParse } from 'valibot'
import { expect, test } from 'vitest'
import { askedQuestion, fittingQuestions } from '../../../core/survey/asked-question.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import {
  type Question,
  type QuestionInput,
  questionInputSchema,
  questionSchema,
} from '../../../core/survey/question.ts'
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
  ['so is a space', 'CSAT', ' ', 'productQuality'],
  ['blank is the first score for a mean', 'MEAN', undefined, 'nps'],
  ['by number', 'CSAT', '3', 'serviceAttitude'],
  ['by id', 'CSAT', 'responseSpeed', 'responseSpeed'],
  ['by id with blanks around it', 'CSAT', ' responseSpeed ', 'responseSpeed'],
  ['the first by number', 'NPS', '1', 'nps'],
  ['the last by number', 'COUNT', '5', 'comment'],
  ['by dimension in any language and letters', 'CSAT', ' SERVICE attitude', 'serviceAttitude'],
  ['by dimension in Chinese', 'CSAT', '响应速度', 'responseSpeed'],
  ['by title', 'NPS', 'How likely are you to recommend us to a friend or colleague?', 'nps'],
  ['a text can be counted', 'COUNT', 'comment', 'comment'],
] as const)('%s', (_, metric, name, id) => {
  expect(askedQuestion(usual, metric, name)?.id).toBe(id)
})

test.each([
  ['no such number', 'CSAT', '6', 'The survey has no question "6". Check its number or title.'],
  ['questions count from 1', 'CSAT', '0', 'The survey has no question "0".'],
  ['no such name', 'CSAT', 'Price', 'The survey has no question "Price".'],
  ['a text has no NPS', 'NPS', 'comment', 'NPS cannot be counted from this question or survey.'],
  ['there is no ease here', 'CES', '', 'CES cannot be counted from this question or survey.'],
  ['no question has a rate of response', 'RESPONSE_RATE', 'nps', 'RESPONSE_RATE cannot be counted from this question'],
] as const)('%s', (_, metric, name, message) => {
  expect(() => askedQuestion(usual, metric, name)).toThrow(message)
})

test.each([
  ['NPS', ['nps']],
  ['CSAT', ['productQuality', 'serviceAttitude', 'responseSpeed']],
  ['CES', []],
  ['MEAN', ['nps', 'productQuality', 'serviceAttitude', 'responseSpeed']],
  ['COUNT', ['nps', 'productQuality', 'serviceAttitude', 'responseSpeed', 'comment']],
  ['RESPONSE_RATE', []],
] as const)('%s can be counted from %j', (metric, ids) => {
  expect(fittingQuestions(usual, metric).map(({ id }) => id)).toEqual(ids)
})

test('a former name asks for the only question that was called so, unless one is called so now', () => {
  const was = (...names: string[]) => ({ options: [], names })
  const former = { nps: was('Service'), productQuality: was('Goods', 'Old'), comment: was('Old', 'Response speed') }
  const asked = (name: string) => askedQuestion(usual, 'COUNT', name, former)?.id
  expect([asked('service '), asked('Goods'), asked('response speed')]).toEqual([
    'nps',
    'productQuality',
    'responseSpeed',
  ])
  expect(() => asked('Old')).toThrow('The survey has no question "Old"')
})

test('a count without a question is of whole answers', () => {
  expect(askedQuestion(usual, 'COUNT', undefined)).toBeUndefined()
  expect(askedQuestion(usual, 'RESPONSE_RATE', '')).toBeUndefined()
})

test('questions and options without ids are numbered by place', () => {
  const [first, second] = numberedQuestions([
    { type: 'nps', title: 'A', required: false },
    { type: 'single', title: 'B', required: false, options: [{ label: 'x' }, { id: 'why', label: 'y' }] },
  ])
  expect([first!.id, second!.id, second!.options!.map(({ id }) => id)]).toEqual(['q1', 'q2', ['o1', 'why']])
})

const options = [{ label: 'x' }, { label: 'y' }]
const text = { type: 'text', title: 'Why?', required: false } as const
const score = { type: 'nps', title: 'Recommend?', required: false } as const
test.each<[string, QuestionInput[], string]>([
  ['a choice of nothing', [text, { ...text, type: 'single' }], 'Question 2 has no options to choose from.'],
  ['several of nothing', [{ ...text, type: 'multiple' }], 'Question 1 has no options to choose from.'],
  ['options of a text', [text, { ...text, options }], 'Question 2 is not a choice. Leave its options out.'],
  [
    'two questions of one id',
    [
      { ...text, id: 'why' },
      { ...text, id: 'why' },
    ],
    'The id why comes twice. Send each once.',
  ],
  [
    'points of a text',
    [{ ...text, points: 7 }],
    'Question 1 is not about satisfaction. Leave its number of points out.',
  ],
  [
    'to depend on what comes later',
    [{ ...text, showIf: { question: 'q2', atLeast: 1 } }, score],
    'Question 1 depends on',
  ],
  ['to depend on no limit', [score, { ...text, showIf: { question: 'q1' } }], 'Question 2 depends on an answer'],
  ['limits that nobody can give', [score, { ...text, showIf: { question: 'q1', atLeast: 11 } }], 'Question 2 depends'],
  ['to depend on a text', [text, { ...text, showIf: { question: 'q1', atMost: 3 } }], 'Question 2 depends on'],
  [
    'to depend on an option that is not there',
    [
      { ...text, type: 'single', options },
      { ...text, showIf: { question: 'q1', anyOf: ['o3'] } },
    ],
    'Question 2 depends on',
  ],
  [
    'two options of one id',
    [
      {
        ...text,
        type: 'multiple',
        options: [
          { id: 'o2', label: 'x' },
          { id: 'o2', label: 'y' },
        ],
      },
    ],
    'The id o2 comes twice.',
  ],
])('%s is refused', (_, questions, message) => {
  expect(() => numberedQuestions(questions)).toThrow(message)
})

test('several choices and texts are numbered as they stand', () => {
  const kept = numberedQuestions([{ ...text, type: 'multiple', options }, text])
  expect(kept[0]?.options?.map(({ id }) => id)).toEqual(['o1', 'o2'])
  expect(kept[1]).toEqual({ ...text, id: 'q2' })
})

test('ids that are given keep theirs, the others get what is free, of earlier versions too', () => {
  const ids = (asked: QuestionInput[], earlier: Question[] = []) =>
    numberedQuestions(asked, earlier).map(({ id }) => id)
  expect(ids([{ ...text, id: 'q2' }, text])).toEqual(['q2', 'q3'])
  expect(ids([text, text], [{ ...text, id: 'q1' }])).toEqual(['q2', 'q3'])
  const several = numberedQuestions([
    { ...text, type: 'multiple', options: [{ id: 'o2', label: 'x' }, { label: 'y' }] },
  ])
  expect(several[0]?.options?.map(({ id }) => id)).toEqual(['o2', 'o3'])
})

test('an option gets an id that none of its question had, and is the same one under the same label', () => {
  const labels = (...all: string[]) => all.map((label) => ({ label }))
  const asked = (...all: string[]): QuestionInput => ({ ...text, id: 'q1', type: 'single', options: labels(...all) })
  const before = numberedQuestions([asked('x', 'y')])
  const ids = (...all: string[]) => numberedQuestions([asked(...all)], before)[0]?.options?.map(({ id }) => id)
  expect(ids('x', 'new')).toEqual(['o1', 'o3'])
  expect(ids('new', 'y', 'x')).toEqual(['o3', 'o2', 'o1'])
  expect(ids('x', 'x')).toEqual(['o1', 'o3'])
})

test('a question keeps its type and its scale', () => {
  const before: Question[] = [{ ...score, id: 'q1', type: 'csat' }]
  expect(numberedQuestions([{ ...score, id: 'q1', type: 'csat', points: 5, title: 'Happy?' }], before)).toHaveLength(1)
  for (const changed of [{ type: 'ces' }, { type: 'csat', points: 10 }] as const) {
    expect(() => numberedQuestions([{ ...score, id: 'q1', ...changed }], before)).toThrow('had another type or scale')
  }
})

test('a text in one language serves the other too', () => {
  expect(textIn({ 'zh-CN': '春' }, 'en')).toBe('春')
  expect(textIs({ en: 'Spring', 'zh-CN': '春' }, '春 ')).toBe(true)
  expect(textIn({ en: 'Spring', 'zh-CN': '春' }, 'zh-CN')).toBe('春')
  expect(textIn('Spring', 'zh-CN')).toBe('Spring')
  expect(textIn({}, 'en')).toBe('')
  expect(textIs(' Spring ', 'SPRING')).toBe(true)
  expect(textIs({ en: 'Spring', 'zh-CN': undefined }, '春')).toBe(false)
  expect(textIs(undefined, '')).toBe(false)
  expect(safeParse(questionInputSchema, { type: 'nps', title: {} }).success).toBe(false)
})
