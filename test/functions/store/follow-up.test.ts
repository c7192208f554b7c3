import { beforeAll, describe, expect, test } from 'vitest'
import type { FollowUpRule } from '../../../core/survey/survey-settings.ts'
import type { Answer } from '../../../functions/store/answer.ts'
import {
  changeFollowUp,
  findFollowUp,
  followUpAt,
  followUps,
  followUpWrites,
  noFollowUpWrite,
} from '../../../functions/store/follow-up.ts'
import type { Survey } from '../../../functions/store/survey.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { answerOf, surveyOf, workspace } from './answers.ts'
import { watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const complaint: FollowUpRule = { question: 'nps', atMost: 6, opens: 'complaint' }
const task: FollowUpRule = { question: 'nps', atMost: 6, opens: 'task' }
async function given(answer: Partial<Answer>, survey: Partial<Survey> = { followUp: [complaint] }, team = workspace) {
  const of = surveyOf(survey)
  const writes = followUpWrites(team, of, answerOf({ answers: { nps: 3 }, ...answer }))
  if (writes.length > 0) await transact(table, writes)
  return findFollowUp(table, team, of.id, answerOf(answer))
}
const followUpOf = (id: string, change: object = {}) => ({
  ...{ sk: `2026-03-10#survey#${id}`, surveyId: 'survey', answerId: id, day: '2026-03-10', question: 'nps' },
  ...{ score: 3, state: 'open', ...change },
})

describe('a low answer', () => {
  test('of a customer wants a complaint, of nobody known it opens a task', async () => {
    const customer = { customerId: 'C1' }
    expect(await given({ id: 'a', ...customer })).toEqual(followUpOf('a', { ...customer, state: 'wanted' }))
    expect(await given({ id: 'b' })).toEqual(followUpOf('b'))
    expect(await given({ id: 'c', ...customer }, { followUp: [task] })).toEqual(followUpOf('c', customer))
  })
  test.each<[string, Partial<Answer>, Partial<Survey>]>([
    ['that is not that low', { answers: { nps: 7 } }, { followUp: [complaint] }],
    ['that was imported', { operation: 'op' }, { followUp: [complaint] }],
    ['of staff', {}, { followUp: [complaint], kind: 'staff' }],
    ['without a rule', {}, {}],
    ['without a rule any more', {}, { followUp: null }],
  ])('%s is not followed up', async (_, answer, survey) => {
    expect(await given({ id: 'not', ...answer }, survey)).toBeUndefined()
  })
  test('is followed up once: an edit leaves what was begun as it is', async () => {
    await given({ id: 'd', customerId: 'C1' })
    await changeFollowUp(table, workspace, '2026-03-10#survey#d', { state: 'done' })
    const again = await given({ id: 'd', customerId: 'C1', answers: { nps: 1 } })
    expect(again).toEqual(followUpOf('d', { customerId: 'C1', state: 'done' }))
  })
  test('that is gone leaves nothing', async () => {
    await given({ id: 'e' })
    await transact(table, [noFollowUpWrite(workspace, 'survey', answerOf({ id: 'e' }))])
    expect(await followUpAt(table, workspace, '2026-03-10#survey#e')).toBeUndefined()
  })
})

describe('what became of one', () => {
  const sk = (id: string) => `2026-03-10#survey#${id}`
  test('is kept, with the complaint that it opened', async () => {
    await given({ id: 'f', customerId: 'C1' })
    const opened = { state: 'open' as const, complaintId: 'complaint', number: '2026-1' }
    expect(await changeFollowUp(table, workspace, sk('f'), opened)).toBe(true)
    expect(await followUpAt(table, workspace, sk('f'))).toEqual(followUpOf('f', { customerId: 'C1', ...opened }))
    expect(await changeFollowUp(table, workspace, sk('f'), { state: 'done' })).toBe(true)
    expect(await followUpAt(table, workspace, sk('f'))).toMatchObject({ ...opened, state: 'done' })
  })
  test.each([{ complaintId: 'complaint' }, { number: '2026-1' }])('is no half of a complaint: %j', async (half) => {
    await given({ id: 'g' })
    await changeFollowUp(table, workspace, sk('g'), { state: 'done', ...half })
    expect(await followUpAt(table, workspace, sk('g'))).toEqual(followUpOf('g', { state: 'done' }))
  })
  test('is not kept of one that is gone', async () => {
    expect(await changeFollowUp(table, workspace, sk('gone'), { state: 'done' })).toBe(false)
    expect(await followUpAt(table, workspace, sk('gone'))).toBeUndefined()
  })
  test('is known to be one of three things', async () => {
    await table.put({ pk: 'W#ws#F', ...followUpOf('odd', { state: 'other' }) })
    await expect(followUpAt(table, workspace, sk('odd'))).rejects.toThrow()
  })
})

test('they are listed page by page, the latest first', async () => {
  const team = WorkspaceKey.ofScanned('W#paged')
  for (const day of ['2026-03-02', '2026-03-01', '2026-03-03']) await given({ id: 'x', day }, undefined, team)
  const page = async (limit: number, after?: string) => {
    const { followUps: found, next } = await followUps(table, team, limit, after)
    return [found.map(({ day }) => day), next]
  }
  expect(await page(2)).toEqual([['2026-03-03', '2026-03-02'], '2026-03-02#survey#x'])
  expect(await page(2, '2026-03-02#survey#x')).toEqual([['2026-03-01'], undefined])
  expect(await page(9, '')).toEqual([['2026-03-03', '2026-03-02', '2026-03-01'], undefined])
  const watch = watched(table)
  await followUps(watch, team, 1)
  expect(watch.asked).toMatchObject([{ ConsistentRead: true, Limit: 1 }])
  expect(await followUps(table, WorkspaceKey.ofScanned('W#none'), 9)).toEqual({ followUps: [], next: undefined })
})
