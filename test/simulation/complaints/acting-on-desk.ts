import { type Asked, ask, type Reply } from '../client.ts'
import { MEMBER } from '../prepared.ts'
import type { DeskWorld } from './desk-world.ts'

export function send(world: DeskWorld, request: Asked): Promise<Reply | undefined> {
  return ask(world, request, world.ledger.violation)
}

export function read(world: DeskWorld, path: string): Promise<Reply | undefined> {
  return send(world, { method: 'GET', path: `${world.desk.path}${path}`, as: MEMBER })
}

/** A write by a member under an operation id; by an admin where nobody is named. */
export function write(
  world: DeskWorld,
  path: string,
  body: object,
  operation: string,
  as = MEMBER,
): Promise<Reply | undefined> {
  return send(world, { method: 'POST', path: `${world.desk.path}${path}`, as, body, operation })
}

/** Whatever else came is wrong. */
export function unexpected({ ledger }: DeskWorld, reply: Reply, what: string): void {
  ledger.violation(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

export function codeOf({ body }: Reply): string {
  return body?.error?.code ?? ''
}

/** One client's request, or the same by two at once. */
export function sent(world: DeskWorld, one: () => Promise<Reply | undefined>): Promise<(Reply | undefined)[]> {
  return Promise.all(world.chance.happens(0.2) ? [one(), one()] : [one()])
}

/** Another payload under the id of an operation that was done: 409 for ever. */
export async function refusedOtherwise(
  world: DeskWorld,
  path: string,
  body: object,
  operation: string,
  as = MEMBER,
): Promise<void> {
  if (!world.chance.happens(0.1)) return
  const reply = await write(world, path, body, operation, as)
  if (reply && (reply.status !== 409 || codeOf(reply) !== 'operationReused')) {
    unexpected(world, reply, `${operation} was done otherwise`)
  }
}
