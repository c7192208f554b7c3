import { expected, lateness, pathOf, send, write } from './acting.ts'
import type { Payload } from './ledger.ts'
import { MEMBER, type Place } from './prepared.ts'
import type { World } from './world.ts'

const MIDNIGHT = Date.parse('2026-03-10')

/** Somebody of staff answers, about when the survey closes. */
export async function answerAsStaff(world: World): Promise<void> {
  const { chance, ledger, machine } = world
  const place = chance.pick(world.places)
  const page = await send(world, { method: 'GET', path: place.link })
  if (page?.status !== 200) return expected(world, page, mayBeClosed(world, place) ? [404] : [], 'page for staff')
  const [day, id] = page.body.ticket.split('.')
  const source = ledger.source(place, `staff/${id}`)
  await machine.pause(untilMidnight(world) - 20 - chance.below(150))
  const answers = { nps: chance.below(11), team: chance.pick(['x', 'y', 'z']), mark: `${source.name}#0` }
  const payload: Payload = { answers, channel: 'staff', mirrored: false, late: lateness(world, place) }
  ledger.sends(source, payload)
  for (let presses = chance.pick([1, 1, 2]); presses > 0; presses--) {
    const reply = await send(world, { method: 'POST', path: place.link, body: { ticket: page.body.ticket, answers } })
    if (reply?.status === 201) ledger.accepted(source, payload, `${day}.${id}`)
    else expected(world, reply, mayBeClosed(world, place) ? [404] : [], source.name)
  }
}

/** Somebody looks at what staff said: there is nothing to see before the survey is closed, and then always the same. */
export async function readStaff(world: World): Promise<void> {
  const { chance, ledger, machine } = world
  const place = chance.pick(world.places)
  await machine.pause(
    chance.pick([0, untilMidnight(world), untilMidnight(world), untilMidnight(world) + 60_000]) + chance.below(60),
  )
  const what = chance.pick([
    'figures?metric=COUNT',
    'figures?metric=NPS&by=segment',
    'comments',
    'answers',
    '?counts=1',
  ])
  const path = `${pathOf(place)}${what.startsWith('?') ? '' : '/'}${what}`
  const reply = await send(world, { method: 'GET', path, as: MEMBER })
  if (!reply) return
  if (what === '?counts=1') {
    if (reply.body.answers !== undefined) ledger.violation(`${path} tells how many of staff answered.`)
    return
  }
  const isShown = reply.status === 200
  if (isShown && (what === 'answers' || !mayBeClosed(world, place))) ledger.violation(`${path} is shown.`)
  if (!isShown) return expected(world, reply, [400], path)
  const { n, read, rows } = reply.body
  ledger.shown.add(n ?? read)
  for (const row of rows ?? []) if (row.n < 5) ledger.violation(`${path} shows ${row.n} of ${row.value}.`)
}

/** The survey is closed for good. */
export async function closeStaff(world: World): Promise<void> {
  const { chance, ledger, machine } = world
  const place = chance.pick(world.places)
  await machine.pause(untilMidnight(world) - chance.below(1000))
  const closing = ledger.closings.get(place.name) ?? { opening: 0, opened: 0, closed: false }
  ledger.closings.set(place.name, closing)
  const reply = await write(world, 'PATCH', pathOf(place), { status: 'closed' })
  expected(world, reply, [409], 'closing')
  if (reply?.status === 200) closing.closed = true
  if (!chance.happens(0.5)) return
  const opened = await write(world, 'POST', `${pathOf(place)}/open`)
  if (closing.closed && opened && opened.status < 300) ledger.violation(`${place.name} was opened again.`)
}

/** The last day of a survey ends then: what happens on both sides of it meets. */
function untilMidnight({ machine }: World): number {
  return Math.max(150, MIDNIGHT - machine.now())
}

function mayBeClosed(world: World, place: Place): boolean {
  return world.ledger.closings.has(place.name) || lateness(world, place)()
}
