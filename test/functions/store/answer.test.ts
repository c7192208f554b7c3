import { parse } from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../../functions/secrets.ts'
import {
  type Answer,
  answerDigest,
  answeredDays,
  answerIdOf,
  answerSchema,
  bucketOf,
  dayWrite,
  findAnswer,
  sameAsStored,
  saveNewAnswer,
  storedAnswers,
} from '../../../functions/store/answer.ts'
import { customerHistory } from '../../../functions/store/customer-history.ts'
import { rowStamp } from '../../../functions/store/day-head.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, itemAt, surveyOf, workspace } from './answers.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const whole: Answer = answerOf({
  ...{ id: 'whole', revision: 3, answers: { nps: 2, why: 'late', which: ['a', 'b'] }, customerId: 'C 1', tier: 'A' },
  ...{ owner: 'Li', segment: 'Key', tierNow: 'B', ownerNow: 'Wang', version: 2, operation: 'op', digest: 'd' },
  invited: { day: '2026-03-01', tier: 'C', owner: 'Ann', segment: 'Small' },
})
const headAt = (survey: string, day = '2026-03-10', bucket = 0) =>
  itemAt(table, `W#ws#S#${survey}#${bucket}`, `H#${day}`)

describe('a new answer', () => {
  test('is kept whole, is told of by its day, and is found by its customer', async () => {
    const survey = surveyOf({ id: 'new' })
    expect(await saveNewAnswer(table, workspace, survey, whole)).toBe('accepted')
    expect(await findAnswer(table, workspace, survey, whole.day, 'whole')).toEqual(whole)
    const stamp = rowStamp('whole')
    expect(await itemAt(table, 'W#ws#S#new#0', 'R#2026-03-10#whole')).toMatchObject({
      ...{ stamp, gsi1pk: customerHistory(workspace, 'C 1'), gsi1sk: '2026-03-10#new#whole' },
    })
    expect(await headAt('new')).toMatchObject({ n: 1, version: 1, stamp })
    expect(await findAnswer(table, workspace, survey, whole.day, 'other')).toBeUndefined()
  })
  test('of nobody known is in no index, and has what is left out', async () => {
    const survey = surveyOf({ id: 'nobody' })
    const { version: _, deleted: __, ...sparse } = answerOf()
    await saveNewAnswer(table, workspace, survey, sparse as Answer)
    expect(await itemAt(table, 'W#ws#S#nobody#0', 'R#2026-03-10#one')).not.toHaveProperty('gsi1pk')
    expect(await itemAt(table, 'W#ws#S#nobody#0', 'R#2026-03-10#one')).not.toHaveProperty('gsi1sk')
    expect(await findAnswer(table, workspace, survey, '2026-03-10', 'one')).toEqual(answerOf())
  })
  test('is stored once: the same again is a duplicate, another under its id a conflict', async () => {
    const survey = surveyOf({ id: 'once' })
    await saveNewAnswer(table, workspace, survey, answerOf())
    expect(await saveNewAnswer(table, workspace, survey, answerOf({ answers: { nps: 0 } }))).toBe('duplicate')
    expect(await saveNewAnswer(table, workspace, survey, answerOf({ digest: 'other' }))).toBe('conflict')
    expect(await headAt('once')).toMatchObject({ n: 1, version: 1 })
    expect((await findAnswer(table, workspace, survey, '2026-03-10', 'one'))?.answers).toEqual({ nps: 9 })
  })
  test('is not stored where something that belongs to it is in the way', async () => {
    const survey = surveyOf({ id: 'together' })
    const check = { Key: { pk: 'W#ws', sk: 'none' }, ConditionExpression: 'attribute_exists(pk)' }
    expect(await saveNewAnswer(table, workspace, survey, answerOf(), [{ ConditionCheck: check }])).toBe('stale')
    expect(await findAnswer(table, workspace, survey, '2026-03-10', 'one')).toBeUndefined()
    const put = { Put: { Item: { pk: 'W#ws', sk: 'with it' } } }
    expect(await saveNewAnswer(table, workspace, survey, answerOf(), [put])).toBe('accepted')
    expect(await itemAt(table, 'W#ws', 'with it')).toBeDefined()
  })
  test('that is low is followed up where a rule says so', async () => {
    const survey = surveyOf({ id: 'low', followUp: [{ question: 'nps', atMost: 6, opens: 'task' }] })
    await saveNewAnswer(table, workspace, survey, answerOf({ answers: { nps: 6 } }))
    expect(await itemAt(table, 'W#ws#F', '2026-03-10#low#one')).toMatchObject({ score: 6, state: 'open' })
  })
  test('of staff is of nobody, and only while the survey is as it was seen to be', async () => {
    const survey = surveyOf({ id: 'staff', kind: 'staff' })
    await table.put({ pk: 'W#ws#M#staff', sk: 'META', revision: 1 })
    expect(await saveNewAnswer(table, workspace, { ...survey, revision: 2 }, whole)).toBe('stale')
    expect(await saveNewAnswer(table, workspace, survey, whole)).toBe('accepted')
    const kept = await findAnswer(table, workspace, survey, whole.day, 'whole')
    expect(kept).toMatchObject({ channel: 'staff', answeredAt: '2026-03-10' })
    expect(kept).not.toHaveProperty('customerId')
    const customers = surveyOf({ id: 'customers', revision: 7 })
    expect(await saveNewAnswer(table, workspace, customers, whole)).toBe('accepted')
    expect(await findAnswer(table, workspace, customers, whole.day, 'whole')).toEqual(whole)
  })
})

test('what was deleted is a duplicate of whatever is sent, everything else of its own digest alone', () => {
  const answer = answerOf({ digest: 'd' })
  expect(sameAsStored({ digest: { S: '' }, deleted: { BOOL: true } }, answer)).toBe('duplicate')
  expect(sameAsStored({ digest: { S: 'd' }, deleted: { BOOL: false } }, answer)).toBe('duplicate')
  expect(sameAsStored({ digest: { S: 'e' }, deleted: { BOOL: false } }, answer)).toBe('conflict')
  expect(sameAsStored({}, answer)).toBe('conflict')
})
test('an item that is no answer is not taken for one', () => {
  for (const wrong of [{ answers: { nps: true } }, { answers: { which: [1] } }, { invited: {} }, { day: undefined }])
    expect(() => parse(answerSchema, { ...whole, ...wrong })).toThrow()
})

describe('digests tell a repeat from another answer', () => {
  const { day, id, answers, channel, answeredAt } = answerOf()
  const sent = { day, id, answers, channel, answeredAt }
  test('as they always did', () => {
    expect(answerDigest(sent)).toBe(digestOf(['2026-03-10', 'one', { nps: 9 }, 'link', null]))
    const own = ['2026-03-10', 'one', { nps: 9 }, 'link', 'C1', [null, 'Li', null]]
    expect(answerDigest({ ...sent, customerId: 'C1', owner: 'Li' })).toBe(digestOf(own))
    expect(answerDigest({ ...sent, tier: 'A', segment: 'Key' })).toBe(
      digestOf([...own.slice(0, 4), null, ['A', null, 'Key']]),
    )
  })
  test('by all that was sent, but not by when', () => {
    const changes = [{ day: 'x' }, { id: 'x' }, { answers: {} }, { channel: 'x' }, { customerId: 'x' }, { tier: 'x' }]
    const all = [{}, ...changes, { owner: 'x' }, { segment: 'x' }].map((each) => answerDigest({ ...sent, ...each }))
    expect(new Set(all).size).toBe(all.length)
    expect(answerDigest({ ...sent, answeredAt: 'later', version: 2, tier: '' })).toBe(answerDigest(sent))
  })
  test('clients name an answer by its day and id', () => {
    expect(answerIdOf(answerOf())).toBe('2026-03-10.one')
  })
})

describe('buckets', () => {
  const survey = surveyOf({ id: 'spread', buckets: 8 })
  test('an id falls into the same one ever after', () => {
    expect(['one', 'two', 'three', 'four', 'five'].map((id) => bucketOf(survey, id))).toEqual([5, 6, 0, 0, 5])
    expect(bucketOf(surveyOf(), 'one')).toBe(0)
  })
  test('days are told of where their answers are, with how many', async () => {
    for (const id of ['one', 'two', 'three', 'four']) await saveNewAnswer(table, workspace, survey, answerOf({ id }))
    await saveNewAnswer(table, workspace, survey, answerOf({ id: 'five', day: '2026-03-11' }))
    await transact(table, [dayWrite(workspace, survey, [{ day: '2026-03-11', id: 'five' }], -1)])
    await table.put({ pk: 'W#ws#S#spread#5', sk: 'I#2026-03-11', n: 1, version: 1 })
    expect(await answeredDays(table, workspace, survey)).toEqual([
      { bucket: 0, day: '2026-03-10', n: 2 },
      { bucket: 5, day: '2026-03-10', n: 1 },
      { bucket: 6, day: '2026-03-10', n: 1 },
    ])
    expect(await storedAnswers(table, workspace, survey)).toBe(4)
    expect(await storedAnswers(table, workspace, surveyOf({ id: 'none' }))).toBe(0)
    expect(await headAt('spread', '2026-03-11', 5)).toMatchObject({ n: 0, version: 2, stamp: 2 * rowStamp('five') })
  })
  test('a day is told of all answers that are written with it', () => {
    const ids = ['three', 'four'].map((id) => ({ day: '2026-03-10', id }))
    expect(dayWrite(workspace, survey, ids, 2).Update).toMatchObject({
      Key: { pk: 'W#ws#S#spread#0', sk: 'H#2026-03-10' },
      ExpressionAttributeValues: { ':added': 2, ':stamp': rowStamp('three') + rowStamp('four') },
    })
  })
})
