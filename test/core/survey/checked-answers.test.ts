import { describe, expect, test } from 'vitest'
import { checkedAnswers } from '../../../core/survey/checked-answers.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import type { Question } from '../../../core/survey/question.ts'

const questions: Question[] = [
  { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
  { id: 'csat', type: 'csat', title: 'Content?', required: false },
  { id: 'ces', type: 'ces', title: 'Easy?', required: false },
  {
    id: 'one',
    type: 'single',
    title: 'Which?',
    required: false,
    options: [
      { id: 'o1', label: { en: 'Phone', 'zh-CN': '电话' } },
      { id: 'o2', label: 'Web' },
    ],
  },
  {
    id: 'some',
    type: 'multiple',
    title: 'Which?',
    required: false,
    options: [
      { id: 'o1', label: 'A' },
      { id: 'o2', label: 'B' },
    ],
  },
  { id: 'text', type: 'text', title: 'Why?', required: false },
]

const good: [string, unknown, string, unknown][] = [
  ['a number', 0, 'nps', 0],
  ['a number as text', ' 10 ', 'nps', 10],
  ['the lowest satisfaction', 1, 'csat', 1],
  ['the highest ease', '7', 'ces', 7],
  ['an option by id', 'o1', 'one', 'o1'],
  ['an option by label in another language', '电话', 'one', 'o1'],
  ['an option by label in other letters', ' web ', 'one', 'o2'],
  ['one of several', 'A', 'some', ['o1']],
  ['several, in any order, one twice', ['o2', 'A', 'o2'], 'some', ['o1', 'o2']],
  ['the longest text', 'x'.repeat(4000), 'text', 'x'.repeat(4000)],
  ['a text with blanks around it', ' fine \n', 'text', 'fine'],
]
test.each(good)('%s is kept', (_, given, id, kept) => {
  const { answers, problems } = checkedAnswers(questions, { nps: 5, [id]: given })
  expect(problems).toEqual({})
  expect(answers[id]).toEqual(kept)
})

const bad: [string, unknown, string, string][] = [
  ['eleven', 11, 'nps', 'answerScale'],
  ['minus one', -1, 'nps', 'answerScale'],
  ['a half', 8.5, 'nps', 'answerScale'],
  ['a word', 'ten', 'nps', 'answerScale'],
  ['true', true, 'nps', 'answerScale'],
  ['a number in another notation', '1e1', 'nps', 'answerScale'],
  ['a list of one number', [9], 'nps', 'answerScale'],
  ['zero satisfaction', 0, 'csat', 'answerScale'],
  ['six of five', '6', 'csat', 'answerScale'],
  ['eight of seven', 8, 'ces', 'answerScale'],
  ['an option that is none', 'Fax', 'one', 'answerOption'],
  ['two where one is asked', ['o1', 'o2'], 'one', 'answerOption'],
  ['several with one that is none', ['o1', 'x'], 'some', 'answerOption'],
  ['a text that is too long', 'x'.repeat(4001), 'text', 'answerLength'],
  ['a list as text answer', ['fine'], 'text', 'answerLength'],
  ['a number as text answer', 5, 'text', 'answerLength'],
  ['blank where an answer is needed', ' ', 'nps', 'answerRequired'],
]
test.each(bad)('%s is a problem of its own question', (_, given, id, code) => {
  const { answers, problems } = checkedAnswers(questions, { nps: 5, csat: 3, [id]: given })
  expect(Object.keys(problems)).toEqual([id])
  expect(problems[id]?.code).toBe(code)
  expect(answers).not.toHaveProperty(id)
})

test.each([
  ['nps', 11, 'Question 1 takes a whole number from 0 to 10. Correct the answer.'],
  ['ces', 0, 'Question 3 takes a whole number from 1 to 7. Correct the answer.'],
  ['one', 'Fax', 'The answer to question 4 is not one of its options. Choose one.'],
  ['text', 5, 'The answer to question 6 is not a text of at most 4000 characters. Shorten it.'],
])('what is wrong with %s is said with its place', (id, given, message) => {
  expect(checkedAnswers(questions, { nps: 5, [id]: given }).problems[id]?.message).toBe(message)
})

test('a question that needs an answer is named by its place, one that nobody asked by its id', () => {
  const [first, ...others] = questions
  const { problems } = checkedAnswers([...others, first!], { csat: 3, colour: 'red' })
  expect(problems.nps?.message).toBe('Question 6 needs an answer. Please answer it.')
  expect(problems['']?.message).toBe('The survey has no question "colour". Check its number or title.')
})

test('a choice whose options are gone can be answered by none', () => {
  const bare: Question[] = [{ id: 'one', type: 'single', title: 'Which?', required: false }]
  expect(checkedAnswers(bare, { one: 'o1' }).problems.one?.code).toBe('answerOption')
})

test('blank is not answered, and nothing at all is a problem of the whole', () => {
  const optional = questions.slice(1)
  expect(checkedAnswers(optional, { csat: '', some: [], text: null, ces: 4 })).toEqual({
    answers: { ces: 4 },
    problems: {},
  })
  expect(checkedAnswers(optional, { csat: '' }).problems['']?.code).toBe('nothingAnswered')
  expect(checkedAnswers(optional, { other: 1, ces: 4 }).problems['']?.code).toBe('questionUnknown')
})

describe('a question that depends on an earlier answer', () => {
  const asked = numberedQuestions([
    { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
    { id: 'why', type: 'text', title: 'Why not?', required: true, showIf: { question: 'nps', atMost: 6 } },
    { id: 'how', type: 'multiple', title: 'How?', required: false, options: [{ label: 'Phone' }, { label: 'Web' }] },
    { id: 'page', type: 'text', title: 'Which page?', required: false, showIf: { question: 'how', anyOf: ['o2'] } },
    { id: 'more', type: 'text', title: 'More?', required: false, showIf: { question: 'nps', atLeast: 3, atMost: 4 } },
  ])

  test.each<[Record<string, unknown>, unknown, string[]]>([
    [{ nps: 7 }, { nps: 7 }, []],
    [{ nps: 6 }, { nps: 6 }, ['why']],
    [{ nps: '6', why: 'Late' }, { nps: 6, why: 'Late' }, []],
    [{ nps: 7, why: 'Late' }, { nps: 7 }, []],
    [{ why: 'Late' }, {}, ['nps', '']],
    [{ nps: 9, how: ['Web', 'o1'], page: 'Home' }, { nps: 9, how: ['o1', 'o2'], page: 'Home' }, []],
    [{ nps: 9, how: 'o1', page: 'Home' }, { nps: 9, how: ['o1'] }, []],
    [{ nps: 9, page: 'Home' }, { nps: 9 }, []],
    [{ nps: 3, why: 'x', more: 'y' }, { nps: 3, why: 'x', more: 'y' }, []],
    [{ nps: 5, why: 'x', more: 'y' }, { nps: 5, why: 'x' }, []],
  ])('%j is kept as %j', (raw, kept, wrong) => {
    const { answers, problems } = checkedAnswers(asked, raw)
    expect(answers).toEqual(kept)
    expect(Object.keys(problems)).toEqual(wrong)
  })
})

test.each([
  [undefined, 5, 6],
  [7, 7, 8],
  [10, 10, 11],
] as const)('satisfaction of %s points goes from 1 to %i', (points, most, over) => {
  const asked = numberedQuestions([
    { id: 'q', type: 'csat', title: 'Content?', required: false, ...(points && { points }) },
  ])
  for (const score of [1, most]) expect(checkedAnswers(asked, { q: score }).answers).toEqual({ q: score })
  for (const score of [0, over]) expect(checkedAnswers(asked, { q: score }).problems.q?.code).toBe('answerScale')
})
