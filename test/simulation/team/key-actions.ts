import { expected, PEOPLE, readBy, write } from './acting-in-team.ts'
import { checkSeen } from './kpi-actions.ts'
import type { Audience, Key } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

/** A spreadsheet is connected: with the whole workspace, or by a code to an audience. */
export async function makeKey(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  const workspaceId = chance.pick(world.workspaces)
  const spreadsheetId = `sheet-${chance.below(2 ** 31)}`
  const audiences = ledger.audiences.filter((each) => each.workspaceId === workspaceId)
  const audience = audiences.length > 0 && chance.happens(0.7) ? chance.pick(audiences) : undefined
  const keep = ({ keyId, documentKey }: { keyId: string; documentKey: string }) =>
    ledger.keys.push({ workspaceId, keyId, secret: documentKey, spreadsheetId, audience, end: 'none', asked: 0 })
  if (!audience) {
    const reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/document-keys`, {
      ...{ spreadsheetId, grants: ['kpis'] },
    })
    expected(world, reply, [], 'key')
    if (reply?.status === 201) keep(reply.body)
    return
  }
  const made = await write(world, 'POST', `/v1/workspaces/${workspaceId}/audiences/${audience.audienceId}/codes`)
  expected(world, made, gone(audience), 'code')
  if (made?.status !== 201) return
  const body = { code: made.body.code, spreadsheetId, spreadsheetTitle: 'A sheet' }
  const reply = await write(world, 'POST', '/v1/audience-codes/redeem', body, chance.pick(PEOPLE))
  expected(world, reply, audience.removal === 'none' ? [] : ['audienceCodeUnknown'], 'redeeming')
  if (reply?.status === 201) keep(reply.body)
}

/** A renewed key is good for so long. */
const OVERLAP_MS = 24 * 60 * 60_000

/** A key is renewed: the one before goes on for a day. */
export async function renewKey(world: TeamWorld): Promise<void> {
  const { chance, ledger, machine } = world
  const own = ledger.keys.filter(({ audience, end, until }) => !audience && end === 'none' && until === undefined)
  if (own.length === 0) return makeKey(world)
  const key = chance.pick(own)
  const { workspaceId, keyId, spreadsheetId } = key
  key.asked++
  key.end = 'asked'
  const begun = machine.now()
  const reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/document-keys/${keyId}/renew`)
  const isRivalled = key.asked > 1
  expected(world, reply, isRivalled ? ['notFound', 'stale', reply?.body.error?.code] : [], 'renewal')
  if (reply && reply.status < 300) {
    const { keyId, documentKey: secret, replaced } = reply.body
    ledger.keys.push({ workspaceId, keyId, secret, spreadsheetId, audience: undefined, end: 'none', asked: 0 })
    const until = Date.parse(replaced.expiresAt)
    if (until < begun + OVERLAP_MS || until > machine.now() + OVERLAP_MS)
      ledger.violation(`A key that is renewed at ${new Date(begun).toISOString()} ends at ${replaced.expiresAt}.`)
    if (!isRivalled) Object.assign(key, { end: 'none', until })
  }
}

/** A key that was renewed is used shortly before its end, or after it. */
export async function outlive(world: TeamWorld): Promise<void> {
  const { chance, ledger, machine } = world
  const renewed = ledger.keys.filter(({ until }) => until !== undefined)
  if (renewed.length === 0) return renewKey(world)
  const key = chance.pick(renewed)
  await machine.pause(Math.max(1, key.until! - machine.now() + chance.pick([-2000, 1, 2000])))
  await used(world, key)
}

/** A key ends: from the moment on that this is answered it reads nothing. */
export async function endKey(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  if (ledger.keys.length === 0) return makeKey(world)
  const key = chance.pick(ledger.keys)
  const { workspaceId, keyId, audience } = key
  if (key.end === 'none') key.end = 'asked'
  key.asked++
  const at = `/v1/workspaces/${workspaceId}`
  const path =
    audience && chance.happens(0.5)
      ? `${at}/audiences/${audience.audienceId}/links/${keyId}`
      : `${at}/document-keys/${keyId}`
  const reply = await write(world, 'DELETE', path)
  const isRivalled = key.asked > 1 || (audience && audience.removal !== 'none')
  expected(world, reply, isRivalled ? ['notFound', 'stale'] : ['stale'], 'end of a key')
  if (reply?.status === 200) key.end = 'done'
}

/** A key reads, in its own workspace or in another one. */
export async function useKey(world: TeamWorld): Promise<void> {
  const { chance, ledger } = world
  if (ledger.keys.length === 0) return makeKey(world)
  const key = chance.pick(ledger.keys)
  if (chance.happens(0.2)) {
    const other = world.everywhere.find((id) => id !== key.workspaceId)!
    const reply = await readBy(world, key, other)
    if (reply && reply.status !== 401 && reply.status !== 403)
      ledger.violation(`A key reads elsewhere: ${reply.status}`)
    return
  }
  await used(world, key)
}

export async function used(world: TeamWorld, key: Key): Promise<void> {
  const { ledger, machine } = world
  const begun = ledger.moment()
  const isPast = ({ until }: Key) => until !== undefined && until <= machine.now()
  const isOver = key.end === 'done' || key.audience?.removal === 'done' || isPast(key)
  const reply = await readBy(world, key, key.workspaceId)
  if (!reply) return
  const isRemoved = key.audience !== undefined && key.audience.removal !== 'none'
  // It may have been renewed, and have run out, while it was asked with.
  const mayBeOver = key.end !== 'none' || isRemoved || isPast(key)
  if (isOver ? reply.status !== 401 : reply.status !== 200 && !(mayBeOver && reply.status === 401))
    ledger.violation(
      `A key, ended ${key.end}${key.until === undefined ? '' : `, renewed until ${key.until}`}, audience removed ${key.audience?.removal}: ${reply.status}`,
    )
  if (reply.status === 200) checkSeen(world, key, reply.body.figures, { begun, ended: ledger.moment() })
}

function gone({ removal }: Audience): string[] {
  return removal === 'none' ? [] : ['notFound']
}
