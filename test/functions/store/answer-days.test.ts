import { describe, expect, test } from 'vitest'
import type { Tally } from '../../../core/survey/tally.ts'
import type { Answer } from '../../../functions/store/answer.ts'
import { answerDays, type Cut, textQuestions } from '../../../functions/store/answer-days.ts'
import { answerOf, surveyOf, workspace } from './answers.ts'

const counted = (cut: Cut, ...answers: Partial<Answer>[]) => {
  const groups = new Map<string, Tally>()
  for (const answer of answers) answerDays(workspace, surveyOf(), cut).count(groups, answerOf(answer))
  return Object.fromEntries(groups)
}
const values = (cut: Cut, answer: Partial<Answer>) => Object.keys(counted(cut, answer))

test("a survey's answers and figures lie in so many partitions", () => {
  const { cut, partitions } = answerDays(workspace, surveyOf({ buckets: 2 }), 'tier')
  expect(cut).toBe('tier')
  expect(partitions).toEqual([
    { rows: 'W#ws#S#survey#0', figures: 'W#ws#G#survey#0' },
    { rows: 'W#ws#S#survey#1', figures: 'W#ws#G#survey#1' },
  ])
})

describe('an answer counts', () => {
  const invited = { day: '2026-03-01', tier: 'C', owner: 'Ann', segment: 'Small' }
  const customer = { tier: 'A', owner: 'Li', segment: 'Key', tierNow: 'B', ownerNow: 'Wang', invited }
  test.each<[Cut, string, string[]]>([
    ['all', '', ['']],
    ['tier', 'A', ['']],
    ['owner', 'Li', ['']],
    ['segment', 'Key', ['']],
    ['channel', 'link', ['link']],
    ['tier_now', 'B', ['']],
    ['owner_now', 'Wang', ['']],
    ['invited', '2026-03-01', []],
    ['invited_tier', '2026-03-01#C', []],
    ['invited_owner', '2026-03-01#Ann', []],
    ['invited_segment', '2026-03-01#Small', []],
  ])('by %s', (cut, of, ofNobody) => {
    expect(values(cut, customer)).toEqual([of])
    expect(values(cut, {})).toEqual(ofNobody)
    expect(values(cut, { ...customer, deleted: true })).toEqual([])
    for (const channel of ['interview', 'review'])
      expect(values(cut, { ...customer, channel })).toEqual(cut === 'channel' ? [channel] : [])
  })
  test('as invited on a day, whatever the customer was then', () => {
    expect(values('invited_tier', { invited: { day: '2026-03-01' } })).toEqual(['2026-03-01#'])
  })
  test('with what it says, of texts that there is one', () => {
    expect(counted('tier', { tier: 'A', answers: { nps: 9, why: 'so' } }, { tier: 'A' }, { tier: 'B' })).toEqual({
      A: { n: 2, questions: { nps: { 9: 2 }, why: { '*': 1 } } },
      B: { n: 1, questions: { nps: { 9: 1 } } },
    })
  })
})

test('questions that are asked no more are answered by a text, too', () => {
  const earlier = [
    { id: 'else', type: 'text' as const, title: 'Else?', required: false },
    { id: 'easy', type: 'ces' as const, title: 'Easy?', required: false },
  ]
  expect(textQuestions(surveyOf({ earlier }))).toEqual(new Set(['why', 'else']))
})
