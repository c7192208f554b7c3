import { beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '../../../core/survey/question.ts'
import {
  allSurveys,
  changedSurveyWrites,
  findSurvey,
  getSurvey,
  isFull,
  newSurveyWrites,
  quotaWrites,
  type Survey,
  sameRetentionCheck,
  stillOpenChecks,
  versionQuestions,
} from '../../../functions/store/survey.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt, surveyOf, workspace } from './answers.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const why: Question = { id: 'why', type: 'text', title: 'Why?', required: false }
const whole: Survey = surveyOf({
  ...{ id: 'whole', title: { en: 'Spring', 'zh-CN': '春' }, formerTitles: ['Winter'], earlier: [why], version: 3 },
  ...{ former: { nps: { options: [{ id: 'a', label: 'A' }], names: ['Old'] } }, retentionMonths: 12, quota: 5 },
  ...{ closesOn: '2026-04-01', rewardPoints: 10, followUp: [{ question: 'nps', atMost: 6, opens: 'task' }] },
})
async function made(change: Partial<Survey> = {}): Promise<Survey> {
  const survey = surveyOf(change)
  await transact(table, newSurveyWrites(workspace, survey))
  return survey
}
const change = (before: Survey, after: Partial<Survey>) =>
  transact(table, changedSurveyWrites(workspace, before, { ...before, revision: before.revision + 1, ...after }))
const takenOf = async (id: string) => (await itemAt(table, `W#ws#M#${id}`, 'QUOTA'))?.taken

describe('a survey', () => {
  test('is kept whole, once', async () => {
    await made(whole)
    expect(await findSurvey(table, workspace, 'whole')).toEqual(whole)
    expect(await getSurvey(table, workspace, 'whole')).toEqual(whole)
    expect(await transact(table, newSurveyWrites(workspace, { ...whole, title: 'Other' }))).toBeDefined()
    expect(await findSurvey(table, workspace, 'none')).toBeUndefined()
    await expect(getSurvey(table, workspace, 'none')).rejects.toMatchObject({ code: 'notFound' })
  })
  test('that was kept before there was more to it has what was meant', async () => {
    const { formerTitles: _, kind: __, earlier: ___, former: ____, version: _____, ...before } = surveyOf({ id: 'old' })
    await table.put({ pk: 'W#ws#M#old', sk: 'META', ...before })
    expect(await findSurvey(table, workspace, 'old')).toEqual(surveyOf({ id: 'old' }))
    await table.put({ pk: 'W#ws#M#odd', sk: 'META', ...surveyOf({ id: 'odd' }), status: 'other' })
    await expect(findSurvey(table, workspace, 'odd')).rejects.toThrow()
  })
  test('is listed with the others of its workspace, the oldest first', async () => {
    const other = WorkspaceKey.ofScanned('W#other')
    for (const id of ['b', 'a', 'c']) {
      const createdAt = { c: '2026-03-01', b: '2026-03-02', a: '2026-03-03' }[id]
      await transact(table, newSurveyWrites(other, surveyOf({ id, ...(createdAt && { createdAt }) })))
    }
    expect((await allSurveys(table, other)).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(await allSurveys(table, WorkspaceKey.ofScanned('W#nobody'))).toEqual([])
  })
  test('of more text than can be kept is refused, but can be opened and closed', async () => {
    const large = surveyOf({ id: 'large', title: 'x'.repeat(390_000) })
    expect(() => newSurveyWrites(workspace, large)).toThrow('KB')
    expect(() => changedSurveyWrites(workspace, large, { ...large, revision: 2 })).toThrow('KB')
    expect(changedSurveyWrites(workspace, large, { ...large, status: 'closed' })).toHaveLength(1)
  })
})

describe('a change', () => {
  test('is of the survey as it was seen', async () => {
    const before = await made({ id: 'seen', status: 'draft' })
    expect(await findSurvey(table, workspace, 'seen')).toEqual(before)
    expect(await change(before, { status: 'closed' })).toBeUndefined()
    expect(await findSurvey(table, workspace, 'seen')).toEqual({ ...before, status: 'closed', revision: 2 })
    expect(await change(before, { title: 'Autumn' })).toBeDefined()
  })
  test('of questions keeps those before, for answers to them', async () => {
    const before = await made({ id: 'asked' })
    await change(before, { questions: [why], version: 2 })
    await change({ ...before, revision: 2, version: 2, questions: [why] }, { title: 'Summer' })
    const now = await getSurvey(table, workspace, 'asked')
    expect(await versionQuestions(table, workspace, now, 1)).toEqual(before.questions)
    expect(await versionQuestions(table, workspace, now, 2)).toEqual([why])
    await expect(versionQuestions(table, workspace, now, 3)).rejects.toMatchObject({ code: 'notFound' })
    expect(await itemAt(table, 'W#ws#M#asked', 'V#2')).toBeUndefined()
  })
})

describe('a quota', () => {
  const take = (survey: Survey) => transact(table, quotaWrites(workspace, survey))

  test('lets so many answer, from when it is set', async () => {
    const survey = await made({ id: 'quota', quota: 2 })
    expect([await takenOf('quota'), await isFull(table, workspace, survey)]).toEqual([0, false])
    expect([await take(survey), await take(survey)]).toEqual([undefined, undefined])
    expect(await isFull(table, workspace, survey)).toBe(true)
    expect(await take(survey)).toBeDefined()
    await change(survey, { title: 'Summer' })
    expect(await takenOf('quota')).toBe(2)
    await change({ ...survey, revision: 2 }, { quota: undefined })
    expect(await takenOf('quota')).toBe(2)
    await change({ ...survey, revision: 3 }, { quota: 3 })
    expect(await takenOf('quota')).toBe(0)
  })
  test('is none where none is set, and not full where nothing is kept of it', async () => {
    const survey = await made({ id: 'endless' })
    expect([quotaWrites(workspace, survey), await isFull(table, workspace, survey)]).toEqual([[], false])
    expect(await takenOf('endless')).toBeUndefined()
    expect(await isFull(table, workspace, { ...survey, quota: 1 })).toBe(false)
    await table.put({ pk: 'W#ws#M#endless', sk: 'QUOTA', taken: 5 })
    expect(await isFull(table, workspace, { ...survey, quota: null })).toBe(false)
  })
})

describe('what was seen of a survey still holds, or not:', () => {
  const isRefused = async (...writes: Write[]) => (await transact(table, writes)) !== undefined

  test('of staff, that nothing changed', async () => {
    const staff = await made({ id: 'checked', kind: 'staff' })
    expect(stillOpenChecks(workspace, surveyOf())).toEqual([])
    expect(await isRefused(...stillOpenChecks(workspace, staff))).toBe(false)
    expect(await isRefused(...stillOpenChecks(workspace, { ...staff, revision: 2 }))).toBe(true)
  })
  test('for how long answers are kept', async () => {
    const survey = await made({ id: 'retained' })
    const months = { ...survey, retentionMonths: 12 }
    expect(await isRefused(sameRetentionCheck(workspace, survey))).toBe(false)
    expect(await isRefused(sameRetentionCheck(workspace, months))).toBe(true)
    await change(survey, { retentionMonths: 12 })
    expect(await isRefused(sameRetentionCheck(workspace, months))).toBe(false)
    expect(await isRefused(sameRetentionCheck(workspace, { ...months, retentionMonths: 13 }))).toBe(true)
    expect(await isRefused(sameRetentionCheck(workspace, survey))).toBe(true)
  })
})
