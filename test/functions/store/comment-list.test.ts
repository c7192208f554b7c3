import { beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '../../../core/survey/question.ts'
import type { AnswerCursor } from '../../../functions/store/answer-list.ts'
import { listComments } from '../../../functions/store/comment-list.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, putAnswers, surveyOf, workspace } from './answers.ts'
import { answering, watched } from './watched.ts'

const more: Question = { id: 'more', type: 'text', title: 'More?', required: false }
const spread = surveyOf({ id: 'spread', buckets: 8, earlier: [more] })
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
  const on = (day: string, id: string, answers = { why: `${id} of ${day.slice(5)}` }) => answerOf({ id, day, answers })
  // Of eight buckets these are in 0, 0, 5 and 6.
  await putAnswers(table, spread, [on('2026-03-01', 'three'), on('2026-03-02', 'four'), on('2026-03-31', 'one')])
  await putAnswers(table, spread, [on('2026-03-03', 'two'), on('2026-02-28', 'two'), on('2026-04-01', 'two')])
})

const MARCH = { from: '2026-03-01', to: '2026-03-31' }
async function page(
  limit: number,
  { cursor, search = '' }: { cursor?: AnswerCursor; search?: string } = {},
  of = spread,
) {
  const { comments, ...rest } = await listComments(table, workspace, of, { ...MARCH, search, limit, cursor })
  return { texts: comments.map(({ text }) => text), ...rest }
}
const behind = (bucket: number, after = '') => ({ bucket, after })

describe('comments', () => {
  test('of a span are listed by bucket, in each the latest day first', async () => {
    const texts = ['four of 03-02', 'three of 03-01', 'one of 03-31', 'two of 03-03']
    expect(await page(9)).toEqual({ texts, next: undefined, read: 4 })
    expect(await page(9, {}, surveyOf({ id: 'none' }))).toEqual({ texts: [], next: undefined, read: 0 })
  })
  test('are so many on a page, and the next begins behind the last answer', async () => {
    expect(await page(1)).toEqual({ texts: ['four of 03-02'], next: behind(0, 'R#2026-03-02#four'), read: 1 })
    expect(await page(2, { cursor: behind(0, 'R#2026-03-02#four') })).toEqual({
      ...{ texts: ['three of 03-01', 'one of 03-31'], next: behind(5, 'R#2026-03-31#one'), read: 2 },
    })
    expect(await page(9, { cursor: behind(5, 'R#2026-03-31#one') })).toEqual({
      ...{ texts: ['two of 03-03'], next: undefined, read: 1 },
    })
  })
  test('hold every word that is searched', async () => {
    expect(await page(9, { search: '03-0 T' })).toMatchObject({ texts: ['three of 03-01', 'two of 03-03'], read: 4 })
  })
  test('of one answer stay together, and are texts alone', async () => {
    const survey = surveyOf({ id: 'texts', earlier: [more] })
    const answers = { nps: 3, why: 'late', more: 'rude', other: 'not asked', list: ['a'] }
    await putAnswers(table, survey, [
      answerOf({ id: 'a', answers }),
      answerOf({ id: 'b', answers: { why: 5, more: '' }, deleted: false }),
      answerOf({ id: 'c', answers: { nps: 9 } }),
    ])
    const { comments, next } = await listComments(table, workspace, survey, {
      ...{ ...MARCH, search: 'e', limit: 1, cursor: undefined },
    })
    const answer = answerOf({ id: 'a', answers })
    expect(comments).toEqual([
      { question: 'why', text: 'late', answer },
      { question: 'more', text: 'rude', answer },
    ])
    expect(next).toEqual(behind(0, 'R#2026-03-10#a'))
  })
  test('are no more on a page than a reply takes', async () => {
    const survey = surveyOf({ id: 'long', earlier: [more] })
    const ids = [...'abcdefghijklm']
    const text = '"'.repeat(95_000)
    for (const id of ids) await putAnswers(table, survey, [answerOf({ id, answers: { why: text, more: text } })])
    const found: number[] = []
    let cursor: AnswerCursor | undefined
    do {
      const listed = await page(500, cursor && { cursor }, survey)
      found.push(listed.texts.length)
      cursor = listed.next
    } while (cursor)
    // Each takes 380 kB of the 6 MB that Lambda gives out.
    expect(found).toEqual([12, 12, 2])
  })
  test('are looked for in 200 answers a time, and in 2,000 a call', async () => {
    const item = (n: number) => ({ ...answerOf({ id: `${n}`, answers: { why: 'a' } }), sk: `R#${n}` })
    const full = (at: number) => ({
      ...{ Items: Array.from({ length: 200 }, (_, n) => item(at * 200 + n)), LastEvaluatedKey: { sk: 'x' } },
    })
    const { table: endless, asked } = answering(...Array.from({ length: 12 }, (_, at) => full(at)))
    const search = { ...MARCH, search: 'b', limit: 5, cursor: undefined }
    const { comments, next, read } = await listComments(endless, workspace, spread, search)
    expect([comments, next, read]).toEqual([[], behind(0, 'R#1999'), 2000])
    expect(asked.map(({ Limit }) => Limit)).toEqual(Array(10).fill(200))
    expect(asked[1]).toMatchObject({ ConsistentRead: true, ExclusiveStartKey: { pk: 'W#ws#S#spread#0', sk: 'R#199' } })
  })
  test('of nothing are none', async () => {
    const watch = watched(table)
    expect(await listComments(watch, workspace, spread, { ...MARCH, search: '', limit: 0, cursor: undefined })).toEqual(
      { comments: [], next: behind(0), read: 0 },
    )
    expect(watch.asked).toEqual([])
    const asked = { ...MARCH, search: '', limit: 1, cursor: undefined }
    expect((await listComments(answering({}).table, workspace, surveyOf(), asked)).comments).toEqual([])
  })
})
