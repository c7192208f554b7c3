import { beforeAll, describe, expect, test } from 'vitest'
import { entriesBefore } from '../../../functions/store/audit-trail.ts'
import {
  dueExpiries,
  endNight,
  expiryWrite,
  findExpiry,
  nextNight,
  removedWrite,
} from '../../../functions/store/expiry.ts'
import { changedSurveyWrites, newSurveyWrites, type Survey } from '../../../functions/store/survey.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt, surveyOf, workspace } from './answers.ts'

const NIGHT = '2026-03-11T02:00:00.000Z'
const NEXT = '2026-03-12T02:00:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const backend = () => ({ ...table, signingKey: 'key', now: () => new Date('2026-03-11T02:00:05.000Z') })
const trail = async () => (await entriesBefore(table, workspace, Number.POSITIVE_INFINITY, 50)).entries
const found = (id: string) => findExpiry(table, workspace, id)
const removes = (id: string, count: number) => transact(table, [removedWrite(workspace, id, count)])
async function due(before: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id, workspace: of } of dueExpiries(table, before)) ids.push(`${of.id} ${id}`)
  return ids
}
/** A survey that keeps answers for a time, and is due in the night. */
async function kept(id: string, retention: Partial<Survey> = { retentionMonths: 12 }) {
  const survey = surveyOf({ id, ...retention })
  await transact(table, [...newSurveyWrites(workspace, survey), expiryWrite(workspace, id, NIGHT)])
  return survey
}

test.each([
  ['2026-03-10T23:59:59.999Z', '2026-03-11T02:00:00.000Z'],
  ['2026-03-11T00:00:00.000Z', '2026-03-12T02:00:00.000Z'],
  ['2026-02-28T12:00:00.000Z', '2026-03-01T02:00:00.000Z'],
  ['2026-12-31T12:00:00.000Z', '2027-01-01T02:00:00.000Z'],
])('the night after %s is %s', (now, night) => {
  const date = new Date(now)
  expect(nextNight(date)).toBe(night)
  expect(date.toISOString()).toBe(now)
})

describe('a survey that keeps answers for a time', () => {
  test('is due from its night on, until it is put off', async () => {
    await transact(table, [expiryWrite(workspace, 'due', NIGHT)])
    expect([await due(NIGHT), await due('2026-03-11T02:00:00.001Z')]).toEqual([[], ['ws due']])
    expect(await found('due')).toEqual({ dueAt: NIGHT, removed: 0 })
    await removes('due', 3)
    await transact(table, [expiryWrite(workspace, 'due', NEXT)])
    expect([await found('due'), await due(NEXT)]).toEqual([{ dueAt: NEXT, removed: 3 }, []])
    await removes('due', 2)
    expect(await found('due')).toEqual({ dueAt: NEXT, removed: 5 })
    expect(await found('other')).toBeUndefined()
  })
  test('is looked at again the night after, and nothing is told where nothing went', async () => {
    const survey = await kept('quiet')
    await endNight(backend(), workspace, survey, (await found('quiet'))!, '2025-03-11')
    expect(await found('quiet')).toEqual({ dueAt: NEXT, removed: 0 })
    expect(await due('2026-03-12T02:00:00.001Z')).toContain('ws quiet')
    expect(await trail()).toEqual([])
  })
  test('has the trail tell of what went, once', async () => {
    const survey = await kept('told')
    await removes('told', 7)
    const seen = (await found('told'))!
    await endNight(backend(), workspace, survey, seen, '2025-03-11')
    expect(await itemAt(table, 'W#ws#M#told', 'EXPIRY')).not.toHaveProperty('removed')
    expect(await found('told')).toEqual({ dueAt: NEXT, removed: 0 })
    await endNight(backend(), workspace, survey, seen, '2025-03-11')
    expect(await trail()).toMatchObject([
      {
        act: 'answersExpired',
        about: { surveyId: 'told', answers: 7, before: '2025-03-11' },
        at: NIGHT.replace('00.', '05.'),
      },
    ])
  })
  test('stays as it is where anything of it changed meanwhile', async () => {
    const survey = await kept('changed')
    const seen = (await found('changed'))!
    await removes('changed', 1)
    await endNight(backend(), workspace, survey, seen, undefined)
    expect(await found('changed')).toEqual({ dueAt: NIGHT, removed: 1 })
    await endNight(backend(), workspace, survey, { dueAt: NIGHT, removed: 2 }, undefined)
    await endNight(backend(), workspace, survey, { dueAt: NEXT, removed: 1 }, undefined)
    await transact(table, changedSurveyWrites(workspace, survey, { ...survey, retentionMonths: 24, revision: 2 }))
    await endNight(backend(), workspace, survey, { dueAt: NIGHT, removed: 1 }, undefined)
    expect(await found('changed')).toEqual({ dueAt: NIGHT, removed: 1 })
    expect((await trail()).filter(({ about }) => about.surveyId === 'changed')).toEqual([])
  })
})

describe('a survey that keeps answers for good now', () => {
  test('is due no more', async () => {
    const survey = await kept('good', {})
    await endNight(backend(), workspace, survey, { dueAt: NEXT, removed: 0 }, undefined)
    expect(await found('good')).toEqual({ dueAt: NIGHT, removed: 0 })
    await endNight(backend(), workspace, survey, (await found('good'))!, undefined)
    expect(await found('good')).toBeUndefined()
    expect(await due(NEXT)).not.toContain('ws good')
  })
  test('still has the trail tell of what went before', async () => {
    const survey = await kept('rest', {})
    await removes('rest', 4)
    await endNight(backend(), workspace, survey, (await found('rest'))!, undefined)
    expect(await found('rest')).toBeUndefined()
    const [told] = await trail()
    expect(told).toMatchObject({ act: 'answersExpired', about: { surveyId: 'rest', answers: 4 } })
    expect(told!.about).not.toHaveProperty('before')
  })
})
