import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findMember, memberRemoval } from '../../functions/store/member.ts'
import { transact } from '../../functions/store/table.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { ADA, type RunningApp, runningApp } from './running-app.ts'
import { everything } from './survey-desk.ts'

type Failed = { error: { code: string; message: string } }
type Member = { memberId: string; name: string; email: string; role: string; positions: string[] }
type Invitation = {
  invitationId: string
  workspaceId: string
  email: string
  state: string
  role: string
  name: string
}

const START = '2026-03-10T08:00:00Z'
const DAY = 86_400_000

let app: RunningApp
/** A workspace of its own for each test, with Ada as its admin. */
let team: string
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.now = new Date(START)
  const asked = { token: app.token, body: { name: 'Key accounts' } }
  team = (await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', asked)).body.workspaceId
})

const person = (sub: string, email = `${sub}@example.com`) => ({ sub, email, name: sub })
const at = (path: string) => `/v1/workspaces/${team}${path}`
const join = (sub: string, role: 'admin' | 'editor' | 'viewer') => app.join(person(sub), role, team)
const asAda = async <T = Failed>(method: string, path: string, body?: unknown, operation?: string) =>
  app.call<T>(method, at(path), { token: await app.tokenOf(ADA), body, ...(operation && { operation }) })
const invite = (email: string, more: object = {}, operation?: string) =>
  asAda<Invitation & Failed>('POST', '/invitations', { email, role: 'viewer', ...more }, operation)
const invitations = async () =>
  (await asAda<{ invitations: Invitation[] }>('GET', '/invitations')).body.invitations.map(({ email, state }) => [
    email,
    state,
  ])
const members = async () => (await asAda<{ members: Member[] }>('GET', '/members')).body.members
const roles = async () => (await members()).map(({ memberId, role }) => [memberId, role])
const own = async (token: string) =>
  (await app.call<{ invitations: Invitation[] }>('GET', '/v1/invitations', { token })).body.invitations.filter(
    ({ workspaceId }) => workspaceId === team,
  )
const answer = (token: string, id: string, how: 'accept' | 'decline', operation?: string) =>
  app.call<{ role: string } & Failed>('POST', `/v1/invitations/${id}/${how}`, {
    token,
    ...(operation && { operation }),
  })
/** Whether somebody may read, write and administer the workspace at this moment. */
async function mayDo(token: string) {
  const write = app.call('POST', at('/surveys'), { token, body: { title: 'Ours' } })
  const replies = [app.call('GET', at('/surveys'), { token }), write, app.call('GET', at('/invitations'), { token })]
  return (await Promise.all(replies)).map(({ status }) => status < 300)
}

test('who is invited sees it by their address however it is written, and becomes a member by their account', async () => {
  const made = await invite('Bo.Li@Example.com', { role: 'editor', positions: ['Regional manager'] })
  expect(made).toMatchObject({ status: 201, body: { email: 'Bo.Li@Example.com', state: 'open' } })
  expect(made.body).toMatchObject({ expiresAt: '2026-03-24T08:00:00.000Z', invitedBy: { email: ADA.email } })
  const bo = await app.tokenOf(person('bo', 'bo.li@example.COM'))
  expect(await own(bo)).toMatchObject([{ name: 'Key accounts', role: 'editor', positions: ['Regional manager'] }])
  expect(await mayDo(bo)).toEqual([false, false, false])
  const { invitationId: id } = made.body
  const accepted = await answer(bo, id, 'accept', 'yes')
  expect(accepted).toMatchObject({ status: 200, body: { workspaceId: team, name: 'Key accounts', role: 'editor' } })
  expect((await answer(bo, id, 'accept', 'yes')).body).toEqual(accepted.body)
  expect(await answer(bo, id, 'accept')).toMatchObject({ status: 404, body: { error: { code: 'invitationGone' } } })
  expect(await mayDo(bo)).toEqual([true, true, false])
  expect([await own(bo), await invitations()]).toEqual([[], []])
  expect(await members()).toMatchObject([
    { memberId: 'ada', role: 'admin' },
    { memberId: 'bo', email: 'bo.li@example.COM', role: 'editor', positions: ['Regional manager'] },
  ])
  const moved = await app.tokenOf(person('bo', 'bo@elsewhere.example'))
  expect(await mayDo(moved)).toEqual([true, true, false])
  const heir = await app.tokenOf(person('heir', 'bo.li@example.com'))
  expect([await mayDo(heir), await own(heir)]).toEqual([[false, false, false], []])
})

test('an invitation is of nobody else, good for 14 days, once, and until it is withdrawn', async () => {
  const { invitationId: id } = (await invite('bo@example.com')).body
  const eve = await app.tokenOf(person('eve'))
  expect(await own(eve)).toEqual([])
  for (const how of ['accept', 'decline'] as const) expect((await answer(eve, id, how)).status).toBe(404)
  app.clock.now = new Date(Date.parse(START) + 14 * DAY - 1)
  expect(await own(await app.tokenOf(person('bo')))).toHaveLength(1)
  app.clock.now = new Date(Date.parse(START) + 14 * DAY)
  const bo = await app.tokenOf(person('bo'))
  expect([await own(bo), await invitations()]).toEqual([[], [['bo@example.com', 'expired']]])
  expect((await answer(bo, id, 'accept')).status).toBe(404)
  await invite('BO@example.com')
  expect([await own(bo), await invitations()]).toMatchObject([[{ role: 'viewer' }], [['BO@example.com', 'open']]])
  expect((await asAda('DELETE', `/invitations/${id}`)).status).toBe(200)
  expect((await asAda('DELETE', `/invitations/${id}`)).status).toBe(404)
  expect([await own(bo), await invitations()]).toEqual([[], []])
  expect((await answer(bo, id, 'accept')).status).toBe(404)
})

test('who says no is no member, which the admin sees and can ask again', async () => {
  const { invitationId: id } = (await invite('bo@example.com')).body
  const bo = await app.tokenOf(person('bo'))
  expect(await answer(bo, id, 'decline')).toMatchObject({ status: 200, body: { declined: true } })
  expect([await own(bo), await invitations()]).toEqual([[], [['bo@example.com', 'declined']]])
  expect((await answer(bo, id, 'accept')).status).toBe(404)
  await invite('bo@example.com', { role: 'admin' })
  expect((await answer(bo, id, 'accept')).body.role).toBe('admin')
})

test('who is invited anew joins as what was said last, also when both come at once', async () => {
  await invite('bo@example.com', { role: 'admin' })
  const { invitationId: id } = (await invite('bo@example.com', { role: 'viewer' })).body
  expect(await invitations()).toHaveLength(1)
  const bo = await app.tokenOf(person('bo'))
  await atOnce<unknown>(
    () => answer(bo, id, 'accept'),
    () => asAda('DELETE', `/invitations/${id}`),
  )
  const isIn = (await roles()).length === 2
  expect([await mayDo(bo), await invitations()]).toEqual([[isIn, false, false], []])
  expect(await own(bo)).toEqual([])
})

test('members are listed by name', async () => {
  await app.join({ ...person('first'), name: 'Zoe' }, 'viewer', team)
  await app.join({ ...person('last'), name: 'Aaron' }, 'viewer', team)
  await app.join({ ...person('middle'), name: 'Zoe' }, 'viewer', team)
  expect((await members()).map(({ name }) => name)).toEqual(['Aaron', 'Ada', 'Zoe', 'Zoe'])
})

test('whoever was made something else meanwhile is not taken out as what they were', async () => {
  await join('bo', 'editor')
  const { workspace } = (await WorkspaceKey.ofMember(app.backend, ADA, team))!
  const before = (await findMember(app.backend, workspace, 'bo'))!
  await asAda('PATCH', '/members/bo', { role: 'viewer' })
  expect(await transact(app.backend, memberRemoval(workspace, before))).toBeDefined()
  expect(await roles()).toContainEqual(['bo', 'viewer'])
})

test('a lost or changed role holds at the next request, with the same token', async () => {
  const bo = await join('bo', 'admin')
  expect(await mayDo(bo)).toEqual([true, true, true])
  await asAda('PATCH', '/members/bo', { role: 'editor', positions: ['Planner', 'Deputy'] })
  expect(await mayDo(bo)).toEqual([true, true, false])
  await asAda('PATCH', '/members/bo', { role: 'viewer' })
  expect(await mayDo(bo)).toEqual([true, false, false])
  expect((await members())[1]).toMatchObject({ role: 'viewer', positions: ['Planner', 'Deputy'] })
  expect(await asAda('DELETE', '/members/bo')).toMatchObject({ status: 200, body: { removed: true } })
  expect(await mayDo(bo)).toEqual([false, false, false])
  const { body } = await app.call<{ workspaces: { workspaceId: string }[] }>('GET', '/v1/workspaces', { token: bo })
  expect(body.workspaces).not.toContainEqual(expect.objectContaining({ workspaceId: team }))
  expect(await mayDo(await join('bo', 'editor'))).toEqual([true, true, false])
})

/** Does things at once: nothing is written before each of them has read all that it goes by. */
async function atOnce<T>(...asked: (() => Promise<T>)[]): Promise<T[]> {
  const { middlewareStack } = app.backend.db
  let reading = asked.length
  let open = () => {}
  const allRead = new Promise<void>((resolve) => {
    open = resolve
  })
  middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'TransactWriteItemsCommand') {
          if (--reading <= 0) open()
          await allRead
        }
        return next(args)
      },
    { step: 'initialize', name: 'atOnce' },
  )
  try {
    return await Promise.all(asked.map((each) => each()))
  } finally {
    middlewareStack.remove('atOnce')
  }
}

test('the last admin stays one: not demoted, removed or gone, and of two that go at once one stays', async () => {
  const bo = await join('bo', 'editor')
  const leave = async (token: string) => (await app.call<Failed>('POST', at('/leave'), { token })).body.error?.code
  const last = { status: 400, body: { error: { code: 'lastAdmin' } } }
  expect(await asAda('PATCH', '/members/ada', { role: 'viewer' })).toMatchObject(last)
  expect(await asAda('DELETE', '/members/ada')).toMatchObject(last)
  expect(await leave(app.token)).toBe('lastAdmin')
  expect((await asAda('PATCH', '/members/ada', { positions: ['Head'] })).status).toBe(200)
  await asAda('PATCH', '/members/bo', { role: 'admin' })
  const done = await atOnce(
    () => leave(app.token),
    () => leave(bo),
  )
  expect(done.filter((code) => code === 'lastAdmin')).toHaveLength(1)
  const left = done[0] ? app.token : bo
  const { body } = await app.call<{ members: Member[] }>('GET', at('/members'), { token: left })
  expect(body.members.map(({ role }) => role)).toEqual(['admin'])
})

test('of three admins that are demoted at once by one another one stays', async () => {
  const tokens = { ada: app.token, bo: await join('bo', 'admin'), cy: await join('cy', 'admin') }
  const turns = [
    ['ada', 'bo'],
    ['bo', 'cy'],
    ['cy', 'ada'],
  ] as const
  const demoting = turns.map(([by, whom]) => () => {
    return app.call('PATCH', at(`/members/${whom}`), { token: tokens[by], body: { role: 'viewer' } })
  })
  await atOnce(...demoting)
  const { body } = await app.call<{ members: Member[] }>('GET', at('/members'), { token: app.token })
  expect(body.members.filter(({ role }) => role === 'admin').length).toBeGreaterThanOrEqual(1)
  for (const { memberId, role } of body.members) {
    const found = await WorkspaceKey.ofMember(app.backend, { sub: memberId }, team)
    expect(found?.membership.role).toBe(role)
  }
})

test('who leaves is told the same however often, and is out; a stranger has nothing to leave', async () => {
  const bo = await join('bo', 'editor')
  const leave = (token: string) => app.call('POST', at('/leave'), { token, operation: 'leave' })
  const left = await leave(bo)
  expect(left).toMatchObject({ status: 200, body: { memberId: 'bo', removed: true, openComplaints: 0 } })
  expect((await leave(bo)).body).toEqual(left.body)
  expect(await mayDo(bo)).toEqual([false, false, false])
  expect((await app.call('POST', at('/leave'), { token: await app.tokenOf(person('eve')) })).status).toBe(404)
})

test('whoever is removed is told with the open complaints that stay theirs, by each name of the desk', async () => {
  await join('bo', 'editor')
  const policy = (await asAda<{ version: number }>('GET', '/complaint-policy')).body
  await asAda('POST', '/complaint-policy', { ...policy, people: [{ name: 'Bo Li', email: 'BO@example.com' }] })
  for (const owner of ['Bo Li', 'bo@example.com', 'Somebody']) {
    await asAda('POST', '/complaints', { channel: 'hotline', description: 'Wet.', contact: { name: 'C' }, owner })
  }
  const removed = await asAda<{ openComplaints: number }>('DELETE', '/members/bo')
  expect(removed.body.openComplaints).toBe(2)
  const { body } = await asAda<{ complaints: unknown[] }>('GET', '/complaints?owner=Bo%20Li')
  expect(body.complaints).toHaveLength(1)
})

test('the audit trail tells who changed what of the team, and no address', async () => {
  const bo = await join('bo', 'editor')
  await asAda('PATCH', '/members/bo', { role: 'viewer', positions: ['Planner'] })
  await asAda('DELETE', '/members/bo')
  const { invitationId } = (await invite('bo@example.com')).body
  await answer(bo, invitationId, 'decline')
  await asAda('DELETE', `/invitations/${invitationId}`)
  await asAda('PATCH', '', { name: 'Renamed' })
  type Trail = { entries: { act: string; who: { sub: string }; about: object }[] }
  const { body } = await asAda<Trail>('GET', '/audit-trail')
  const entries = [...body.entries].reverse()
  expect(entries.map(({ act, who }) => [act, who.sub]).slice(-8)).toEqual([
    ['memberInvited', 'ada'],
    ['memberJoined', 'bo'],
    ['memberChanged', 'ada'],
    ['memberRemoved', 'ada'],
    ['memberInvited', 'ada'],
    ['invitationDeclined', 'bo'],
    ['invitationWithdrawn', 'ada'],
    ['workspaceRenamed', 'ada'],
  ])
  const changed = { role: 'editor', newRole: 'viewer', newPositions: ['Planner'], member: 'bo' }
  expect(entries.find(({ act }) => act === 'memberChanged')?.about).toMatchObject(changed)
  expect(JSON.stringify(entries)).not.toContain('@')
})

test('a workspace that is renamed is so for every member', async () => {
  const bo = await join('bo', 'viewer')
  expect(await asAda('PATCH', '', { name: ' Große Kunden ' })).toMatchObject({ body: { name: 'Große Kunden' } })
  for (const token of [app.token, bo]) {
    const { body } = await app.call<{ workspaces: object[] }>('GET', '/v1/workspaces', { token })
    expect(body.workspaces).toContainEqual(expect.objectContaining({ workspaceId: team, name: 'Große Kunden' }))
  }
})

const bad: [string, object, string][] = [
  ['no address', { role: 'viewer' }, '"email" is missing. Add it.'],
  ['what is no address', { email: 'bo', role: 'viewer' }, '"email" must be an e-mail address such as mei@example.com.'],
  ['no role', { email: 'bo@example.com' }, '"role" is missing. Add it.'],
  ['another role', { email: 'bo@example.com', role: 'owner' }, '"role" must be one of admin, editor, viewer.'],
  [
    'who is a member',
    { email: 'ADA@example.com', role: 'viewer' },
    'ADA@example.com belongs to this workspace already.',
  ],
]
test.each(bad)('an invitation with %s is refused with one sentence', async (_, body, message) => {
  expect(await asAda('POST', '/invitations', body)).toMatchObject({ status: 400, body: { error: { message } } })
})

test('the same operation is done once, and nothing outside of the workspace tells an address', async () => {
  const first = await invite('secret.person@example.com', {}, `once-${team.replace(/\W/g, '')}`)
  const again = await invite('secret.person@example.com', {}, `once-${team.replace(/\W/g, '')}`)
  expect(again.body).toEqual(first.body)
  const other = await invite('other@example.com', {}, `once-${team.replace(/\W/g, '')}`)
  expect(other.body.error.code).toBe('operationReused')
  const items = await everything(app)
  const telling = items.filter((item) => item.includes('secret.person')).map((item) => JSON.parse(item).pk)
  expect(new Set(telling)).toEqual(new Set([`W#${team}`]))
  expect(app.log.filter((line) => /@|secret/.test(JSON.stringify(line)))).toEqual([])
})
