import { parse } from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../functions/store/answer.ts'
import {
  type AnswerCursor,
  answerCursorSchema,
  answersOfCustomer,
  listAnswers,
} from '../../../functions/store/answer-list.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, putAnswers, surveyOf, workspace } from './answers.ts'
import { answering, watched } from './watched.ts'

const spread = surveyOf({ id: 'spread', buckets: 8 })
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
  const on = (day: string, ...ids: string[]) => ids.map((id) => answerOf({ id, day }))
  // Of eight buckets these are in 0, 0, 5, 5 and 6.
  await putAnswers(table, spread, on('2026-03-01', 'three', 'four', 'one', 'five', 'two'))
  await putAnswers(table, spread, [...on('2026-02-28', 'four'), ...on('2026-03-31', 'two'), ...on('2026-04-01', 'two')])
})

const MARCH = { from: '2026-03-01', to: '2026-03-31' }
async function page(limit: number, cursor?: AnswerCursor, of = spread) {
  const { answers, next } = await listAnswers(table, workspace, of, { ...MARCH, limit, cursor })
  return { ids: answers.map(({ id }) => id), next }
}
const behind = (bucket: number, after = '') => ({ bucket, after })

describe('answers', () => {
  test('of a span are listed by bucket, in each by day', async () => {
    expect(await page(100)).toEqual({ ids: ['four', 'three', 'five', 'one', 'two', 'two'], next: undefined })
    const [first] = (await listAnswers(table, workspace, spread, { ...MARCH, limit: 1, cursor: undefined })).answers
    expect(first).toEqual(answerOf({ id: 'four', day: '2026-03-01' }))
    expect(await page(100, undefined, surveyOf({ id: 'none' }))).toEqual({ ids: [], next: undefined })
  })
  test('are so many on a page, and the next begins behind the last', async () => {
    expect(await page(1)).toEqual({ ids: ['four'], next: behind(0, 'R#2026-03-01#four') })
    expect(await page(1, behind(0, 'R#2026-03-01#four'))).toEqual({
      ...{ ids: ['three'], next: behind(0, 'R#2026-03-01#three') },
    })
    expect(await page(1, behind(0, 'R#2026-03-01#three'))).toEqual({
      ...{ ids: ['five'], next: behind(5, 'R#2026-03-01#five') },
    })
    expect(await page(3, behind(0, 'R#2026-03-01#three'))).toEqual({
      ...{ ids: ['five', 'one', 'two'], next: behind(6, 'R#2026-03-01#two') },
    })
    expect(await page(9, behind(6))).toEqual({ ids: ['two', 'two'], next: undefined })
    expect(await page(9, behind(8))).toEqual({ ids: [], next: undefined })
  })
  test('are read no more than are wanted', async () => {
    const watch = watched(table)
    await listAnswers(watch, workspace, spread, { ...MARCH, limit: 4, cursor: undefined })
    expect(watch.asked.map(({ Limit }) => Limit)).toEqual([4, 2, 2, 2, 2, 2])
    expect(watch.asked[0]).toMatchObject({ ConsistentRead: true })
  })
  test('that were deleted are left out, and others are looked for in their place', async () => {
    const survey = surveyOf({ id: 'deleted' })
    await putAnswers(table, survey, [
      ...['a', 'b'].map((id) => answerOf({ id, deleted: true })),
      ...['c', 'd'].map((id) => answerOf({ id })),
    ])
    expect(await page(2, undefined, survey)).toEqual({ ids: ['c', 'd'], next: behind(0, 'R#2026-03-10#d') })
    expect(
      await listAnswers(answering({}).table, workspace, survey, { ...MARCH, limit: 2, cursor: undefined }),
    ).toEqual({
      ...{ answers: [], next: undefined },
    })
  })
  test('are no more on a page than a reply takes', async () => {
    const survey = surveyOf({ id: 'long' })
    const ids = [...'abcdefghijklmnopqrstuvwxy']
    const why = '"'.repeat(100_000)
    for (const id of ids) await putAnswers(table, survey, [answerOf({ id, answers: { why }, customerId: 'C2' })])
    const found: string[][] = []
    let next: AnswerCursor | undefined
    do {
      const listed = await page(500, next, survey)
      found.push(listed.ids)
      next = listed.next
    } while (next)
    expect(found.flat()).toEqual(ids)
    // Each takes 400 kB of the 6 MB that Lambda gives out.
    expect(found.map(({ length }) => length)).toEqual([10, 10, 5])
    const own = await answersOfCustomer(table, workspace, survey, { ...MARCH, limit: 500, customerId: 'C2' })
    expect([own.answers.length, own.hasMore]).toEqual([10, true])
  })
  test('of a place that is none are not listed', () => {
    expect(parse(answerCursorSchema, behind(0))).toEqual(behind(0))
    for (const none of [behind(-1), behind(0.5), { bucket: 0 }, { after: '' }])
      expect(() => parse(answerCursorSchema, none)).toThrow()
  })
})

test("a customer's answers to one survey are listed from the latest day on", async () => {
  const survey = surveyOf({ id: 'survey' })
  const of = (day: string, change: Partial<Answer> = {}) => answerOf({ id: day, day, customerId: 'C1', ...change })
  const days = ['2026-02-28', '2026-03-01', '2026-03-15', '2026-03-31', '2026-04-01']
  await putAnswers(table, survey, [...days.map((day) => of(day)), of('2026-03-20', { deleted: true })])
  await putAnswers(table, surveyOf({ id: 'other' }), [of('2026-03-16')])
  const listed = async (limit: number) => {
    const { answers, hasMore } = await answersOfCustomer(table, workspace, survey, {
      ...MARCH,
      limit,
      customerId: 'C1',
    })
    return [...answers.map(({ day }) => day), hasMore]
  }
  expect(await listed(9)).toEqual(['2026-03-31', '2026-03-15', '2026-03-01', false])
  expect(await listed(3)).toEqual(['2026-03-31', '2026-03-15', '2026-03-01', false])
  expect(await listed(2)).toEqual(['2026-03-31', '2026-03-15', true])
  const asked = { ...MARCH, limit: 1, customerId: 'C1' }
  const { answers } = await answersOfCustomer(table, workspace, survey, asked)
  expect(answers).toEqual([of('2026-03-31')])
})
