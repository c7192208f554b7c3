import { expect, test } from 'vitest'
import { answerInBrief } from '../../../core/customer-page/answer-in-brief.ts'
import { customerFacts } from '../../../core/customer-page/customer-facts.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import { satisfactionQuestions } from '../../../core/survey/satisfaction-questions.ts'

const questions = numberedQuestions(satisfactionQuestions())
const complaint = (day: string, kind: 'complaint' | 'praise' = 'complaint', state: 'received' | 'closed' = 'closed') =>
  ({ day, kind, state }) as const

test.each([
  ['a year ago to the day', '2025-03-10', 0],
  ['the day after that', '2025-03-11', 1],
  ['today', '2026-03-10', 1],
  ['tomorrow, by a clock that runs ahead', '2026-03-11', 0],
])('a complaint of %s', (_, day, complaints) => {
  expect(customerFacts([], [complaint(day)], '2026-03-10')).toEqual({ complaints, openComplaints: 0 })
})

test('twelve months before the 29th of February begin with March', () => {
  const days = ['2027-02-28', '2027-03-01']
  const facts = customerFacts(
    [],
    days.map((day) => complaint(day)),
    '2028-02-29',
  )
  expect(facts.complaints).toBe(1)
})

test('praise is no complaint, an open complaint is open however old', () => {
  const all = [complaint('2026-03-01', 'praise', 'received'), complaint('2020-01-01', 'complaint', 'received')]
  expect(customerFacts([], all, '2026-03-10')).toEqual({ complaints: 0, openComplaints: 1 })
})

test('a score of 0 is a score, and each fact is that of the latest answer that has it', () => {
  const answers = [
    { day: '2026-03-05', ...answerInBrief(questions, { comment: 'ok' }) },
    { day: '2026-03-04', ...answerInBrief(questions, { nps: 0 }) },
    { day: '2026-03-03', ...answerInBrief(questions, { nps: 9, productQuality: 5, responseSpeed: 2 }) },
    { day: '2026-03-02', ...answerInBrief(questions, { productQuality: 1 }) },
  ]
  expect(customerFacts(answers, [], '2026-03-10')).toEqual({
    latestNps: 0,
    satisfaction: 3.5,
    lastAnswer: '2026-03-05',
    complaints: 0,
    openComplaints: 0,
  })
})

test('a comment is cut between characters, not within one', () => {
  const { comment } = answerInBrief(questions, { comment: '𠮷'.repeat(201) })
  expect(comment).toBe(`${'𠮷'.repeat(199)}…`)
  expect(answerInBrief(questions, { comment: '𠮷'.repeat(200) }).comment).toBe('𠮷'.repeat(200))
})
