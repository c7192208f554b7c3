import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { findComplaint } from '../../functions/store/complaint.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk, type Failed, type Told } from './complaint-desk.ts'
import { ADA } from './running-app.ts'

let desk: ComplaintDesk
beforeAll(async () => {
  desk = await complaintDesk()
})
beforeEach(() => desk.at('2026-03-10T10:00:00Z'))
afterAll(() => desk.close())

describe('intake', () => {
  test('gives a number, the customer as mirrored, and deadlines by tier and severity', async () => {
    const { status, body } = await desk.log({ customerId: 'C-1', severity: 'critical', category: 'Delivery' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      number: expect.stringMatching(/^C-2026-\d{6}$/),
      state: 'received',
      version: 1,
      customer: { id: 'C-1', name: 'Northwind', tier: 'A', owner: 'li.na', segment: 'Retail' },
      owner: 'li.na',
      status: 'ok',
      actions: ['acknowledge', 'note', 'reply', 'assign', 'change_severity', 'classify', 'identify'],
      // Tier A, critical: 30 and 240 minutes. From Tuesday 10:00: to 12:00, from 13:00, 240 in all at 15:00.
      response: { targetMinutes: 30, dueAt: '2026-03-10T10:30:00.000Z' },
      resolution: { targetMinutes: 240, dueAt: '2026-03-10T15:00:00.000Z' },
      dueAt: '2026-03-10T10:30:00.000Z',
    })
  })

  test('numbers have no gaps and no doubles, however many come at once', async () => {
    const before = Number((await desk.log()).body.number.slice(-6))
    const made = await Promise.all(Array.from({ length: 8 }, () => desk.log()))
    const numbers = made.map(({ body }) => Number(body.number.slice(-6))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => before + 1 + i))
  })

  test('each year counts from 1, by the day when the customer spoke', async () => {
    const { body } = await desk.log({ receivedAt: '2025-12-30T17:00:00+08:00' })
    expect(body).toMatchObject({ number: 'C-2025-000001', receivedAt: '2025-12-30T09:00:00.000Z', status: 'breached' })
    const [event] = (await desk.get(`/complaints/${body.id}`)).body.history
    expect(event).toMatchObject({ action: 'receive', at: '2026-03-10T10:00:00.000Z', by: { sub: 'ada', name: 'Ada' } })
  })

  test('twice with the same operation id is once, at any later time; with another text it is refused', async () => {
    const first = await desk.log({}, 'intake-1')
    desk.at('2026-06-01T10:00:00Z')
    expect(await desk.log({}, 'intake-1')).toMatchObject({ status: 201, body: first.body })
    const other = await desk.log<Failed>({ description: 'Another' }, 'intake-1')
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'operationReused' } } })
  })

  test('the same operation five times at once is one complaint', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => desk.log({}, 'intake-5')))
    expect(new Set(made.map(({ body }) => body.number)).size).toBe(1)
  })

  const bad: [string, Record<string, unknown>, string, string | RegExp][] = [
    [
      'a customer nobody knows',
      { customerId: 'C-9' },
      'unknownCustomer',
      'Customer C-9 is not in the workspace. Sync the customers first, or correct the id.',
    ],
    ['no description', { description: ' ' }, 'fieldFormat', '"description" must be a text that is not blank.'],
    ['no channel', { channel: undefined }, 'fieldMissing', '"channel" is missing. Add it.'],
    ['a made-up severity', { severity: 'huge' }, 'fieldChoice', /"severity" must be one of .*critical/],
    ['a made-up kind', { kind: 'rant' }, 'fieldChoice', /"kind" must be one of .*enquiry/],
    ['a time that is none', { receivedAt: 'now' }, 'fieldFormat', /"receivedAt" must be a time such as/],
    [
      'a time ahead',
      { receivedAt: '2026-03-11T00:00:00Z' },
      'complaintAhead',
      /cannot have been received in the future/,
    ],
  ]
  test.each(bad)('%s is refused with one sentence', async (_, body, code, message) => {
    const reply = await desk.log<Failed>(body)
    expect(reply).toMatchObject({ status: 400, body: { error: { code } } })
    expect(reply.body.error.message).toMatch(message)
  })
})

describe('handling', () => {
  test('a complaint walks the whole road, and its history tells it', async () => {
    const { body: made } = await desk.log({ severity: 'normal' })
    const walk: [string, Record<string, unknown>, string][] = [
      ['2026-03-10T11:00:00Z', { action: 'acknowledge', text: 'Thank you, we look into it.' }, 'acknowledged'],
      ['2026-03-10T11:30:00Z', { action: 'start' }, 'in_progress'],
      ['2026-03-10T12:00:00Z', { action: 'wait', text: 'Please send a photo.' }, 'waiting'],
      ['2026-03-12T09:00:00Z', { action: 'resume' }, 'in_progress'],
      ['2026-03-12T10:00:00Z', { action: 'resolve', compensation: 49.9, rootCause: 'Packing' }, 'resolved'],
      ['2026-03-12T11:00:00Z', { action: 'ask_feedback' }, 'feedback'],
      ['2026-03-12T14:00:00Z', { action: 'reopen', satisfaction: 2, text: 'Still wet.' }, 'reopened'],
      ['2026-03-12T15:00:00Z', { action: 'start' }, 'in_progress'],
      ['2026-03-12T16:00:00Z', { action: 'resolve', compensation: 0.1, correctiveAction: 'Film' }, 'resolved'],
      ['2026-03-13T09:00:00Z', { action: 'close', satisfaction: 5 }, 'closed'],
    ]
    let version = 1
    for (const [at, body, state] of walk) {
      desk.at(at)
      const { status, body: told } = await desk.act(made.id, { ...body, expectedVersion: version })
      expect([status, told.state]).toEqual([200, state])
      version = told.version
    }
    const { body } = await desk.get(`/complaints/${made.id}`)
    const done = body.history.map(({ action }) => action).filter((action) => action !== 'escalate')
    expect(done).toEqual(['receive', ...walk.map(([, { action }]) => action)])
    expect(body).toMatchObject({
      respondedAt: '2026-03-10T11:00:00.000Z',
      response: { usedMinutes: 60 },
      // 10:00 to 12:00, then 9:00 to 10:00 two days later, then 14:00 to 16:00: the wait and the time as resolved are out.
      resolutions: [
        { at: '2026-03-12T10:00:00.000Z', minutes: 180, onTime: true },
        { at: '2026-03-12T16:00:00.000Z', minutes: 300, onTime: true },
      ],
      reopenings: ['2026-03-12T14:00:00.000Z'],
      closings: ['2026-03-13T09:00:00.000Z'],
      compensations: [{ amount: 49.9 }, { amount: 0.1 }],
      ratings: [{ score: 2 }, { score: 5 }],
      rootCause: 'Packing',
      correctiveAction: 'Film',
      resolutionStatus: 'met',
      actions: ['reopen', 'note', 'classify', 'identify'],
    })
  })

  test('while it waits for the customer there is no deadline, and afterwards it is later by the wait', async () => {
    const { body: made } = await desk.log({ severity: 'critical' })
    await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
    desk.at('2026-03-10T11:00:00Z')
    const { body: waiting } = await desk.act(made.id, { action: 'wait', expectedVersion: 2 })
    expect(waiting).toMatchObject({ resolutionStatus: 'paused', status: 'ok' })
    expect(waiting).not.toHaveProperty('dueAt')
    desk.at('2026-03-16T09:00:00Z')
    const { body: going } = await desk.act(made.id, { action: 'resume', expectedVersion: 3 })
    // 480 minutes, 60 used: 420 from Monday 9:00, an hour of lunch between.
    expect(going.dueAt).toBe('2026-03-16T17:00:00.000Z')
  })

  test('another severity gives other deadlines at once', async () => {
    const { body: made } = await desk.log({ severity: 'low' })
    const { body } = await desk.act(made.id, { action: 'change_severity', severity: 'critical', expectedVersion: 1 })
    expect(body).toMatchObject({ severity: 'critical', response: { dueAt: '2026-03-10T11:00:00.000Z' } })
    const same = await desk.act(made.id, { action: 'assign', owner: 'wang.wei', expectedVersion: 2 })
    expect(same.body).toMatchObject({ owner: 'wang.wei', resolution: body.resolution })
  })

  const refused: [string, Record<string, unknown>, string, string | RegExp][] = [
    [
      'a move that the table lacks',
      { action: 'close' },
      'complaintMove',
      '"Close" is not possible while it is "Received". Possible now: Acknowledge, Add a note, Reply to the customer, Assign, Change severity, Change kind or category, Set the customer.',
    ],
    ['a note without text', { action: 'note', text: ' ' }, 'fieldMissing', '"text" is missing. Add it.'],
    ['assigning to nobody', { action: 'assign' }, 'fieldMissing', '"owner" is missing. Add it.'],
    [
      'an owner where none belongs',
      { action: 'acknowledge', owner: 'me' },
      'complaintField',
      '"owner" does not go with "Acknowledge". Leave it out.',
    ],
    ['half a cent', { action: 'acknowledge', compensation: 0.005 }, 'fieldFormat', /"compensation" must be an amount/],
    [
      'less than nothing',
      { action: 'acknowledge', compensation: -1 },
      'fieldRange',
      /"compensation" must be at least 0/,
    ],
    ['an action nobody knows', { action: 'burn' }, 'fieldChoice', /"action" must be one of .*resolve/],
    [
      'no version',
      { action: 'acknowledge', expectedVersion: undefined },
      'fieldMissing',
      /"expectedVersion" is missing/,
    ],
  ]
  test.each(refused)('%s is refused with one sentence, and nothing changes', async (_, body, code, message) => {
    const { body: made } = await desk.log()
    const reply = await desk.act<Failed>(made.id, { expectedVersion: 1, ...body })
    expect(reply).toMatchObject({ status: 400, body: { error: { code } } })
    expect(reply.body.error.message).toMatch(message)
    expect((await desk.get(`/complaints/${made.id}`)).body.history).toHaveLength(1)
  })

  test('a complaint that is not there is 404', async () => {
    expect((await desk.get('/complaints/none')).status).toBe(404)
    expect((await desk.act('none', { action: 'acknowledge', expectedVersion: 1 })).status).toBe(404)
  })
})

describe('two people at once', () => {
  test('the second is told what the first changed, and may then go on', async () => {
    const { body: made } = await desk.log()
    await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1, text: 'Thanks' })
    await desk.act(made.id, { action: 'start', expectedVersion: 2 })
    const late = await desk.act<Failed>(made.id, { action: 'note', text: 'Called back', expectedVersion: 1 })
    expect(late.status).toBe(409)
    expect(late.body.error).toMatchObject({
      code: 'complaintStale',
      message: `Ada changed ${made.number} meanwhile (it is at version 3 now). See what changed, then repeat your step.`,
      details: {
        version: 3,
        changes: [
          { version: 2, action: 'acknowledge', text: 'Thanks' },
          { version: 3, action: 'start' },
        ],
      },
    })
    expect((await desk.act(made.id, { action: 'note', text: 'Called back', expectedVersion: 3 })).status).toBe(200)
  })

  test('of ten that act on the same version one gets through', async () => {
    const { body: made } = await desk.log()
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, i) => desk.act(made.id, { action: 'note', text: `${i}`, expectedVersion: 1 })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    expect((await desk.get(`/complaints/${made.id}`)).body.history).toHaveLength(2)
  })

  test('an action sent again, at once or much later, is one event and one answer', async () => {
    const { body: made } = await desk.log()
    const act = () => desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 }, 'act-1')
    const replies = await Promise.all([act(), act(), act()])
    await desk.act(made.id, { action: 'start', expectedVersion: 2 })
    desk.at('2026-05-01T10:00:00Z')
    for (const reply of [...replies, await act()]) expect(reply).toMatchObject({ status: 200, body: replies[0]?.body })
    expect((await desk.get(`/complaints/${made.id}`)).body.history).toHaveLength(3)
  })
})

test('whatever is done, the head equals the fold of the events, versions are contiguous, and no event ever changes', async () => {
  const found = await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId)
  const { body: made } = await desk.log()
  let told: Told = made
  let past: unknown[] = []
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let step = 0; step < 40; step++) {
    desk.at(new Date(Date.parse('2026-03-10T10:00:00Z') + (step * 7 - random(10)) * 3_600_000).toISOString())
    const action = told.actions[random(told.actions.length)]
    const more =
      action === 'assign'
        ? { owner: `p${step}` }
        : action === 'change_severity'
          ? { severity: 'high' }
          : action === 'identify'
            ? { customerId: 'C-1' }
            : {}
    const { status, body } = await desk.act(made.id, {
      action,
      text: `${step}`,
      expectedVersion: told.version,
      ...more,
    })
    expect(status).toBe(200)
    told = body
    const { history } = (await desk.get(`/complaints/${made.id}`)).body
    expect(history.slice(0, past.length)).toEqual(past)
    expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1))
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort())
    expect(await findComplaint(desk.backend, found!.workspace, made.id)).toEqual(complaintFromEvents(history))
    past = history
  }
})
