import { type Asked, ask, type Reply } from './client.ts'
import { type Source, wasErased } from './ledger.ts'
import { linkOf, type OwnLink } from './links-told.ts'
import { MEMBER, type Place } from './prepared.ts'
import type { World } from './world.ts'

export const CUSTOMERS = ['C1', 'C2', 'C3']

export function send(world: World, request: Asked): Promise<Reply | undefined> {
  return ask(world, request, world.ledger.violation)
}

/** A write by a member, under an operation id of its own. */
export function write(world: World, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
  return send(world, { method, path, as: MEMBER, body, operation: `write-${world.chance.below(2 ** 31)}` })
}

/** Success, no answer at all, or one of these. */
export function expected({ ledger }: World, reply: Reply | undefined, statuses: number[], what: string): void {
  if (!reply || reply.status < 300 || statuses.includes(reply.status)) return
  ledger.violation(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

/** Now and then a body names another workspace than its path: nobody may follow it. */
export function strayWorkspace({ chance, everywhere }: World, place: Place): { workspaceId?: string } {
  if (!chance.happens(0.3)) return {}
  return { workspaceId: everywhere.find(({ workspaceId }) => workspaceId !== place.workspaceId)!.workspaceId }
}

export function someStored({ chance, ledger }: World): Source | undefined {
  const stored = [...ledger.sources.values()].filter((source) => source.stored)
  return stored.length > 0 ? chance.pick(stored) : undefined
}

export function pathOf({ workspaceId, surveyId }: Place): string {
  return `/v1/workspaces/${workspaceId}/surveys/${surveyId}`
}

/** Another payload under the id of an operation that was done: 409 for ever. */
export async function refusedOtherwise(world: World, request: Asked): Promise<void> {
  const reply = await send(world, request)
  if (reply && (reply.status !== 409 || reply.body.error.code !== 'operationReused')) {
    world.ledger.violation(`${request.operation} was done otherwise: ${reply.status}`)
  }
}

/** Says whether what is sent now is sent when nothing can be answered any more, for sure and for good until it is asked. */
export function lateness({ machine, ledger }: World, place: Place, link?: OwnLink): () => boolean {
  const day = dayOf(machine.now())
  // Once its customer was erased and asked again, another link stands at its address.
  const stands = link && linkOf(ledger, place, link.customerId, link.wave) === link
  const expires = stands && link.expires.size === 1 ? [...link.expires][0] : undefined
  if ([place.closesOn, expires].some((last) => last && day > last)) return () => true
  const closing = ledger.closings.get(place.name)
  const opened = closing?.closed && closing.opened
  return () => typeof opened === 'number' && closing?.opened === opened
}

/** Whether it may be that nothing can be answered any more; `source` does not take the place of itself. */
export function mayBeShut({ machine, ledger }: World, place: Place, source?: Source, link?: OwnLink): boolean {
  const day = dayOf(machine.now())
  if ([place.closesOn, ...(link?.expires ?? [])].some((last) => last && day > last)) return true
  if (ledger.closings.has(place.name) || (source && source.deletion !== 'none')) return true
  const { workspaceId } = place
  if (
    link &&
    (linkOf(ledger, place, link.customerId, link.wave) !== link || wasErased(ledger, workspaceId, link.customerId))
  )
    return true
  const others = [...ledger.sources.values()].filter((each) => each.place === place && (link || each !== source))
  const sentByLink = others.filter(({ sent }) => sent.some(({ channel }) => channel === 'web' || channel === 'link'))
  return place.quota !== undefined && sentByLink.length >= place.quota
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
