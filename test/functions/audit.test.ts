import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit } from '../../functions/survey/audit.ts'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
let surveyPath: string
beforeEach(async () => {
  app = await runningApp()
  surveyPath = app.at(`/surveys/${await newSurvey('Survey')}`)
})
afterEach(() => app.close())

async function newSurvey(title: string): Promise<string> {
  const body = { title, questions: [{ id: 'nps', type: 'nps', title: 'Recommend?' }] }
  const made = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token: app.token, body })
  return made.body.surveyId
}
const importing = (from: number, count: number) => {
  const rows = Array.from({ length: count }, (_, i) => {
    return { id: `${from + i}`, date: `2026-03-0${1 + ((from + i) % 3)}`, answers: { nps: (from + i) % 11 } }
  })
  return app.call('POST', `${surveyPath}/answers/import`, { token: app.token, body: { rows } })
}
const figures = async () =>
  (await app.call<{ rows: unknown }>('GET', `${surveyPath}/figures?by=day`, { token: app.token })).body.rows
const pause = async () => {}
const audited = (isOver = () => false) => audit(app.backend, { now: app.backend.now, isOver, pause })

/** The keys of all items whose sort key begins so. */
async function keysOf(prefix: string) {
  const { db, table: TableName } = app.backend
  const { Items = [] } = await db.send(new ScanCommand({ TableName, ProjectionExpression: 'pk, sk' }))
  return Items.filter(({ sk }) => sk.startsWith(prefix)) as { pk: string; sk: string }[]
}

function set(Key: object, field: string, value: unknown) {
  return app.backend.db.send(
    new UpdateCommand({
      TableName: app.backend.table,
      Key,
      UpdateExpression: 'SET #field = :value',
      ExpressionAttributeNames: { '#field': field },
      ExpressionAttributeValues: { ':value': value },
    }),
  )
}

test('where all is right, nothing is found, and nothing is written but how far it is', async () => {
  await importing(0, 30)
  const before = await figures()
  expect(await audited()).toEqual({ days: 3, figures: 3, wrong: 0, mended: 0, opened: 0, finished: true })
  expect(await figures()).toEqual(before)
})

test('kept figures, heads and days without a head that are wrong are put right and told', async () => {
  await importing(0, 30)
  const right = await figures()
  const [kept] = await keysOf('all#2026-03-01')
  await set(kept!, 'groups', [{ value: '', n: 1, questions: { nps: { '0': 1 } } }])
  expect(await figures()).not.toEqual(right)
  await set((await keysOf('H#2026-03-02'))[0]!, 'n', 77)
  await app.backend.db.send(
    new DeleteCommand({ TableName: app.backend.table, Key: (await keysOf('H#2026-03-03'))[0]! }),
  )
  expect(await audited()).toMatchObject({ wrong: expect.toSatisfy((wrong) => wrong >= 3), finished: true })
  expect(await figures()).toEqual(right)
  expect(await audited()).toMatchObject({ wrong: 0, mended: 0 })
})

test('beside live writers and readers nothing is told to be wrong', async () => {
  await importing(0, 20)
  let writing = true
  const live = async (lane: number) => {
    for (let at = 1; writing; at++) {
      await importing(lane * 10_000 + at * 5, 5)
      await figures()
    }
  }
  const lives = [live(1), live(2)]
  for (let pass = 0; pass < 4; pass++) expect(await audited()).toMatchObject({ wrong: 0, finished: true })
  writing = false
  await Promise.all(lives)
})

test('a pass that was stopped goes on where it was, and one that is through is not begun again the same day', async () => {
  await importing(0, 450)
  const [head] = await keysOf('H#2026-03-03')
  await set(head!, 'n', 1)
  let items = 0
  const part = await audited(() => ++items > 1)
  expect(part.finished).toBe(false)
  const whole = await audited()
  expect(whole).toMatchObject({ days: 3, wrong: 1, mended: 1, finished: true })
  await set(head!, 'n', 1)
  const since = new Date(app.clock.now.getTime() - 3_600_000)
  expect(await audit(app.backend, { now: app.backend.now, isOver: () => false, pause, since })).toEqual(whole)
  expect(await audited()).toMatchObject({ wrong: 1, mended: 1 })
})

/** Runs until the pass is through. */
async function passed(run: () => ReturnType<typeof audit>) {
  for (let runs = 1; runs <= 100; runs++) {
    const found = await run().catch(() => undefined)
    if (found?.finished) return { ...found, runs }
  }
}

test('a pass with time for one item a run goes on behind it, and counts nothing twice', async () => {
  await importing(0, 30)
  await figures()
  await set((await keysOf('H#2026-03-02'))[0]!, 'n', 77)
  const run = () => {
    let items = 0
    return audited(() => ++items > 1)
  }
  const whole = await passed(run)
  expect(whole).toMatchObject({ days: 3, figures: 3, wrong: 1, mended: 1, finished: true })
  expect(whole!.runs).toBeGreaterThan(6)
})

test('runs that are killed in the midst of a page come to its end where items take long', async () => {
  await importing(0, 30)
  await figures()
  const run = () => {
    let minutes = 0
    const now = () => new Date(app.clock.now.getTime() + minutes * 60_000)
    const isOver = () => {
      if (++minutes > 3) throw new Error('killed')
      return false
    }
    return audit(app.backend, { now, isOver, pause })
  }
  expect(await passed(run)).toMatchObject({ days: 3, figures: 3, wrong: 0, finished: true })
})

test('what cannot be read is told, and keeps nothing else from being looked at', async () => {
  await importing(0, 30)
  await figures()
  await set((await keysOf('all#2026-03-01'))[0]!, 'groups', 'somebody wrote here')
  await set((await keysOf('H#2026-03-02'))[0]!, 'n', 77)
  expect(await audited()).toMatchObject({ days: 3, wrong: 2, mended: 1, finished: true })
})

test('a survey that cannot be read is told, and keeps no other from being looked at', async () => {
  await importing(0, 30)
  await figures()
  await set((await keysOf('H#2026-03-02'))[0]!, 'n', 77)
  const surveyId = await newSurvey('Altered')
  const [altered] = (await keysOf('META')).filter(({ pk }) => pk.endsWith(surveyId))
  await set(altered!, 'title', 77)
  expect(await audited()).toMatchObject({ days: 3, wrong: 2, mended: 1, finished: true })
})
