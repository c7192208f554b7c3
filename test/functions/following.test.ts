import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { audit } from '../../functions/survey/audit.ts'
import { followCustomers } from '../../functions/survey/follow-customers.ts'
import { ADA, type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let surveyId: string
beforeEach(async () => {
  app = await runningApp()
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  surveyId = (await post<{ surveyId: string }>('/surveys', { title: 'S', questions })).body.surveyId
})
afterEach(() => app.close())

const post = <T = Record<string, unknown>>(path: string, body: unknown) =>
  app.call<T>('POST', app.at(path), { token: app.token, body })
const sync = (customers: { id: string; tier?: string; owner?: string }[]) => post('/customers', { customers })
const answers = (rows: [id: string, customerId: string, nps: number, day?: string][]) =>
  post<{ rows: { answerId: string }[] }>(`/surveys/${surveyId}/answers/import`, {
    rows: rows.map(([id, customerId, nps, date = '2026-03-01']) => {
      return { id, date, customerId, answers: { nps, why: `because of ${id}` } }
    }),
  })
const by = async (cut: string) => {
  const at = app.at(`/surveys/${surveyId}/figures?metric=COUNT&by=${cut}`)
  const { body } = await app.call<{ rows: { value: string; n: number }[] }>('GET', at, { token: app.token })
  return Object.fromEntries(body.rows.map(({ value, n }) => [value, n]))
}
const later = (seconds: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000)
}
const following = async () => {
  const member = await WorkspaceKey.ofMember(app.backend, ADA, app.workspaceId)
  return (await followCustomers(app.backend, member!.workspace, 100)).looked
}

test('answers take on what their customers are now, and keep what they were', async () => {
  await sync([
    { id: 'C1', tier: 'A', owner: 'Li' },
    { id: 'C2', tier: 'B' },
  ])
  await answers([
    ['1', 'C1', 9],
    ['2', 'C1', 8, '2026-02-01'],
    ['3', 'C2', 3],
    ['4', 'C3', 3],
  ])
  await sync([{ id: 'C1', tier: 'B', owner: 'Wang' }])
  expect(await by('tier')).toEqual({ '': 1, A: 2, B: 1 })
  expect(await by('tier_now')).toEqual({ '': 1, B: 3 })
  expect(await by('owner_now')).toEqual({ '': 2, Wang: 2 })
  await sync([{ id: 'C3', tier: 'A' }])
  expect(await by('tier_now')).toEqual({ A: 1, B: 3 })
})

test('an answer that was on its way while its customer changed follows within a minute', async () => {
  await sync([{ id: 'C1', tier: 'A' }])
  const late = interruptedBefore('TransactWrite', () => sync([{ id: 'C1', tier: 'B' }]).then(() => by('tier_now')))
  await answers([['1', 'C1', 9]])
  late.remove()
  expect(await by('tier_now')).toEqual({ A: 1 })
  later(61)
  expect(await by('tier_now')).toEqual({ B: 1 })
  expect(await following()).toBe(0)
})

test('figures by the tier of now say until when answers may still follow, those of then do not', async () => {
  await sync([{ id: 'C1', tier: 'A' }])
  await answers([['1', 'C1', 9]])
  const settlesAt = async (cut: string) => {
    const at = app.at(`/surveys/${surveyId}/figures?metric=COUNT&by=${cut}`)
    return (await app.call<{ settlesAt?: string }>('GET', at, { token: app.token })).body.settlesAt
  }
  later(20)
  await sync([{ id: 'C2', tier: 'A' }])
  const until = new Date(app.clock.now.getTime() + 60_000).toISOString()
  for (const cut of ['tier_now', 'owner_now']) expect(await settlesAt(cut)).toBe(until)
  expect(await settlesAt('tier')).toBeUndefined()
  later(59)
  expect(await settlesAt('tier_now')).toBe(until)
  later(1)
  expect(await settlesAt('tier_now')).toBeUndefined()
})

test('a correction keeps the tier of now, a re-tiering keeps the correction', async () => {
  await sync([{ id: 'C1', tier: 'A' }])
  const { answerId } = (await answers([['1', 'C1', 9]])).body.rows[0]!
  const at = app.at(`/surveys/${surveyId}/answers/${answerId}`)
  const edit = (revision: number, nps: number) =>
    app.call('PATCH', at, { token: app.token, body: { revision, answers: { nps } }, operation: `edit-${revision}` })
  const between = interruptedBefore('TransactWrite', () => sync([{ id: 'C1', tier: 'B' }]).then(() => by('tier_now')))
  expect(await edit(1, 3)).toMatchObject({ status: 200, body: { revision: 2, answers: { nps: 3 } } })
  between.remove()
  expect(await by('tier_now')).toEqual({ B: 1 })
  expect(await edit(1, 3)).toMatchObject({ status: 200, body: { revision: 2, answers: { nps: 3 } } })
})

test('answers follow, and are erased, whose texts together are more than a transaction takes', async () => {
  const texts = Array.from({ length: 31 }, (_, at) => `why${at}`)
  const questions = texts.map((id) => ({ id, type: 'text', title: id }))
  surveyId = (await post<{ surveyId: string }>('/surveys', { title: 'Long', questions })).body.surveyId
  await sync([{ id: 'C1', tier: 'A' }])
  const longest = Object.fromEntries(texts.map((id) => [id, '长'.repeat(4000)]))
  for (let n = 0; n < 13; n++) {
    const row = { id: `${n}`, date: '2026-03-01', customerId: 'C1', answers: longest }
    expect((await post(`/surveys/${surveyId}/answers/import`, { rows: [row] })).body).toMatchObject({ accepted: 1 })
  }
  await sync([{ id: 'C1', tier: 'B' }])
  expect(await by('tier_now')).toEqual({ B: 13 })
  await post('/customers/erase', { customerId: 'C1' })
  expect(await by('tier')).toEqual({})
})

test('one person erased leaves no word and every figure exact', async () => {
  await sync([
    { id: 'C1', tier: 'A' },
    { id: 'C2', tier: 'A' },
  ])
  const stored = await answers([
    ['1', 'C1', 9],
    ['2', 'C1', 8, '2026-02-01'],
    ['3', 'C2', 3],
  ])
  const at = app.at(`/surveys/${surveyId}/answers/${stored.body.rows[0]!.answerId}`)
  const body = { revision: 1, answers: { nps: 4, why: 'private words' } }
  await app.call('PATCH', at, { token: app.token, body, operation: 'edit' })
  expect(await by('tier')).toEqual({ A: 3 })
  expect((await post('/customers/erase', { customerId: 'C1' })).body).toEqual({ erased: true })
  expect(await by('tier')).toEqual({ A: 1 })
  expect(await by('month')).toEqual({ '2026-03': 1 })
  expect((await app.call('PATCH', at, { token: app.token, body, operation: 'edit' })).status).toBe(404)
  const kept = await allItems()
  for (const word of ['private words', 'because of 1', 'because of 2', '"C1"']) expect(kept).not.toContain(word)
  expect(kept).toContain('because of 3')
  later(61)
  expect(await following()).toBeGreaterThan(0)
  expect(await following()).toBe(0)
  expect(await allItems()).not.toMatch(/["#]C1"/)
})

test('links of a person who is erased stop working, and the night erases what was on its way', async () => {
  await sync([{ id: 'C1', tier: 'A' }])
  await post(`/surveys/${surveyId}/open`, undefined)
  const made = await post<{ links: { link: string }[] }>(`/surveys/${surveyId}/links`, {
    customers: [{ customerId: 'C1' }],
  })
  const path = new URL(made.body.links[0]!.link).pathname
  expect((await app.call('GET', path, { accept: 'application/json' })).status).toBe(200)
  await post('/customers/erase', { customerId: 'C1' })
  expect((await app.call('GET', path, { accept: 'application/json' })).status).toBe(404)
  await answers([['late', 'C1', 3]])
  later(61)
  await audit(app.backend, { now: app.backend.now, isOver: () => false, pause: async () => {} })
  for (const word of ['because of late', '"C1"']) expect(await allItems()).not.toContain(word)
  expect(await by('month')).toEqual({})
})

test('more customers than one call looks at are left for the next', async () => {
  await sync(Array.from({ length: 250 }, (_, i) => ({ id: `C${i}`, tier: 'A' })))
  const settle = () => post('/customers/settle', undefined)
  expect((await settle()).body).toEqual({ settled: 200, left: true })
  expect((await settle()).body).toEqual({ settled: 50, left: false })
  later(61)
  for (const settled of [200, 50, 0]) expect((await settle()).body).toMatchObject({ settled })
})

/** Does something before the next write of one kind. */
function interruptedBefore(command: string, act: () => Promise<unknown>) {
  let isDone = false
  app.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      if (!isDone && context.commandName?.startsWith(command)) {
        isDone = true
        await act()
      }
      return next(args)
    },
    { step: 'initialize', name: 'interrupted', override: true },
  )
  return { remove: () => app.backend.db.middlewareStack.remove('interrupted') }
}

/** Everything in the table as text. */
async function allItems(): Promise<string> {
  const { Items } = await app.backend.db.send(new ScanCommand({ TableName: app.backend.table }))
  return JSON.stringify(Items)
}
