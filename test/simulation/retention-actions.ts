import { expected, pathOf, strayWorkspace, write } from './acting.ts'
import { asked, type Reply } from './client.ts'
import type { Place } from './prepared.ts'
import type { World } from './world.ts'

/** Where the schedule does what is due by night. */
export const NIGHT = '/night'
/** Answers of this day expire where they are kept for so many months, those of the others do not. */
export const OLD_DAY = '2025-12-05'
const MONTHS = 2
const LONGER_THAN_TO_THE_NIGHT_MS = 27 * 3_600_000

/** Somebody has a survey keep its answers for some time, or for good; the schedule does its nights, once or twice at once. */
export async function changeRetention(world: World): Promise<void> {
  const { chance, machine } = world
  await keeps(world, chance.pick(world.places), chance.happens(0.75) ? MONTHS : null)
  for (let nights = chance.pick([1, 1, 2]); nights > 0; nights--) {
    await machine.pause(LONGER_THAN_TO_THE_NIGHT_MS)
    await Promise.all(Array.from({ length: chance.pick([1, 1, 2]) }, () => night(world)))
  }
}

/** In peace nothing old is left after the night, where answers may have been kept for some time only. */
export async function lastNight(world: World): Promise<void> {
  const { ledger, machine, places } = world
  const expiring = places.filter(({ name }) => ledger.expiring.has(name))
  for (const place of expiring) await keeps(world, place, MONTHS)
  if (expiring.length === 0) return
  await machine.pause(LONGER_THAN_TO_THE_NIGHT_MS)
  await night(world)
}

async function keeps(world: World, place: Place, months: number | null): Promise<Reply | undefined> {
  if (months !== null) world.ledger.expires(place)
  const body = { ...strayWorkspace(world, place), months }
  const reply = await write(world, 'POST', `${pathOf(place)}/retention`, body)
  expected(world, reply, [409], 'retention')
  return reply
}

async function night({ machine, ledger }: World): Promise<void> {
  const faults = machine.faults()
  machine.note('night')
  const answered = await machine.handled(asked({ method: 'POST', path: NIGHT }), true)
  machine.note(answered === 'died' ? 'the night died' : `night ${answered.text}`)
  if (answered === 'died') return
  const { failures } = JSON.parse(answered.text) as { failures: string[] }
  if (failures.length > 0 && machine.faults() === faults) ledger.violation(`A night failed: ${failures}`)
}
