import { type Asked, ask, type Reply } from '../client.ts'
import { MEMBER } from '../prepared.ts'
import type { Key } from './team-ledger.ts'
import type { TeamWorld } from './team-world.ts'

/** Who come and go; `MEMBER` is an admin of all workspaces and stays. */
export const PEOPLE = ['li', 'wu', 'eve']

export function send(world: TeamWorld, request: Asked): Promise<Reply | undefined> {
  return ask(world, request, world.ledger.violation)
}

/** A write under an operation id of its own; by an admin where nobody is named. */
export function write(
  world: TeamWorld,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  as = MEMBER,
): Promise<Reply | undefined> {
  return send(world, { method, path, as, body, operation: `write-${world.chance.below(2 ** 31)}` })
}

/** Success, no answer at all, or a refusal by one of these codes. */
export function expected({ ledger }: TeamWorld, reply: Reply | undefined, codes: string[], what: string): void {
  if (!reply || reply.status < 300 || codes.includes(reply.body.error?.code)) return
  ledger.violation(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

/** What a key may read of shared KPIs. */
export function readBy(world: TeamWorld, { secret, spreadsheetId }: Key, workspaceId: string) {
  const path = `/v1/workspaces/${workspaceId}/kpis/read`
  return send(world, { method: 'POST', path, key: { secret, spreadsheetId }, body: {} })
}
