import { checkAnswers } from './check-answers.ts'
import { checkDays } from './check-days.ts'
import { checkErased } from './check-erased.ts'
import { checkFigures } from './check-figures.ts'
import { checkFollowUps } from './check-follow-ups.ts'
import { checkInvitations, checkRate } from './check-invitations.ts'
import { checkQuota } from './check-quota.ts'
import { checkStaff } from './check-staff.ts'
import { settled } from './customer-actions.ts'
import { driven } from './driven.ts'
import type { Item } from './engine/item.ts'
import { followUpsListed } from './follow-up-actions.ts'
import type { Place } from './prepared.ts'
import { counted, cutOf, type StoredAnswer } from './recount.ts'
import { lastNight, OLD_DAY } from './retention-actions.ts'
import type { System } from './system.ts'
import type { World } from './world.ts'

/** By then no request is on its way any more, and answers follow their customers for good. */
const SETTLED_MS = 10 * 60_000

/** Holds a world against what its clients were told and against a recount of what lies in the table. */
export async function checkWorld(system: System, world: World): Promise<void> {
  checkTable(world, await system.engine.items())
  await driven(world.machine, lookAtAll(system, world))
  const items = await system.engine.items()
  checkTable(world, items)
  checkErased(world, items)
}

/** Asks for what is done later, then for figures. */
async function lookAtAll(system: System, world: World): Promise<void> {
  const { ledger, machine, places } = world
  await machine.pause(SETTLED_MS)
  await lastNight(world)
  for (const workspaceId of new Set(places.map((place) => place.workspaceId))) {
    if (ledger.erasures.length > 0) await settled(world, workspaceId)
    if (places.some(({ followsUp }) => followsUp)) await followUpsListed(world, workspaceId, 100)
  }
  const items = await system.engine.items()
  for (const place of places) {
    if (place.isStaff) await checkStaff(world, place, items)
    if (place.followsUp) checkFollowUps(world, place, items)
    if (ledger.expiring.has(place.name)) checkExpired(world, place, items)
  }
  const open = places.filter(({ isStaff }) => !isStaff)
  await checkFigures(world, open, items)
  for (const place of open) await checkRate(world, place, items)
}

/** No answer is left that expired. */
function checkExpired({ ledger }: World, place: Place, items: Item[]): void {
  const prefix = `W#${place.workspaceId}#S#${place.surveyId}#`
  const left = items.filter(
    ({ pk, sk, deleted }) => pk.startsWith(prefix) && sk.startsWith(`R#${OLD_DAY}#`) && !deleted,
  )
  for (const { sk } of left) ledger.violation(`${place.name} ${sk} has expired and is there.`)
}

function checkTable(world: World, items: Item[]): void {
  for (const place of world.places) {
    const [answersAt, figuresAt] = ['S', 'G'].map((part) => `W#${place.workspaceId}#${part}#${place.surveyId}#`)
    const there = items.filter(({ pk }) => pk.startsWith(answersAt!))
    const answers = there.filter(({ sk }) => sk.startsWith('R#')) as StoredAnswer[]
    checkAnswers(world.ledger, place, answers)
    checkDays(world.ledger, {
      rows: answers,
      heads: there.filter(({ sk }) => sk.startsWith('H#')),
      kept: items.filter(({ pk }) => pk.startsWith(figuresAt!) && !pk.endsWith('#invited')),
      rowsOf: (pk) => pk.replace('#G#', '#S#'),
      groupOf: cutOf,
      counted,
    })
    checkInvitations(world.ledger, place, answers, items)
    checkQuota(world.ledger, place, answers, items)
  }
}
