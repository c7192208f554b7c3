import { pathOf, send, write } from './acting.ts'
import type { Item } from './engine/item.ts'
import { MEMBER, type Place } from './prepared.ts'
import type { StoredAnswer } from './recount.ts'
import type { World } from './world.ts'

/** What staff said is of nobody and no hour; what was shown of it, however early, is what is there in the end. */
export async function checkStaff(world: World, place: Place, items: Item[]): Promise<void> {
  const { ledger } = world
  const rows = items.filter(
    ({ pk, sk }) => pk.startsWith(`W#${place.workspaceId}#S#${place.surveyId}#`) && sk.startsWith('R#'),
  )
  for (const { day, answers, segment, channel, ...rest } of rows as StoredAnswer[]) {
    const traces = ['customerId', 'tier', 'owner', 'operation', 'invited', 'gsi1pk'].filter((name) => rest[name])
    const isOfNobody = channel === 'staff' && rest.answeredAt === day && segment === answers.team
    if (traces.length > 0 || !isOfNobody) ledger.violation(`${rest.sk} of ${place.name} keeps ${traces}.`)
  }
  await write(world, 'PATCH', pathOf(place), { status: 'closed' })
  const counted = await send(world, { method: 'GET', path: `${pathOf(place)}/figures?metric=COUNT`, as: MEMBER })
  ledger.shown.add(counted?.body.n)
  for (const n of ledger.shown) {
    if (n !== rows.length) ledger.violation(`${place.name} was shown to be of ${n} where ${rows.length} answered.`)
  }
}
