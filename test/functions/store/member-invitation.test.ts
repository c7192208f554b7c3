import { beforeAll, describe, expect, test } from 'vitest'
import {
  answerWrites,
  findMemberInvitation,
  INVITATION_DAYS,
  invitationRemoval,
  isOpenInvitation,
  type MemberInvitation,
  memberInvitations,
  memberInvitationWrites,
} from '../../../functions/store/member-invitation.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const at = '2026-03-10T08:00:00.000Z'
const accepted = { sub: 'bo', at }
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

/** Whether it was refused by the first of the writes, which is the invitation's own; undefined once all are written. */
const refused = async (writes: Write[]) => (await transact(table, writes))?.map(({ Code }) => Code !== 'None')[0]
const invitation = (invitationId: string, change: Partial<MemberInvitation> = {}): MemberInvitation => ({
  invitationId,
  email: 'Bo@example.com',
  role: 'editor',
  positions: ['Sales'],
  invitedBy: { name: 'Ada', email: 'ada@example.com' },
  createdAt: at,
  expiresAt: '2026-03-24T08:00:00.000Z',
  madeBy: 'op-1',
  ...change,
})
const invited = async (emailHash: string) =>
  (await WorkspaceKey.allOfInvited(table, emailHash)).map(({ workspace, invitationId }) => [workspace.id, invitationId])
/** An invitation to a workspace of its own, by an address of its own. */
async function kept(id: string) {
  const first = invitation('i')
  expect(await refused(memberInvitationWrites(place(id), id, first, undefined))).toBeUndefined()
  return { team: place(id), first, now: () => findMemberInvitation(table, place(id), 'i') }
}

test('whoever has the address finds the invitation, and so does the workspace', async () => {
  const { first, now } = await kept('sent')
  expect(await now()).toEqual(first)
  expect(await findMemberInvitation(table, place('sent'), 'none')).toBeUndefined()
  expect([await invited('sent'), await invited('other')]).toEqual([[['sent', 'i']], []])
})

test('it can be seen for thirty days what became of it; the address finds it for one more day', async () => {
  const writes = memberInvitationWrites(
    place('w'),
    'h',
    invitation('i', { expiresAt: '2026-03-24T08:00:00.001Z' }),
    undefined,
  )
  const end = Date.parse('2026-03-24T08:00:01Z') / 1000
  expect(writes.map(({ Put }) => Put?.Item?.ttl)).toEqual([end + 30 * 86_400, end + 86_400])
  expect(INVITATION_DAYS).toBe(14)
})

test('it is open until it is answered or over', () => {
  const open = (change: Partial<MemberInvitation>, now = at) => isOpenInvitation(invitation('i', change), now)
  expect([open({}), open({ accepted }), open({ declinedAt: at })]).toEqual([true, false, false])
  const { expiresAt } = invitation('i')
  expect([open({}, '2026-03-24T07:59:59.999Z'), open({}, expiresAt)]).toEqual([true, false])
})

test('those that nobody took are listed, the latest first', async () => {
  const team = place('listed')
  const made = { a: '02', b: '03', c: '01', d: '04' }
  for (const [id, day] of Object.entries(made)) {
    const each = invitation(id, { createdAt: `2026-03-${day}`, ...(id === 'd' && { accepted }) })
    await transact(table, memberInvitationWrites(team, `hash-${id}`, each, undefined))
  }
  await table.put({ pk: 'W#listed', sk: 'INX#1' })
  expect((await memberInvitations(table, team)).map(({ invitationId }) => invitationId)).toEqual(['b', 'a', 'c'])
  const same = ['x', 'y', 'z'].map((id) => invitation(id))
  for (const each of same)
    await transact(table, memberInvitationWrites(place('same'), each.invitationId, each, undefined))
  expect(await memberInvitations(table, place('same'))).toEqual(same)
})

describe('an invitation is changed as it was read alone:', () => {
  test('made where there is none', async () => {
    const { team, first } = await kept('made')
    expect(await refused(memberInvitationWrites(team, 'made', first, undefined))).toBe(true)
  })
  test('sent anew', async () => {
    const { team, first, now } = await kept('anew')
    const second = invitation('i', { madeBy: 'op-2', role: 'viewer' })
    expect(await refused(memberInvitationWrites(team, 'anew', second, first))).toBeUndefined()
    expect(await now()).toEqual(second)
    for (const writes of [
      memberInvitationWrites(team, 'anew', invitation('i', { madeBy: 'op-3' }), first),
      answerWrites(team, 'anew', first, { accepted }),
      invitationRemoval(team, 'anew', first),
    ])
      expect(await refused(writes)).toBe(true)
    expect([await now(), await invited('anew')]).toEqual([second, [['anew', 'i']]])
  })
  test.each([[{ accepted }], [{ declinedAt: at }]])('answered, once: %o', async (answer) => {
    const id = Object.keys(answer)[0]!
    const { team, first, now } = await kept(id)
    expect(await refused(answerWrites(team, id, first, answer))).toBeUndefined()
    const answered = { ...first, ...answer }
    expect([await now(), await invited(id)]).toEqual([answered, []])
    for (const writes of [
      answerWrites(team, id, first, { accepted }),
      answerWrites(team, id, first, { declinedAt: at }),
      invitationRemoval(team, id, first),
      memberInvitationWrites(team, id, first, first),
    ])
      expect(await refused(writes)).toBe(true)
    // Who has read the answer may send it anew.
    const again = invitation('i', { madeBy: 'op-2' })
    expect(await refused(memberInvitationWrites(team, id, again, answered))).toBeUndefined()
    expect([await now(), await invited(id)]).toEqual([again, [[id, 'i']]])
  })
  test('withdrawn', async () => {
    const { team, first, now } = await kept('withdrawn')
    expect(await refused(invitationRemoval(team, 'withdrawn', first))).toBeUndefined()
    expect([await now(), await invited('withdrawn')]).toEqual([undefined, []])
    expect(await refused(answerWrites(team, 'withdrawn', first, { accepted }))).toBe(true)
  })
})
