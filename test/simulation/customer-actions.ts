import { CUSTOMERS, expected, strayWorkspace, write } from './acting.ts'
import type { Erasure, Source } from './ledger.ts'
import type { OwnLink } from './links-told.ts'
import type { World } from './world.ts'

export async function syncCustomers(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const customers = CUSTOMERS.filter(() => chance.happens(0.6)).map((id) => {
    const as = [`${place.name[0]}${chance.below(3)}`, chance.pick(['li', 'wu']), chance.pick(['retail', 'trade'])]
    const key = `${place.workspaceId}/${id}`
    ledger.customers.set(key, (ledger.customers.get(key) ?? new Set()).add(as.join('/')))
    return { id, tier: as[0], owner: as[1], segment: as[2] }
  })
  if (customers.length === 0) return
  const body = { ...strayWorkspace(world, place), customers }
  const reply = await write(world, 'POST', `/v1/workspaces/${place.workspaceId}/customers`, body)
  expected(world, reply, [], 'customers')
  if (reply?.status === 200) for (const { id } of customers) ledger.mirrored.add(`${place.workspaceId}/${id}`)
}

/** Answers follow their customers, while others write and are killed. */
export async function settleCustomers(world: World): Promise<void> {
  const { chance, machine } = world
  const { workspaceId } = chance.pick(world.places)
  for (const wait of [0, chance.pick([0, 90_000])]) {
    await machine.pause(wait)
    await settled(world, workspaceId)
  }
}

/** A request to erase somebody may still have company for so long. */
const ON_THEIR_WAY_MS = 60_000

/** Has answers follow; who was to be erased long enough before is erased then for good. */
export async function settled(world: World, workspaceId: string): Promise<void> {
  const { ledger, machine } = world
  const begun = machine.now()
  const waiting = ledger.erasures.filter(({ customer, done }) => !done && customer.startsWith(`${workspaceId}/`))
  // From now on they may be over without anybody having heard so.
  for (const erasure of waiting) erasure.asOf ??= activityOf(erasure)
  const reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/customers/settle`)
  expected(world, reply, [], 'settle')
  if (reply?.status !== 200 || reply.body.left) return
  for (const erasure of waiting) {
    if (erasure.done || begun - erasure.toldAt < ON_THEIR_WAY_MS) continue
    erasure.done = true
    forgetAskedAnew(erasure)
    for (const source of erasure.sources) source.deletion = 'done'
    ledger.erased.set(erasure.customer, (ledger.erased.get(erasure.customer) ?? 0) + 1)
  }
}

function activityOf({ sources, links }: Erasure): Map<Source | OwnLink, number> {
  const activity = new Map<Source | OwnLink, number>()
  for (const source of sources) activity.set(source, source.sent.length + source.edits.length)
  for (const link of links) activity.set(link, link.asked)
  return activity
}

/** What was sent or asked for since it may have been over may be of somebody who was asked anew. */
function forgetAskedAnew(erasure: Erasure): void {
  const now = activityOf(erasure)
  const isAsBefore = (each: Source | OwnLink) => erasure.asOf?.get(each) === now.get(each)
  erasure.sources = erasure.sources.filter(isAsBefore)
  erasure.links = erasure.links.filter(isAsBefore)
}
