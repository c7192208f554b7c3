import {
  CUSTOMERS,
  expected,
  lateness,
  mayBeShut,
  pathOf,
  refusedOtherwise,
  send,
  someStored,
  strayWorkspace,
} from './acting.ts'
import type { Asked } from './client.ts'
import type { Payload } from './ledger.ts'
import { MEMBER, type Place } from './prepared.ts'
import { OLD_DAY } from './retention-actions.ts'
import { asksMore } from './survey-actions.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const DAYS = ['2026-03-01', '2026-03-08', '2026-03-09']
const daysOf = ({ expires }: Place) => (expires ? [OLD_DAY, ...DAYS.slice(1)] : DAYS)

/** Somebody opens the page and answers, perhaps presses twice, perhaps differently, perhaps after midnight. */
export async function submit(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const page = await send(world, { method: 'GET', path: place.link })
  if (page?.status !== 200) return expected(world, page, mayBeShut(world, place) ? [404] : [], 'page')
  const [day, id, version] = page.body.ticket.split('.')
  const source = ledger.source(place, `link/${id}`)
  const more = asksMore(world, place, page.body)
  const newPayload = (): Payload => {
    const late = lateness(world, place)
    return { answers: ledger.answersOf(source, more), channel: 'web', mirrored: false, version: Number(version), late }
  }
  const first = newPayload()
  for (let presses = chance.pick([1, 1, 2, 3]); presses > 0; presses--) {
    const payload = source.sent.length > 0 && chance.happens(0.3) ? newPayload() : first
    if (!source.sent.includes(payload)) ledger.sends(source, payload)
    const body = { ...strayWorkspace(world, place), ticket: page.body.ticket, answers: payload.answers }
    const reply = await send(world, { method: 'POST', path: place.link, body })
    if (reply?.status === 201) {
      if (reply.body.answerId !== `${day}.${id}`) ledger.violation(`${source.name}: it is not stored under its ticket.`)
      ledger.accepted(source, payload, reply.body.answerId)
    } else if (reply?.status !== 409 || source.sent.length < 2) {
      expected(world, reply, mayBeShut(world, place, source) ? [404] : [], source.name)
    }
    await world.machine.pause(chance.below(chance.happens(0.2) ? 20 * HOUR_MS : 200))
  }
}

/** A page of rows, some of which came before, under the same operation id or another one. */
export async function importPage(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const rows = Array.from({ length: 1 + chance.below(4) }, () => rowOf(world, place))
  const operation = `import-${chance.below(2 ** 31)}`
  const path = `${pathOf(place)}/answers/import`
  const body = { ...strayWorkspace(world, place), rows: rows.map(({ row }) => row) }
  const request: Asked = { method: 'POST', path, as: MEMBER, body, operation }
  for (let times = chance.pick([1, 1, 2]); times > 0; times--) {
    const reply = await send(world, request)
    if (reply?.status !== 200) return expected(world, reply, [409], 'import')
    rows.forEach(({ source, payload }, at) => {
      const { status, answerId, error } = reply.body.rows[at]
      if (status !== 'rejected') ledger.accepted(source, payload, answerId)
      else if (error.code !== 'rowConflict' || source.sent.length < 2) {
        ledger.violation(`${source.name}: it was rejected: ${error.message}`)
      }
    })
  }
  const other = { ...request, body: { rows: [...body.rows, rowOf(world, place).row] } }
  if (chance.happens(0.15)) await refusedOtherwise(world, other)
}

/** One of eight rows of a file, rarely with another content than before; its day goes with it. */
function rowOf({ chance, ledger }: World, place: Place) {
  const number = chance.below(8)
  const source = ledger.source(place, `row/${number}`)
  const date = daysOf(place)[number % DAYS.length]!
  source.isOld = date === OLD_DAY
  if (source.sent.length === 0 || chance.happens(0.08)) {
    const customer = chance.happens(0.8) && { customerId: chance.pick(CUSTOMERS) }
    const mirrored = !!customer && ledger.mirrored.has(`${place.workspaceId}/${customer.customerId}`)
    ledger.sends(source, {
      answers: ledger.answersOf(source),
      ...customer,
      channel: chance.pick(['import', 'phone']),
      mirrored,
    })
  }
  const payload = chance.pick(source.sent)
  const { answers, customerId, channel } = payload
  return {
    source,
    payload,
    row: { id: `row ${number}`, date, answers, customerId, channel },
  }
}

export async function edit(world: World): Promise<void> {
  const { chance, ledger } = world
  const source = someStored(world)
  if (!source) return importPage(world)
  const revision = 1 + Math.max(1, ...source.edits.filter(({ done }) => done).map((each) => each.revision))
  const change = { revision, answers: ledger.answersOf(source), done: false }
  source.edits.push(change)
  const body = { ...strayWorkspace(world, source.place), revision: revision - 1, answers: change.answers }
  const request: Asked = {
    method: 'PATCH',
    path: `${pathOf(source.place)}/answers/${source.answerId}`,
    as: MEMBER,
    body,
    operation: `edit-${chance.below(2 ** 31)}`,
  }
  const reply = await send(world, request)
  if (reply?.status === 200) {
    const rival = source.edits.some((each) => each.done && each.revision === revision)
    if (rival || reply.body.revision !== revision) ledger.violation(`${source.name}: two edits of one revision.`)
    change.done = true
    if (chance.happens(0.15))
      await refusedOtherwise(world, { ...request, body: { ...body, answers: ledger.answersOf(source) } })
  } else if (reply?.status !== 409 || source.edits.length < 2) {
    expected(world, reply, source.deletion === 'none' ? [] : [404, 409], `edit of ${source.name}`)
  }
}

export async function remove(world: World): Promise<void> {
  const { chance } = world
  const source = someStored(world)
  if (!source) return importPage(world)
  if (source.deletion === 'none') source.deletion = 'asked'
  const path = `${pathOf(source.place)}/answers/${source.answerId}`
  const reply = await send(world, { method: 'DELETE', path, as: MEMBER, operation: `delete-${chance.below(2 ** 31)}` })
  if (reply?.status === 200) source.deletion = 'done'
  else expected(world, reply, [404, 409], `deletion of ${source.name}`)
}

/** Somebody at the desk keeps what a customer said on the phone, once however often it is sent. */
export async function record(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const operation = `record-${chance.below(2 ** 31)}`
  const source = ledger.source(place, operation)
  const customerId = chance.pick(CUSTOMERS)
  const mirrored = ledger.mirrored.has(`${place.workspaceId}/${customerId}`)
  const payload: Payload = { answers: ledger.answersOf(source), customerId, channel: 'phone', mirrored }
  const date = chance.pick(daysOf(place))
  source.isOld = date === OLD_DAY
  ledger.sends(source, payload)
  const said = { date, customerId, channel: 'phone', answers: payload.answers }
  const body = { ...strayWorkspace(world, place), ...said }
  const request: Asked = { method: 'POST', path: `${pathOf(place)}/answers`, as: MEMBER, body, operation }
  for (let times = chance.pick([1, 1, 2]); times > 0; times--) {
    const reply = await send(world, request)
    if (reply?.status !== 201) return expected(world, reply, source.deletion === 'none' ? [] : [404], source.name)
    ledger.accepted(source, payload, reply.body.answerId)
  }
}
