import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../functions/secrets.ts'
import { audit } from '../../functions/survey/audit.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let surveyId: string
beforeEach(async () => {
  app = await runningApp()
  await post('/customers', { customers: [{ id: 'C1', name: 'Shop', tier: 'A' }] })
  const body = {
    title: 'After service',
    questions: [
      { id: 'nps', type: 'nps', title: 'Recommend?' },
      { id: 'speed', type: 'csat', title: 'Speed?' },
      { id: 'why', type: 'text', title: 'Why?' },
    ],
    followUp: [
      { question: 'speed', atMost: 2, opens: 'task' },
      { question: 'nps', atMost: 6, opens: 'complaint' },
    ],
  }
  surveyId = (await post<{ surveyId: string }>('/surveys', body)).body.surveyId
  await post(`/surveys/${surveyId}/open`, undefined)
})
afterEach(() => app.close())

type FollowUp = { followUpId: string; state: string; score: number; customerId?: string; number?: string }
const post = <T = Record<string, unknown>>(path: string, body: unknown, operation?: string) =>
  app.call<T>('POST', app.at(path), { token: app.token, body, ...(operation && { operation }) })
const get = <T>(path: string) => app.call<T>('GET', app.at(path), { token: app.token })
const followUps = async () => (await get<{ followUps: FollowUp[] }>('/follow-ups')).body.followUps
const complaints = async () => (await get<{ complaints: unknown[] }>('/complaints')).body.complaints

async function linkOf(customerId: string): Promise<string> {
  const made = await post<{ links: { link: string }[] }>(`/surveys/${surveyId}/links`, { customers: [{ customerId }] })
  return new URL(made.body.links[0]!.link).pathname
}
async function submitted(path: string, answers: Record<string, unknown>) {
  const page = await app.call<{ ticket: string }>('GET', path, { accept: 'application/json' })
  const body = { ticket: page.body.ticket, answers }
  return app.call('POST', path, { accept: 'application/json', body, operation: null })
}
const openLink = async () => {
  const { body } = await get<{ link: string }>(`/surveys/${surveyId}`)
  return new URL(body.link).pathname
}

test('a low answer of a customer opens one complaint with what they said, however often it is corrected', async () => {
  const path = await linkOf('C1')
  expect((await submitted(path, { nps: 9 })).status).toBe(201)
  expect(await followUps()).toEqual([])
  await submitted(path, { nps: 2, speed: 1, why: 'Late again' })
  await submitted(path, { nps: 1, why: 'Very late' })
  expect(await complaints()).toMatchObject([
    { number: 'C-2026-000001', channel: 'survey', customer: { id: 'C1', tier: 'A' } },
  ])
  expect(JSON.stringify(await complaints())).toContain('After service: Recommend? 2\\nLate again')
  expect(await followUps()).toMatchObject([{ state: 'done', customerId: 'C1', score: 2, number: 'C-2026-000001' }])
})

test('an answer of nobody known opens a task, which is closed by hand', async () => {
  await submitted(await openLink(), { nps: 0, why: 'x' })
  const [task] = await followUps()
  expect(task).toMatchObject({ state: 'open', score: 0 })
  expect(await complaints()).toEqual([])
  expect((await post('/follow-ups', { followUpId: task!.followUpId })).body).toMatchObject({ state: 'done' })
  expect(await followUps()).toMatchObject([{ state: 'done' }])
  const unknown = { followUpId: task!.followUpId.replace('2026', '2025') }
  expect((await post('/follow-ups', unknown)).status).toBe(404)
})

test('a late repeat of closing a task changes nothing, and its operation id is good for nothing else', async () => {
  await submitted(await openLink(), { nps: 0 })
  const { followUpId } = (await followUps())[0]!
  const say = (state: string, operation: string) => post('/follow-ups', { followUpId, state }, operation)
  expect((await say('done', 'one')).body).toEqual({ followUpId, state: 'done' })
  await say('open', 'two')
  expect(await say('done', 'one')).toMatchObject({ status: 200, body: { followUpId, state: 'done' } })
  expect(await followUps()).toMatchObject([{ state: 'open' }])
  expect(await say('open', 'one')).toMatchObject({ status: 409, body: { error: { code: 'operationReused' } } })
})

test('no operation id that a client may choose keeps a complaint from being opened', async () => {
  const path = await linkOf('C1')
  const { ticket } = (await app.call<{ ticket: string }>('GET', path, { accept: 'application/json' })).body
  const digest = digestOf([surveyId, ...ticket.split('.').slice(0, 2)])
  const sync = (operation: string) => post('/customers', { customers: [{ id: 'C2' }] }, operation)
  expect((await sync(`follow-up-${digest}`)).status).toBe(200)
  expect((await sync(`follow-up#${digest}`)).status).toBe(400)
  const body = { ticket, answers: { nps: 1 } }
  expect((await app.call('POST', path, { accept: 'application/json', body, operation: null })).status).toBe(201)
  expect(await complaints()).toHaveLength(1)
})

test('an answer that is corrected to a low one by hand opens its complaint too', async () => {
  const { body } = await submitted(await linkOf('C1'), { nps: 9 })
  const { answerId } = body as unknown as { answerId: string }
  const at = app.at(`/surveys/${surveyId}/answers/${answerId}`)
  await app.call('PATCH', at, { token: app.token, body: { revision: 1, answers: { nps: 2 } } })
  expect(await complaints()).toHaveLength(1)
})

test('imports are of the past: nothing is opened', async () => {
  const rows = [{ id: '1', date: '2026-03-01', customerId: 'C1', answers: { nps: 0 } }]
  await post(`/surveys/${surveyId}/answers/import`, { rows })
  expect(await followUps()).toEqual([])
})

/** Has a customer give a low answer and the writes after it fail. */
async function crashed(customerId: string) {
  const path = await linkOf(customerId)
  let writes = 0
  app.backend.db.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName?.startsWith('TransactWrite') && ++writes > 1) throw new Error('killed')
      return next(args)
    },
    { step: 'initialize', name: 'killed' },
  )
  await submitted(path, { nps: 3 })
  app.backend.db.middlewareStack.remove('killed')
}

const forget = (id: string) =>
  app.backend.db.send(
    new DeleteCommand({ TableName: app.backend.table, Key: { pk: `W#${app.workspaceId}#C`, sk: id } }),
  )
const audited = () => audit(app.backend, { now: app.backend.now, isOver: () => false, pause: async () => {} })

describe('a complaint that a crash kept from being opened', () => {
  test('is opened by night, once, also where follow-ups are listed meanwhile', async () => {
    await crashed('C1')
    expect(await complaints()).toEqual([])
    const [told] = await Promise.all([audited(), followUps()])
    expect(told).toMatchObject({ wrong: 0, finished: true })
    expect(await complaints()).toHaveLength(1)
    expect(await followUps()).toMatchObject([{ state: 'done', number: 'C-2026-000001' }])
    expect(await audited()).toMatchObject({ opened: 0, wrong: 0 })
    expect(await complaints()).toHaveLength(1)
  })

  test('stays a task where it was made one by hand', async () => {
    await crashed('C1')
    const [{ followUpId } = { followUpId: '' }] = await followUps()
    await post('/follow-ups', { followUpId, state: 'open' })
    expect(await audited()).toMatchObject({ opened: 0 })
    expect(await complaints()).toHaveLength(1)
  })

  test('is a task where its customer is no longer in the file', async () => {
    await crashed('C1')
    await forget('C1')
    expect(await audited()).toMatchObject({ opened: 1, wrong: 0 })
    expect(await complaints()).toEqual([])
    expect(await followUps()).toMatchObject([{ state: 'open' }])
  })

  test('is told as wrong where it cannot be opened, and the night goes on with the others', async () => {
    await post('/customers', { customers: [{ id: 'C2', name: 'Other' }] })
    await crashed('C1')
    await crashed('C2')
    let fails = true
    app.backend.db.middlewareStack.add(
      (next, context) => (args) => {
        const { TransactItems } = args.input as { TransactItems?: unknown[] }
        const isComplaint = context.commandName?.startsWith('TransactWrite') && (TransactItems?.length ?? 0) > 3
        if (isComplaint && fails) {
          fails = false
          throw new Error('away')
        }
        return next(args)
      },
      { step: 'initialize', name: 'away' },
    )
    expect(await audited()).toMatchObject({ opened: 1, wrong: 1, mended: 0, finished: true })
    app.backend.db.middlewareStack.remove('away')
    expect(await audited()).toMatchObject({ opened: 1, wrong: 0 })
    expect(await complaints()).toHaveLength(2)
  })
})

test('a complaint that a crash kept from being opened is opened when follow-ups are listed, once', async () => {
  await crashed('C1')
  expect(await complaints()).toEqual([])
  await Promise.all([followUps(), followUps()])
  expect(await followUps()).toMatchObject([{ state: 'done', number: 'C-2026-000001' }])
  expect(await complaints()).toHaveLength(1)
})

test('nothing is left to follow up of an answer that is deleted or a person who is erased', async () => {
  await submitted(await linkOf('C1'), { nps: 9, speed: 1 })
  expect(await followUps()).toMatchObject([{ state: 'open', score: 1 }])
  await post('/customers/erase', { customerId: 'C1' })
  expect(await followUps()).toEqual([])
})
