import { CUSTOMERS, expected, lateness, mayBeShut, pathOf, send, strayWorkspace } from './acting.ts'
import type { Asked } from './client.ts'
import type { Payload, Source } from './ledger.ts'
import { linkOf, type OwnLink } from './links-told.ts'
import { LAST_DAY, MEMBER, type Place } from './prepared.ts'
import { asksMore } from './survey-actions.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000

/** Customers are given links of their own, some of them again. */
export async function makeLinks(world: World): Promise<void> {
  const some = CUSTOMERS.filter(() => world.chance.happens(0.5))
  await invited(world, world.chance.pick(world.places), some.length > 0 ? some : CUSTOMERS)
}

/** The links that customers are told, asked for once or twice; none where nothing was told. */
export async function invited(world: World, place: Place, customers: string[]): Promise<OwnLink[]> {
  const { chance, ledger } = world
  const wave = chance.pick(['', '', '', 'spring'])
  const expiresOn = chance.happens(0.15) ? LAST_DAY : undefined
  const links = customers.map((customerId) => linkOf(ledger, place, customerId, wave))
  for (const link of links) {
    link.asked++
    link.expires.add(expiresOn)
  }
  const asked = { customers: customers.map((customerId) => ({ customerId })), wave, expiresOn }
  const body = { ...strayWorkspace(world, place), ...asked }
  const operation = `links-${chance.below(2 ** 31)}`
  const request: Asked = { method: 'POST', path: `${pathOf(place)}/links`, as: MEMBER, body, operation }
  const counts = new Set<string>()
  for (let times = chance.pick([1, 1, 2]); times > 0; times--) {
    const reply = await send(world, request)
    if (reply?.status !== 201) {
      expected(world, reply, ledger.closings.has(place.name) ? [400, 409] : [409], 'links')
      return []
    }
    const { made, kept } = reply.body
    counts.add(`${made} ${kept}`)
    if (made + kept !== customers.length || counts.size > 1) ledger.violation(`Links were counted as ${[...counts]}.`)
    links.forEach((link, at) => {
      const path = new URL(reply.body.links[at].link).pathname
      if (link.path && link.path !== path) ledger.violation(`${link.name}: it was told as two links.`)
      link.path = path
      // Who was erased between two tries was asked again.
      const another = linkOf(ledger, place, link.customerId, wave)
      if (another === link) return
      another.asked++
      another.expires.add(expiresOn)
    })
  }
  return links
}

/** Somebody answers with a link of their own, or corrects what they answered. */
export async function answerOwn(world: World): Promise<void> {
  const told = [...world.ledger.links.values()].filter(({ path }) => path)
  const [link] =
    told.length > 0 ? [world.chance.pick(told)] : await invited(world, world.chance.pick(world.places), CUSTOMERS)
  if (link) await answerLink(world, link)
}

export async function answerLink(world: World, link: OwnLink): Promise<void> {
  const { chance, ledger } = world
  const { place, customerId, wave } = link
  const page = await send(world, { method: 'GET', path: link.path! })
  // Another one of the same address, where its customer was erased meanwhile and asked again.
  const asked = linkOf(ledger, place, customerId, wave)
  const source = ledger.source(place, asked.name)
  if (page?.status !== 200) return expected(world, page, mayBeShut(world, place, source, link) ? [404] : [], 'own page')
  const [day, id, version, revision] = page.body.ticket.split('.')
  const answers = ledger.answersOf(source, asksMore(world, place, page.body))
  const late = lateness(world, place, link)
  const told = revision === '0' ? answering : correcting
  const heard = told(world, source, {
    ...{ answers, late, version: Number(version), revision: Number(revision) },
    ...{ customerId, channel: 'link', mirrored: ledger.mirrored.has(`${place.workspaceId}/${customerId}`) },
  })
  // Whoever was erased and is asked anew has the same address again, and may have answered there.
  const isRivalled = () => linkOf(ledger, place, customerId, wave) !== asked
  for (let presses = chance.pick([1, 1, 2]); presses > 0; presses--) {
    const body = { ...strayWorkspace(world, place), ticket: page.body.ticket, answers }
    const reply = await send(world, { method: 'POST', path: link.path!, body })
    if (reply?.status === 201) heard(`${day}.${id}`, reply.body.answerId)
    else if (reply?.status !== 409 || !(isRivalled() || source.sent.length + source.edits.length > 1)) {
      expected(world, reply, mayBeShut(world, place, source, link) ? [404] : [], source.name)
    }
    await world.machine.pause(chance.below(chance.happens(0.2) ? 20 * HOUR_MS : 200))
  }
}

type Heard = (asked: string, answerId: string) => void
type Sent = Payload & { revision: number }

/** A first answer is sent; what is to be done once it is told to be stored. */
function answering({ ledger }: World, source: Source, { revision: _, ...payload }: Sent): Heard {
  ledger.sends(source, payload)
  return (asked, answerId) => {
    if (asked !== answerId) ledger.violation(`${source.name}: it is not stored under its ticket.`)
    ledger.accepted(source, payload, answerId)
  }
}

/** A correction is sent of the answer's revision `revision`. */
function correcting({ ledger }: World, source: Source, { answers, revision: before, late }: Sent): Heard {
  const change = { revision: before + 1, answers, done: false, ...(late && { late }) }
  source.edits.push(change)
  return () => {
    const rival = source.edits.some((each) => each !== change && each.done && each.revision === change.revision)
    if (rival) ledger.violation(`${source.name}: two corrections of one revision.`)
    if (late?.()) ledger.violation(`${source.name}: it was corrected after it could not be any more.`)
    change.done = true
  }
}
