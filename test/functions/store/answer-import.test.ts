import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, deletedAnswerWrites, findAnswer } from '../../../functions/store/answer.ts'
import { importAnswers, storedStates } from '../../../functions/store/answer-import.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, itemAt, putAnswers, surveyOf, workspace } from './answers.ts'
import { answering, watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const row = (id: string, change: Partial<Answer> = {}) => answerOf({ id, operation: 'first', digest: id, ...change })
const rows = (n: number, change?: Partial<Answer>) => Array.from({ length: n }, (_, at) => row(`row-${at}`, change))
const headAt = (survey: string, day = '2026-03-10', bucket = 0) =>
  itemAt(table, `W#ws#S#${survey}#${bucket}`, `H#${day}`)

describe('imported answers', () => {
  test('are kept, and their day is told of them', async () => {
    const survey = surveyOf({ id: 'kept' })
    expect(await importAnswers(table, workspace, survey, rows(2))).toEqual(['accepted', 'accepted'])
    expect(await findAnswer(table, workspace, survey, '2026-03-10', 'row-1')).toEqual(row('row-1'))
    expect(await headAt('kept')).toMatchObject({ n: 2, version: 1 })
    expect(await importAnswers(table, workspace, survey, [])).toEqual([])
  })
  test('are written as many together as a transaction holds', async () => {
    const survey = surveyOf({ id: 'many' })
    const watch = watched(table)
    const { asked } = watch
    expect(await importAnswers(watch, workspace, survey, rows(200))).toEqual(Array(200).fill('accepted'))
    expect(asked.map(({ TransactItems }) => (TransactItems as object[]).length)).toEqual([100, 100, 3])
    expect(await headAt('many')).toMatchObject({ n: 200, version: 3 })
  })
  test('are told by bucket and day, four of those at once', async () => {
    const survey = surveyOf({ id: 'spread', buckets: 2 })
    const days = ['2026-03-01', '2026-03-02', '2026-03-03']
    const watch = watched(table)
    const outcomes = await importAnswers(
      watch,
      workspace,
      survey,
      days.flatMap((day) => ['one', 'two', 'three'].map((id) => row(`${id}-${day}`, { day }))),
    )
    expect(outcomes).toEqual(Array(9).fill('accepted'))
    expect([watch.asked.length, watch.most]).toEqual([5, 4])
  })
  test('that are there already are told from others, and the rest is written', async () => {
    const survey = surveyOf({ id: 'again' })
    await importAnswers(table, workspace, survey, rows(3))
    const sent = [row('new'), row('row-0'), row('row-1', { operation: 'second' }), row('row-2', { digest: 'other' })]
    expect(await importAnswers(table, workspace, survey, sent)).toEqual([
      ...['accepted', 'accepted', 'duplicate', 'conflict'],
    ])
    expect(await headAt('again')).toMatchObject({ n: 4, version: 2 })
    expect(await importAnswers(table, workspace, survey, rows(3))).toEqual(Array(3).fill('accepted'))
    expect(await headAt('again')).toMatchObject({ n: 4, version: 2 })
  })
  test('that came twice in one import count once, the first of them', async () => {
    const survey = surveyOf({ id: 'twice' })
    const sent = [row('a', { answers: { nps: 1 } }), row('a'), row('a', { digest: 'other' }), row('b')]
    expect(await importAnswers(table, workspace, survey, sent)).toEqual([
      ...['accepted', 'duplicate', 'conflict', 'accepted'],
    ])
    expect((await findAnswer(table, workspace, survey, '2026-03-10', 'a'))?.answers).toEqual({ nps: 1 })
    const other = [row('b', { digest: 'other' }), row('b', { digest: 'other' })]
    expect(await importAnswers(table, workspace, survey, other)).toEqual(['conflict', 'conflict'])
  })
  test('that came another way before are duplicates', async () => {
    const survey = surveyOf({ id: 'another' })
    await putAnswers(table, survey, [row('a', { operation: undefined })])
    expect(await importAnswers(table, workspace, survey, [row('a')])).toEqual(['duplicate'])
  })
  test('that were deleted stay so', async () => {
    const survey = surveyOf({ id: 'deleted' })
    await importAnswers(table, workspace, survey, [row('gone')])
    await transact(table, deletedAnswerWrites(workspace, survey, row('gone')))
    const sent = [row('gone', { operation: 'second', digest: 'other' })]
    expect(await importAnswers(table, workspace, survey, sent)).toEqual(['duplicate'])
    expect(await headAt('deleted')).toMatchObject({ n: 0, version: 2 })
  })
  test('are not tried for ever where nobody can say why they were refused', async () => {
    const refused = Object.assign(new Error('cancelled'), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    })
    const { table: refusing, asked } = answering(refused, {})
    await expect(importAnswers(refusing, workspace, surveyOf(), [row('a')])).rejects.toMatchObject({ code: 'stale' })
    expect(asked).toHaveLength(1)
  })
})

describe('what is known of answers', () => {
  const survey = surveyOf({ id: 'known' })
  beforeAll(async () => {
    await putAnswers(table, survey, [...rows(250), row('gone', { deleted: true })])
  })
  const states = (ids: string[]) => {
    const answers = ids.map((id) => ({ day: '2026-03-10', id }))
    return storedStates(table, workspace, survey, answers)
  }

  test('is told in order, however often one is asked for', async () => {
    expect(await states(['row-1', 'none', 'gone', 'row-1'])).toEqual(['stored', 'unknown', 'deleted', 'stored'])
    expect(await storedStates(table, workspace, survey, [{ day: '2026-03-11', id: 'row-1' }])).toEqual(['unknown'])
    expect(await states([])).toEqual([])
  })
  test('of many is read a hundred at a time', async () => {
    const ids = rows(250).map(({ id }) => id)
    expect(await states([...ids, 'none'])).toEqual([...Array(250).fill('stored'), 'unknown'])
  })
  test('is asked for again where DynamoDB left some', async () => {
    const key = (id: string) => ({ pk: 'W#ws#S#survey#0', sk: `R#2026-03-10#${id}` })
    const { table: leaving, asked } = answering(
      { Responses: { name: [{ sk: key('a').sk }] }, UnprocessedKeys: { name: { Keys: [key('b')] } } },
      { UnprocessedKeys: {} },
    )
    const answers = ['a', 'b'].map((id) => ({ day: '2026-03-10', id }))
    expect(await storedStates(leaving, workspace, surveyOf(), answers)).toEqual(['stored', 'unknown'])
    const of = (...ids: string[]) => ({
      RequestItems: { name: { Keys: ids.map(key), ConsistentRead: true, ProjectionExpression: 'sk, deleted' } },
    })
    expect(asked).toEqual([of('a', 'b'), of('b')])
  })
})
