import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ComplaintDesk, complaintDesk, type Failed } from './complaint-desk.ts'

let desk: ComplaintDesk
beforeAll(async () => {
  desk = await complaintDesk()
})
afterAll(() => desk.close())

/** What an editor of the workspace is told who does something; the desk knows them by the name of their e-mail. */
async function byEditor<T = Failed>(id: string, body: Record<string, unknown>) {
  const person = { sub: 'ed', email: 'ed@example.com', name: 'Ed' }
  const token = await desk.join(person, 'editor')
  return desk.call<T>('POST', desk.path(`/complaints/${id}/actions`), { token, body })
}

/** Sets part of the policy. */
async function setPolicy(change: Record<string, unknown>) {
  const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
  const set = await desk.call('POST', desk.path('/complaint-policy'), {
    token: await desk.signedIn(),
    body: { ...policy, ...change },
  })
  expect(set.status).toBe(200)
}

describe('an editor who is no admin', () => {
  const people = [{ name: 'ed the second', email: 'Ed@example.com', skills: [], capacity: 2 }]
  const refusal = (code: string) => ({ status: 403, body: { error: { code } } })
  const steps = { change_severity: 'admin', assign: 'handler' } as const
  beforeAll(() => setPolicy({ people, rights: { steps, compensationLimit: 20 } }))
  afterAll(() => setPolicy({ people: [], rights: { steps: {} } }))

  test('may not take a step of admins, nor bring what it is for along with another', async () => {
    const { body: made } = await desk.log()
    const graver = { severity: 'critical', expectedVersion: 1 }
    expect(await byEditor(made.id, { action: 'change_severity', ...graver })).toMatchObject(refusal('complaintRight'))
    expect(await byEditor(made.id, { action: 'classify', ...graver })).toMatchObject(refusal('complaintRight'))
    const same = { action: 'classify', category: 'Billing', severity: 'normal', expectedVersion: 1 }
    expect((await byEditor(made.id, same)).status).toBe(200)
    expect((await desk.act(made.id, { action: 'classify', ...graver, expectedVersion: 2 })).status).toBe(200)
  })

  test('may take a step of the handler on what they handle alone', async () => {
    const give = { action: 'assign', owner: 'li', expectedVersion: 1 }
    const { body: others } = await desk.log({ owner: 'wang' })
    expect(await byEditor(others.id, give)).toMatchObject(refusal('complaintRight'))
    const { body: own } = await desk.log({ owner: 'ed the second' })
    expect((await byEditor(own.id, give)).status).toBe(200)
  })

  test('may give as much as the limit at once, and no more', async () => {
    const { body: made } = await desk.log()
    const gift = (compensation: number) => ({ action: 'note', text: 'x', compensation, expectedVersion: 1 })
    expect(await byEditor(made.id, gift(20.01))).toMatchObject(refusal('compensationLimit'))
    expect((await byEditor(made.id, gift(20))).status).toBe(200)
    const more = { ...gift(500), expectedVersion: 2 }
    expect((await desk.act(made.id, more)).status).toBe(200)
  })
})

test('what its flow needs has to be known before it is resolved', async () => {
  const business = { needs: ['rootCause', 'correctiveAction'], asksFeedback: false, closesAfterDays: 0 }
  const person = { needs: [], asksFeedback: false, closesAfterDays: 0 }
  await setPolicy({ flows: { business, person } })
  const { body: made } = await desk.log()
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  const bare = await desk.act<Failed>(made.id, { action: 'resolve', rootCause: 'Packing', expectedVersion: 2 })
  expect(bare).toMatchObject({
    status: 400,
    body: { error: { message: 'Before it is resolved, fill in: Corrective action.' } },
  })
  const known = { rootCause: 'Packing', correctiveAction: 'Thicker box' }
  expect((await desk.act(made.id, { action: 'resolve', ...known, expectedVersion: 2 })).status).toBe(200)
  const { body: hers } = await desk.log({ customerType: 'person' })
  await desk.act(hers.id, { action: 'acknowledge', expectedVersion: 1 })
  expect((await desk.act(hers.id, { action: 'resolve', expectedVersion: 2 })).status).toBe(200)
})

test('a complaint goes to whom the routing names, and what somebody has is counted', async () => {
  const people = [
    { name: 'li', skills: ['Billing'], capacity: 2 },
    { name: 'wang', skills: ['Billing'], capacity: 2 },
  ]
  await setPolicy({ people, routing: [{ category: 'Billing', skill: 'Billing', names: [] }] })
  const owners: string[] = []
  for (let i = 0; i < 3; i++) owners.push((await desk.log({ category: 'Billing' })).body.owner)
  expect(owners).toEqual(['li', 'wang', 'li'])
  const { body: named } = await desk.log({ category: 'Billing', owner: 'zhao' })
  expect(named.owner).toBe('zhao')
  const { body: given } = await desk.act(named.id, { action: 'assign', owner: 'wang', expectedVersion: 1 })
  expect(given.owner).toBe('wang')
  // Both have two now; the first by name is the next.
  expect((await desk.log({ category: 'Billing' })).body.owner).toBe('li')
})

test('somebody who is not in the customer file can complain, and is identified later', async () => {
  const { body: made } = await desk.log({ customerId: undefined, contact: { name: 'Mei', phone: '139' } })
  expect(made).toMatchObject({ customer: { id: '', name: 'Mei', tier: '' }, contact: { name: 'Mei', phone: '139' } })
  const { body: known } = await desk.act(made.id, { action: 'identify', customerId: 'C-1', expectedVersion: 1 })
  expect(known.customer).toMatchObject({ id: 'C-1', tier: 'A' })
  // Tier A is answered within two hours instead of four.
  expect(known.response.targetMinutes).toBe(made.response.targetMinutes / 2)
})

test('an edit of a version since which only time has passed is taken', async () => {
  desk.at('2026-03-10T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'critical' })
  desk.at('2026-03-10T11:00:00Z')
  const { body: noted } = await desk.act(made.id, { action: 'note', text: 'x', expectedVersion: 1 })
  expect(noted.version).toBeGreaterThan(2)
  const { body: known } = await desk.get(`/complaints/${made.id}`)
  expect(known.history.map(({ action }) => action)).toEqual(['receive', 'escalate', 'escalate', 'note'])
  const stale = await desk.act<Failed>(made.id, { action: 'note', text: 'y', expectedVersion: 1 })
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'complaintStale' } } })
})

describe('one that was nobody’s', () => {
  const people = [
    { name: 'li', skills: ['Billing'], capacity: 2 },
    { name: 'wang', skills: [], capacity: 0 },
  ]
  const stranger = { customerId: undefined, category: '', contact: { name: 'Mei', phone: '139' } }
  const setRouting = () => setPolicy({ people, routing: [{ category: 'Billing', skill: 'Billing', names: [] }] })

  test('is given to whom the routing names once its category is known, in the same event', async () => {
    await setPolicy({ people: [], routing: [] })
    const { body: made } = await desk.log(stranger)
    expect(made.owner).toBe('')
    await setRouting()
    const { body: known } = await desk.act(made.id, { action: 'classify', category: 'Billing', expectedVersion: 1 })
    expect([known.owner, known.version]).toEqual(['li', 2])
    const { body: other } = await desk.act(made.id, { action: 'classify', category: 'Delivery', expectedVersion: 2 })
    expect(other.owner).toBe('li')
  })

  test('goes to the owner of its customer once that is known', async () => {
    await setPolicy({ people: [], routing: [] })
    const { body: made } = await desk.log(stranger)
    const { body: known } = await desk.act(made.id, { action: 'identify', customerId: 'C-1', expectedVersion: 1 })
    expect(known.owner).toBe('li.na')
  })

  test('is reached and called otherwise once its contact is mended', async () => {
    const { body: made } = await desk.log(stranger)
    const contact = { name: 'Mei Lin', email: 'mei@example.com' }
    const { body: mended } = await desk.act(made.id, { action: 'identify', contact, expectedVersion: 1 })
    expect(mended).toMatchObject({ contact, customer: { id: '', name: 'Mei Lin' }, response: made.response })
    const { status } = await desk.act(made.id, { action: 'identify', expectedVersion: 2 })
    expect(status).toBe(400)
  })
})
