import { type Asked, ask, type Reply } from './client.ts'
import type { Payload, Source } from './ledger.ts'
import { MEMBER, type Place, STRANGER } from './prepared.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const CUSTOMERS = ['C1', 'C2', 'C3']
const DAYS = ['2026-03-01', '2026-03-08', '2026-03-09']

/** What people do, and how often. Each is done by one client, while others do theirs. */
export const actions: Record<string, { weight: number; act: (world: World) => Promise<void> }> = {
  submit: { weight: 4, act: submit },
  importPage: { weight: 5, act: importPage },
  edit: { weight: 3, act: edit },
  remove: { weight: 2, act: remove },
  syncCustomers: { weight: 2, act: syncCustomers },
  settleCustomers: { weight: 1, act: settleCustomers },
  readFigures: { weight: 3, act: readFigures },
  listAnswers: { weight: 1, act: listAnswers },
  changeSurvey: { weight: 1, act: changeSurvey },
  askAbroad: { weight: 1, act: askAbroad },
}

/** Somebody opens the page and answers, perhaps presses twice, perhaps differently, perhaps after midnight. */
async function submit(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const page = await send(world, { method: 'GET', path: place.link })
  if (page?.status !== 200) return expected(world, page, [404], 'page')
  const [day, id] = page.body.ticket.split('.')
  const source = ledger.source(place, `link/${id}`)
  const first: Payload = { answers: ledger.answersOf(source), channel: 'web', mirrored: false }
  for (let presses = chance.pick([1, 1, 2, 3]); presses > 0; presses--) {
    const payload =
      source.sent.length > 0 && chance.happens(0.3) ? { ...first, answers: ledger.answersOf(source) } : first
    if (!source.sent.includes(payload)) source.sent.push(payload)
    const body = { ...strayWorkspace(world, place), ticket: page.body.ticket, answers: payload.answers }
    const reply = await send(world, { method: 'POST', path: place.link, body })
    if (reply?.status === 201) {
      if (reply.body.answerId !== `${day}.${id}`) ledger.violation(`${source.name}: it is not stored under its ticket.`)
      ledger.accepted(source, payload, reply.body.answerId)
    } else if (reply?.status !== 409 || source.sent.length < 2) expected(world, reply, [404], source.name)
    await world.machine.pause(chance.below(chance.happens(0.2) ? 20 * HOUR_MS : 200))
  }
}

/** A page of rows, some of which came before, under the same operation id or another one. */
async function importPage(world: World): Promise<void> {
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
  if (source.sent.length === 0 || chance.happens(0.08)) {
    const customer = chance.happens(0.8) && { customerId: chance.pick(CUSTOMERS) }
    const mirrored = !!customer && ledger.mirrored.has(`${place.workspaceId}/${customer.customerId}`)
    source.sent.push({
      answers: ledger.answersOf(source),
      ...customer,
      channel: chance.pick(['import', 'phone']),
      mirrored,
    })
  }
  const payload = chance.pick(source.sent)
  const { mirrored: _, ...sent } = payload
  return { source, payload, row: { id: `row ${number}`, date: DAYS[number % DAYS.length], ...sent } }
}

async function edit(world: World): Promise<void> {
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

async function remove(world: World): Promise<void> {
  const { chance } = world
  const source = someStored(world)
  if (!source) return importPage(world)
  if (source.deletion === 'none') source.deletion = 'asked'
  const path = `${pathOf(source.place)}/answers/${source.answerId}`
  const reply = await send(world, { method: 'DELETE', path, as: MEMBER, operation: `delete-${chance.below(2 ** 31)}` })
  if (reply?.status === 200) source.deletion = 'done'
  else expected(world, reply, [404, ...(source.edits.length > 0 ? [409] : [])], `deletion of ${source.name}`)
}

async function syncCustomers(world: World): Promise<void> {
  const { chance, ledger } = world
  const place = chance.pick(world.places)
  const customers = CUSTOMERS.filter(() => chance.happens(0.6)).map((id) => {
    const as = [`${place.name[0]}${chance.below(3)}`, chance.pick(['li', 'wu']), chance.pick(['retail', 'trade'])]
    const key = `${place.workspaceId}/${id}`
    ledger.customers.set(key, (ledger.customers.get(key) ?? new Set()).add(as.join('/')))
    return { id, tier: as[0], owner: as[1], segment: as[2] }
  })
  if (customers.length === 0) return
  const path = `/v1/workspaces/${place.workspaceId}/customers`
  const body = { ...strayWorkspace(world, place), customers }
  const reply = await send(world, {
    method: 'POST',
    path,
    as: MEMBER,
    body,
    operation: `sync-${chance.below(2 ** 31)}`,
  })
  expected(world, reply, [], 'customers')
  if (reply?.status === 200) for (const { id } of customers) ledger.mirrored.add(`${place.workspaceId}/${id}`)
}

/** Answers follow their customers, while others write and are killed. */
async function settleCustomers(world: World): Promise<void> {
  const { chance, machine } = world
  const { workspaceId } = chance.pick(world.places)
  const path = `/v1/workspaces/${workspaceId}/customers/settle`
  for (const wait of [0, chance.pick([0, 90_000])]) {
    await machine.pause(wait)
    const operation = `settle-${chance.below(2 ** 31)}`
    expected(world, await send(world, { method: 'POST', path, as: MEMBER, operation }), [], 'settle')
  }
}

/** What is read while others write lies between what was there all the while and what might have been there at all. */
async function readFigures(world: World): Promise<void> {
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

async function listAnswers(world: World): Promise<void> {
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

async function changeSurvey(world: World): Promise<void> {
  const { chance } = world
  const place = chance.pick(world.places)
  const change = async (method: 'POST' | 'PATCH', path: string, body?: object) => {
    const reply = await send(world, { method, path, as: MEMBER, body, operation: `survey-${chance.below(2 ** 31)}` })
    expected(world, reply, [200, 409], 'survey')
  }
  await change('PATCH', pathOf(place), { ...strayWorkspace(world, place), status: 'closed' })
  await world.machine.pause(chance.below(300))
  await change('POST', `${pathOf(place)}/open`)
}

/** A stranger, or a member who names a survey of their other workspace. */
async function askAbroad(world: World): Promise<void> {
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

/** Another payload under the id of an operation that was done: 409 for ever. */
async function refusedOtherwise(world: World, request: Asked): Promise<void> {
  const reply = await send(world, request)
  if (reply && (reply.status !== 409 || reply.body.error.code !== 'operationReused')) {
    world.ledger.violation(`${request.operation} was done otherwise: ${reply.status}`)
  }
}

function send(world: World, request: Asked): Promise<Reply | undefined> {
  return ask(world, request, world.ledger.violation)
}

/** Success, no answer at all, or one of these. */
function expected({ ledger }: World, reply: Reply | undefined, statuses: number[], what: string): void {
  if (!reply || reply.status < 300 || statuses.includes(reply.status)) return
  ledger.violation(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

/** Now and then a body names another workspace than its path: nobody may follow it. */
function strayWorkspace({ chance, everywhere }: World, place: Place): { workspaceId?: string } {
  if (!chance.happens(0.3)) return {}
  return { workspaceId: everywhere.find(({ workspaceId }) => workspaceId !== place.workspaceId)!.workspaceId }
}

function someStored({ chance, ledger }: World): Source | undefined {
  const stored = [...ledger.sources.values()].filter((source) => source.stored)
  return stored.length > 0 ? chance.pick(stored) : undefined
}

export function pathOf({ workspaceId, surveyId }: Place): string {
  return `/v1/workspaces/${workspaceId}/surveys/${surveyId}`
}
