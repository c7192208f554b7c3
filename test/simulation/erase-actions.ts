import { CUSTOMERS, expected, strayWorkspace, write } from './acting.ts'
import { settled } from './customer-actions.ts'
import type { Erasure } from './ledger.ts'
import { answerLink, invited } from './link-actions.ts'
import type { World } from './world.ts'

/** Somebody is erased; now and then they are asked again on the same day, when nothing of them is left. */
export async function erase(world: World): Promise<void> {
  const { chance, machine } = world
  const place = chance.pick(world.places)
  const customerId = chance.pick(CUSTOMERS)
  await erased(world, place.workspaceId, customerId)
  if (!chance.happens(0.4)) return
  await machine.pause(90_000)
  await settled(world, place.workspaceId)
  for (const link of await invited(world, place, [customerId])) await answerLink(world, link)
}

/** What was told to be stored of them before has to go, what is sent meanwhile may. */
async function erased(world: World, workspaceId: string, customerId: string): Promise<void> {
  const { ledger, machine } = world
  const customer = `${workspaceId}/${customerId}`
  const theirs = [...ledger.sources.values()].filter(({ place, sent, stored }) => {
    const known = stored ? [stored] : sent
    return place.workspaceId === workspaceId && known.some((payload) => payload.customerId === customerId)
  })
  const links = [...ledger.links.values()].filter((link) => {
    return link.place.workspaceId === workspaceId && link.customerId === customerId
  })
  const sources = theirs.filter(({ stored, deletion }) => stored && deletion === 'none')
  const erasure: Erasure = { customer, sources, links, toldAt: Number.POSITIVE_INFINITY, done: false }
  for (const source of theirs) if (source.deletion === 'none') source.deletion = 'asked'
  ledger.erasures.push(erasure)
  ledger.mirrored.delete(customer)
  const body = { ...strayWorkspace(world, world.places[0]!), customerId }
  const reply = await write(world, 'POST', `/v1/workspaces/${workspaceId}/customers/erase`, body)
  expected(world, reply, [], 'erasure')
  if (reply?.status === 200) erasure.toldAt = machine.now()
}
