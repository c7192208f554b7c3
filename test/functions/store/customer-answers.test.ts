import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../functions/store/answer.ts'
import {
  answersBefore,
  countAnswersOf,
  customerAnswers,
  laterFirst,
} from '../../../functions/store/customer-answers.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, putAnswers, surveyOf, workspace } from './answers.ts'
import { watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
  const given = (id: string, day: string, time = ''): Answer => {
    return answerOf({ id, day, customerId: 'C1', answeredAt: time ? `${day}T${time}Z` : day })
  }
  await putAnswers(table, surveyOf({ id: 'a' }), [
    ...[given('1', '2026-03-01', '10:00'), given('2', '2026-03-02'), given('3', '2026-03-02', '23:00')],
    ...Array.from({ length: 12 }, (_, n) => given(`old-${n}`, '2026-01-01', `10:${String(n).padStart(2, '0')}`)),
    answerOf({ id: 'other', customerId: 'C2' }),
  ])
  await putAnswers(table, surveyOf({ id: 'b' }), [given('4', '2026-03-02', '08:00'), given('5', '2026-02-28')])
})

const all = async (customerId = 'C1') => {
  const found: string[] = []
  for await (const { surveyId, id } of customerAnswers(table, workspace, customerId)) found.push(`${surveyId} ${id}`)
  return found
}
const old = Array.from({ length: 12 }, (_, n) => `a old-${n}`)

describe("a customer's answers", () => {
  test('to all surveys come by when they were given, the latest first', async () => {
    expect(await all()).toEqual(['a 3', 'b 4', 'a 2', 'a 1', 'b 5', ...[...old].reverse()])
    expect([await all('C2'), await all('C3')]).toEqual([['a other'], []])
  })
  test('are as they are kept', async () => {
    for await (const answer of customerAnswers(table, workspace, 'C2'))
      expect(answer).toEqual({ ...answerOf({ id: 'other', customerId: 'C2' }), surveyId: 'a' })
  })
  test('are read no further than somebody looks', async () => {
    const watch = watched(table)
    for await (const { id } of customerAnswers(watch, workspace, 'C1')) if (id === '1') break
    expect(watch.asked).toHaveLength(1)
  })
  test('are counted, page by page', async () => {
    const watch = watched(table)
    expect(await countAnswersOf(watch, workspace, 'C1')).toBe(17)
    expect(watch.asked.map(({ Limit }) => Limit)).toEqual([10, 10])
    expect(await countAnswersOf(table, workspace, 'C3')).toBe(0)
  })
  test('are listed by day, from a place on', async () => {
    const page = async (before: string, limit: number) => {
      const { answers, next } = await answersBefore(table, workspace, 'C1', before, limit)
      return [answers.map(({ surveyId, id }) => `${surveyId} ${id}`), next]
    }
    expect(await page('', 2)).toEqual([['b 4', 'a 3'], '2026-03-02#a#3'])
    expect(await page('2026-03-02#a#3', 3)).toEqual([['a 2', 'a 1', 'b 5'], '2026-02-28#b#5'])
    expect(await page('2026-02-28#b#5', 100)).toEqual([expect.arrayContaining(old), undefined])
    expect(await answersBefore(table, workspace, 'C3', '', 5)).toEqual({ answers: [], next: undefined })
  })
})

test('answers are ordered by day, then by hour; those of which only the day is known are the earliest of it', () => {
  const answers = ['2026-03-01', '2026-03-02T09:00Z', '2026-03-02', '2026-03-02T10:00Z', '2026-03-03'].map(
    (answeredAt) => ({ day: answeredAt.slice(0, 10), answeredAt }),
  )
  const ordered = ['2026-03-03', '2026-03-02T10:00Z', '2026-03-02T09:00Z', '2026-03-02', '2026-03-01']
  for (const given of [answers, [...answers].reverse()])
    expect([...given].sort(laterFirst).map(({ answeredAt }) => answeredAt)).toEqual(ordered)
  // An hour is told in UTC, a day in the workspace's time zone.
  expect(laterFirst({ day: '2026-03-02', answeredAt: '2026-03-01T20:00Z' }, answers[2]!)).toBeLessThan(0)
  expect(laterFirst(answers[0]!, answers[0]!)).toBe(0)
})
