import { expected, pathOf, send } from './acting.ts'
import { mostInvitations } from './links-told.ts'
import { MEMBER, STRANGER } from './prepared.ts'
import type { World } from './world.ts'

/** What is read while others write lies between what was there all the while and what might have been there at all. */
export async function readFigures(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const by = chance.pick(world.cuts)
  const here = [...ledger.sources.values()].filter((source) => source.place === place)
  const stored = here.filter((source) => source.stored && source.deletion === 'none')
  const gone = here.filter((source) => source.deletion === 'done').length
  const reply = await send(world, { method: 'GET', path: `${pathOf(place)}/figures?metric=COUNT&by=${by}`, as: MEMBER })
  if (reply?.status !== 200) return expected(world, reply, [], 'figures')
  const sent = [...ledger.sources.values()].filter((source) => source.place === place && source.sent.length > 0).length
  const least = stored.filter((source) => source.deletion === 'none').length
  const { figure, rows } = reply.body
  const sum = rows.reduce((all: number, row: { n: number }) => all + row.n, 0)
  if (figure < least || figure > sent - gone || sum !== figure) {
    ledger.violation(`${place.name} by ${by}: ${figure} (${sum} in rows) where there are ${least} to ${sent - gone}.`)
  }
}

export async function listAnswers(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const stored = [...ledger.sources.values()].filter((source) => source.place === place && source.stored)
  const listed = await world.listed(place, 1 + chance.below(3))
  if (!listed) return
  const marks = new Set(listed.map(({ answers }) => String(answers.mark).split('#')[0]))
  for (const { name, deletion } of stored) {
    if (deletion === 'none' && !marks.has(name)) ledger.violation(`${name}: it was accepted and is not listed.`)
  }
  for (const mark of marks)
    if (!mark?.startsWith(`${place.name}/`)) ledger.violation(`${mark} is listed in ${place.name}.`)
}

/** A stranger, or a member who names a survey of their other workspace. */
export async function askAbroad(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const other = world.everywhere.find(({ workspaceId }) => workspaceId !== place.workspaceId)!
  const stranger = chance.happens(0.5)
  const survey = stranger ? pathOf(place) : `/v1/workspaces/${other.workspaceId}/surveys/${place.surveyId}`
  const path = `${survey}${chance.pick(['', '/figures?metric=COUNT', '/answers'])}`
  const reply = await send(world, { method: 'GET', path, as: stranger ? STRANGER : MEMBER })
  if (reply && reply.status !== 403 && reply.status !== 404)
    ledger.violation(`${path} is answered to one abroad: ${reply.status}`)
}

/** The response rate is of no fewer links than were told before, and of no more than were asked for. */
export async function readRate(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const here = () => [...ledger.links.values()].filter((link) => link.place === place)
  const told = here().filter(({ path }) => path).length
  const by = chance.pick(['', '&by=tier', '&by=owner', '&by=segment', '&by=day'])
  const path = `${pathOf(place)}/figures?metric=RESPONSE_RATE${by}`
  const reply = await send(world, { method: 'GET', path, as: MEMBER })
  if (reply?.status !== 200) return expected(world, reply, [], 'response rate')
  const most = here().reduce((sum, link) => sum + mostInvitations(ledger, link), 0)
  const { n, rows } = reply.body
  const sum = rows ? rows.reduce((all: number, row: { n: number }) => all + row.n, 0) : n
  if (n < told || n > most || sum !== n) {
    ledger.violation(`${place.name}: a rate of ${n} links (${sum} in rows) where ${told} to ${most} were made.`)
  }
}
