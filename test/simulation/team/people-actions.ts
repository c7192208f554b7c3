import { expected, PEOPLE, send, write } from './acting-in-team.ts'
import { changing, type Known, type Standing } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

const RANK: Record<Standing, number> = { none: 0, viewer: 1, editor: 2, admin: 3 }
const ROLES = ['viewer', 'editor', 'admin'] as const

export function standing({ ledger }: TeamWorld, workspaceId: string, sub: string): Known<Standing> {
  return ledger.known<Standing>(`${workspaceId}/${sub}`, 'none')
}

/** Somebody is invited, finds it and accepts. */
export async function join(world: TeamWorld): Promise<void> {
  const sub = world.chance.pick(PEOPLE)
  await joined(world, world.chance.pick(world.workspaces), sub)
}

export async function joined(world: TeamWorld, workspaceId: string, sub: string): Promise<void> {
  const role = world.chance.pick(ROLES)
  await changing(standing(world, workspaceId, sub), async () => {
    const body = { email: `${sub}@team.test`, role }
    const invitation = await write(world, 'POST', `/v1/workspaces/${workspaceId}/invitations`, body)
    expected(world, invitation, ['alreadyMember', 'stale'], 'invitation')
    if (invitation?.status !== 201) return invitation ? 'same' : undefined
    const found = await send(world, { method: 'GET', path: '/v1/invitations', as: sub })
    const own = found?.body.invitations?.find((each: { workspaceId: string }) => each.workspaceId === workspaceId)
    if (!own) return found ? 'same' : undefined
    const reply = await write(world, 'POST', `/v1/invitations/${own.invitationId}/accept`, undefined, sub)
    expected(world, reply, ['notFound', 'stale', 'invitationGone', 'alreadyMember', 'lastAdmin'], 'acceptance')
    return reply?.status === 200 ? (reply.body.role as Standing) : undefined
  })
}

/** Somebody is given another role, is taken out, or leaves. */
export async function changeMember(world: TeamWorld): Promise<void> {
  const { chance } = world
  const sub = chance.pick(PEOPLE)
  const workspaceId = chance.pick(world.workspaces)
  const at = `/v1/workspaces/${workspaceId}`
  await changing(standing(world, workspaceId, sub), async () => {
    const how = chance.pick(['role', 'role', 'remove', 'leave'] as const)
    if (how === 'role') {
      const reply = await write(world, 'PATCH', `${at}/members/${sub}`, { role: chance.pick(ROLES) })
      expected(world, reply, ['notFound', 'stale'], 'role')
      return reply?.status === 200 ? (reply.body.role as Standing) : notThere(reply)
    }
    const reply =
      how === 'leave'
        ? await write(world, 'POST', `${at}/leave`, undefined, sub)
        : await write(world, 'DELETE', `${at}/members/${sub}`)
    expected(world, reply, ['notFound', 'stale'], how)
    return reply?.status === 200 ? 'none' : notThere(reply)
  })
}

function notThere(reply: { status: number } | undefined): Standing | 'same' | undefined {
  if (!reply) return undefined
  return reply.status === 404 ? 'none' : 'same'
}

/** Somebody tries what takes a role: it is as they stand, from the moment on that a change is answered. */
export async function tryRole(world: TeamWorld): Promise<void> {
  const { chance } = world
  await tried(world, chance.pick(world.workspaces), chance.pick(PEOPLE))
}

export async function tried(world: TeamWorld, workspaceId: string, sub: string): Promise<void> {
  const { chance, ledger } = world
  const stands = standing(world, workspaceId, sub)
  const [needs, path] = chance.pick([
    ['viewer', 'surveys'],
    ['editor', 'audiences'],
    ['admin', 'invitations'],
  ] as const)
  const { sure, changes } = stands
  const reply = await send(world, { method: 'GET', path: `/v1/workspaces/${workspaceId}/${path}`, as: sub })
  if (!reply || sure === undefined || stands.changes !== changes) return
  const right = RANK[sure] >= RANK[needs] ? 200 : 403
  if (reply.status !== right) ledger.violation(`${sub}, ${sure}, is answered ${reply.status} to ${path}.`)
}
