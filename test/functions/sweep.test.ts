import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import { sweep } from '../../functions/complaint/sweep.ts'
import { type ComplaintDesk, complaintDesk } from './complaint-desk.ts'

let desk: ComplaintDesk
beforeAll(async () => {
  desk = await complaintDesk()
})
afterAll(() => desk.close())

const escalations = async (id: string) =>
  (await desk.get(`/complaints/${id}`)).body.history.flatMap((event) =>
    event.action === 'escalate' ? [`${event.escalation?.clock} ${event.escalation?.step}`] : [],
  )

test('a sweep tells what was due, once, however many run at once or late', async () => {
  desk.at('2026-03-10T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'critical' })
  const { body: other } = await desk.log({ severity: 'low' })
  // Critical: an hour to answer. The warning after 48 minutes, the breach after 60.
  desk.at('2026-03-10T09:48:00Z')
  expect(await sweep(desk.backend)).toEqual({ due: 0, told: 0, refused: 0, failures: [] })
  desk.at('2026-03-10T09:49:00Z')
  expect(await sweep(desk.backend)).toEqual({ due: 1, told: 1, refused: 0, failures: [] })
  expect(await sweep(desk.backend)).toEqual({ due: 0, told: 0, refused: 0, failures: [] })
  desk.at('2026-03-10T10:01:00Z')
  const both = await Promise.all([sweep(desk.backend), sweep(desk.backend), sweep(desk.backend)])
  expect(both.reduce((sum, { told }) => sum + told, 0)).toBe(1)
  expect(await escalations(made.id)).toEqual(['response 0', 'response 1'])
  expect(await escalations(other.id)).toEqual([])
})

test('a machine a minute behind or ahead tells nothing twice', async () => {
  desk.at('2026-03-11T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'critical' })
  for (const time of ['09:49', '09:48', '09:50', '10:01', '10:00', '10:02']) {
    desk.at(`2026-03-11T${time}:00Z`)
    await sweep(desk.backend)
  }
  expect(await escalations(made.id)).toEqual(['response 0', 'response 1'])
  const { history } = (await desk.get(`/complaints/${made.id}`)).body
  expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort())
})

test('more may be due than one transaction holds: a late sweep tells all of it, and so does an act that comes first', async () => {
  const to = Array.from({ length: 20 }, (_, place) => `chief${place}@example.com`)
  const levels = Array.from({ length: 10 }, (_, place) => ({ afterMinutes: place + 1, to }))
  const before = await desk.get<{ version: number }>('/complaint-policy')
  const policy = { ...defaultPolicy('UTC'), version: before.body.version }
  policy.escalation = { warning: [], breach: to, levels }
  desk.at('2026-03-12T09:00:00Z')
  await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body: policy })
  const { body: swept } = await desk.log({ severity: 'critical' })
  const { body: acted } = await desk.log({ severity: 'critical' })
  desk.at('2026-04-12T09:00:00Z')
  const { status } = await desk.act(acted.id, { action: 'acknowledge', expectedVersion: 1 })
  expect(status).toBe(200)
  expect((await sweep(desk.backend)).failures).toEqual([])
  const steps = Array.from({ length: 12 }, (_, step) => step)
  const all = ['resolution', 'response'].flatMap((clock) => steps.map((step) => `${clock} ${step}`)).sort()
  expect((await escalations(swept.id)).sort()).toEqual(all)
  expect((await escalations(acted.id)).sort()).toEqual(all)
})

test('a sweep reads what is due, however much is open', async () => {
  const asked: string[] = []
  const db = new Proxy(desk.backend.db, {
    get: (client, name) =>
      name === 'send'
        ? (command: { constructor: { name: string } }) => {
            asked.push(command.constructor.name)
            return client.send(command as never)
          }
        : Reflect.get(client, name),
  })
  const costOf = async () => {
    asked.length = 0
    const { told } = await sweep({ ...desk.backend, db })
    return { told, reads: asked.filter((name) => name === 'QueryCommand').length, all: asked.length }
  }
  desk.at('2026-03-12T09:00:00Z')
  await sweep(desk.backend)
  const few = await costOf()
  expect(few).toEqual({ told: 0, reads: 16, all: 16 })
  for (let i = 0; i < 30; i++) await desk.log({ severity: 'low' })
  expect(await costOf()).toEqual(few)
  await desk.log({ severity: 'critical' })
  desk.at('2026-03-12T09:49:00Z')
  // Besides, the head, the policy and one transaction of the only one that is due.
  expect(await costOf()).toEqual({ told: 1, reads: 16, all: 19 })
})
