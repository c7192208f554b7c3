import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import { type ComplaintFigure, complaintFigures } from '../../core/complaint/complaint-figures.ts'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { complaintMetrics } from '../../core/complaint/complaint-measures.ts'
import { recountedMetrics } from '../../core/complaint/recounted-complaints.ts'
import { complaintFacts } from '../../functions/store/complaint-fact.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, CUSTOMERS, complaintDesk, type Failed, type Told } from './complaint-desk.ts'
import { ADA } from './running-app.ts'

let desk: ComplaintDesk
let ids: string[]
let histories: ComplaintEvent[][]
const NOW = '2026-05-12T10:00:00Z'

/** Complaints over five months: some closed long ago, one reopened, one forgotten, one praise. */
beforeAll(async () => {
  desk = await complaintDesk()
  const lived = async (day: string, intake: Record<string, unknown>, ...steps: [string, Record<string, unknown>][]) => {
    desk.at(`${day}T09:00:00Z`)
    const { body } = await desk.log(intake)
    let { version } = body
    for (const [at, act] of steps) {
      desk.at(`${at}:00Z`)
      version = (await desk.act(body.id, { ...act, expectedVersion: version })).body.version
    }
    return body.id
  }
  ids = [
    await lived(
      '2026-01-12',
      { customerId: 'C-1', category: 'Delivery', severity: 'high' },
      ['2026-01-12T10:00', { action: 'acknowledge' }],
      ['2026-01-13T10:00', { action: 'resolve', compensation: 12.34, rootCause: 'Packing' }],
      ['2026-02-02T10:00', { action: 'close', satisfaction: 4 }],
      ['2026-03-02T10:00', { action: 'reopen', satisfaction: 1 }],
    ),
    await lived(
      '2026-01-20',
      { customerId: 'C-1', category: 'Billing' },
      ['2026-01-20T11:00', { action: 'acknowledge' }],
      ['2026-04-10T11:00', { action: 'resolve' }],
      ['2026-04-10T12:00', { action: 'close' }],
    ),
    await lived('2026-05-11', { customerId: 'C-3', category: 'Delivery' }),
    await lived('2026-05-12', { customerId: 'C-4', kind: 'praise' }),
  ]
  desk.at(NOW)
  histories = await Promise.all(ids.map(async (id) => (await desk.get(`/complaints/${id}`)).body.history))
})
afterAll(() => desk.close())

/** What the histories as told by the API add up to. */
function recounted(query: Record<string, string>): ComplaintFigure[] {
  return complaintFigures(histories.map(complaintFromEvents), query as never, {
    now: new Date(NOW).toISOString(),
    timeZone: 'UTC',
    customers: CUSTOMERS.map(({ tier, owner = '', segment = '' }) => ({ tier, owner, segment })),
  })
}

const spans: Record<string, string>[] = [
  {},
  { by: 'tier' },
  { by: 'month' },
  { from: '2026-02-01', to: '2026-03-01' },
  { by: 'category', from: '2026-02-01', to: '2026-03-01' },
  { by: 'owner', to: '2026-01-15' },
  { to: '2026-02-28' },
  { from: '2026-04-01', to: '2026-04-30' },
]
test.each(complaintMetrics)('%s equals a recount of the histories', async (metric) => {
  for (const span of spans) {
    const query = { metric, ...span }
    expect([span, await desk.figure(new URLSearchParams(query).toString())]).toEqual([span, recounted(query)])
  }
})

test.each(recountedMetrics)('%s is the same where it is counted complaint by complaint', async (metric) => {
  for (const [from, to] of [
    ['2026-01-01', '2026-05-12'],
    ['2026-02-01', '2026-03-01'],
    ['2026-04-01', '2026-04-30'],
    ['2025-01-01', '2025-12-31'],
  ]) {
    const span = `metric=${metric}&from=${from}&to=${to}`
    const { n, figure } = (await desk.get<ComplaintFigure>(`/complaint-recount?${span}`)).body
    expect([span, [{ value: '', n, figure }]]).toEqual([span, await desk.figure(span)])
  }
})

test('the report has every figure as it is told alone', async () => {
  for (const span of spans) {
    const { body } = await desk.get<{ metrics: Record<string, ComplaintFigure[]> }>(
      `/complaint-report?${new URLSearchParams(span)}`,
    )
    expect(Object.keys(body.metrics)).toEqual([...complaintMetrics])
    for (const metric of complaintMetrics)
      expect([metric, body.metrics[metric]]).toEqual([metric, recounted({ metric, ...span })])
  }
})

test('a few of them by hand', async () => {
  expect(await desk.figure('')).toEqual([{ value: '', n: 2, figure: 2 }])
  expect(await desk.figure('metric=OPEN&by=month')).toMatchObject(
    [2, 1, 2, 1, 2].map((figure, i) => ({ value: `2026-0${i + 1}`, figure })),
  )
  expect(await desk.figure('metric=NEW&by=category')).toMatchObject([
    { value: 'Billing', figure: 1 },
    { value: 'Delivery', figure: 2 },
  ])
  expect(await desk.figure('metric=REPEAT_RATE')).toEqual([{ value: '', n: 2, figure: 0.5 }])
  expect(await desk.figure('metric=PER_100_CUSTOMERS&by=segment&value=Retail')).toEqual([
    { value: 'Retail', n: 2, figure: 100 },
  ])
})

test.each([
  ['metric=MOOD', /"metric" must be .*OPEN/],
  ['by=colour', /"by" must be .*tier/],
  ['from=soon', '"soon" is no date. Write it like 2026-10-01.'],
  ['by=day&from=0001-01-01', /is over 4,000 rows/],
  ['value=A', '"A" is a value of what? Say what to break down by, or leave it out.'],
  ['from=2026-02-02&to=2026-02-01', /before it begins/],
])('the question %s is refused with one sentence', async (query, message) => {
  const { status, body } = await desk.get<Failed>(`/complaint-figures?${query}`)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(message)
})

test('a figure of a month reads what is open and what happened in that month, nothing else', async () => {
  const { workspace } = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!
  const read = async (month: string) =>
    (await complaintFacts(desk.backend, workspace, month, month)).map(({ id }) => ids.indexOf(id)).sort()
  expect(await read('2026-03')).toEqual([0, 2, 3])
  expect(await read('2026-04')).toEqual([0, 1, 2, 3])
})

describe('in cells', () => {
  const cells = async (...queries: Record<string, unknown>[]) => {
    const token = await desk.signedIn()
    const body = { spreadsheetId: 'sheet', grants: ['figures'] }
    const made = await desk.call<{ documentKey: string }>('POST', desk.path('/document-keys'), { token, body })
    const key = made.body.documentKey
    const reply = await desk.call<{ results: { value?: unknown; error?: { message: string } }[] }>(
      'POST',
      desk.path('/cells'),
      {
        key,
        body: { queries: queries.map((query) => ({ function: 'COMPLAINTS', ...query })) },
      },
    )
    return reply.body.results
  }

  test('a figure, a figure of one value, a table, a blank, and an error beside them', async () => {
    expect(
      await cells(
        {},
        { metric: 'new', by: 'Tier', value: 'A' },
        { metric: 'NEW', by: 'tier', value: '', from: '2026-01-01', to: '2026-05-31' },
        { metric: 'HANDLING_CSAT', from: '2026-05-01' },
        { metric: 'MOOD' },
      ),
    ).toEqual([
      { value: 2 },
      { value: 2 },
      {
        value: [
          ['Value', 'n', 'Figure'],
          ['A', 2, 2],
          ['B', 1, 1],
        ],
      },
      { value: '' },
      {
        error: { code: 'notOneOf', message: expect.stringContaining('"MOOD" is not a known metric. Use one of OPEN,') },
      },
    ])
  })
})

describe('the list', () => {
  const list = async (query: string) =>
    (await desk.get<{ complaints: Told[]; next?: string }>(`/complaints?${query}`)).body
  const names = (complaints: Told[]) => complaints.map(({ id }) => ids.indexOf(id))

  test('shows what is open, most overdue first', async () => {
    const { complaints } = await list('')
    expect(names(complaints)).toEqual([0, 2, 3])
    expect(complaints.map(({ status }) => status)).toEqual(['breached', 'breached', 'ok'])
  })

  test('by status and owner', async () => {
    expect(names((await list('status=closed')).complaints)).toEqual([1])
    expect(names((await list('status=received&owner=li.na')).complaints)).toEqual([2])
    expect(names((await list('status=all&owner=li.na')).complaints)).toEqual([0, 2, 1])
  })

  test('a page of nothing is refused', async () => {
    const { status, body } = await desk.get<Failed>('/complaints?limit=0')
    expect([status, body.error.message]).toEqual([400, '"limit" must be a whole number from 1 to 500.'])
  })

  test('page by page, each once', async () => {
    const seen: number[] = []
    let after = ''
    do {
      const page = await list(`status=all&limit=1${after && `&after=${encodeURIComponent(after)}`}`)
      seen.push(...names(page.complaints))
      after = page.next ?? ''
    } while (after)
    expect(seen).toEqual([0, 2, 3, 1])
  })
})

test('a target that was missed stays missed in its month, whatever severity it is given later', async () => {
  const missedInMarch = () => desk.figure('metric=BREACHED&from=2026-03-01&to=2026-03-31')
  desk.at('2026-02-27T17:00:00Z')
  const { body } = await desk.log({ customerId: 'C-3', severity: 'critical', description: 'x' })
  await desk.act(body.id, { action: 'acknowledge', expectedVersion: 1 })
  const before = (await missedInMarch())[0]!.n
  desk.at('2026-03-05T09:00:00Z')
  const { version } = (await desk.act(body.id, { action: 'wait', expectedVersion: 2 })).body
  expect((await missedInMarch())[0]!.n).toBe(before + 1)
  desk.at('2026-04-02T09:00:00Z')
  await desk.act(body.id, { action: 'change_severity', severity: 'low', expectedVersion: version })
  expect((await missedInMarch())[0]!.n).toBe(before + 1)
  desk.at(NOW)
})

describe('targets and business hours', () => {
  test('are the default until an administrator sets them, and hold for what comes after', async () => {
    const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
    expect(policy).toMatchObject({ warnShare: 0.8, calendar: { timeZone: 'UTC' } })
    const { body: before } = await desk.log()
    const token = await desk.signedIn()
    const own = { ...policy, rules: [{ responseMinutes: 10, resolutionMinutes: 20 }] }
    const set = await desk.call('POST', desk.path('/complaint-policy'), { token, body: own })
    expect(set).toMatchObject({ status: 200, body: { ...own, version: Number(policy.version) + 1 } })
    const again = await desk.call<Failed>('POST', desk.path('/complaint-policy'), { token, body: own })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'policyStale' } } })
    const { body: after } = await desk.log()
    expect(after).toMatchObject({ response: { targetMinutes: 10, dueAt: '2026-05-12T10:10:00.000Z' } })
    expect((await desk.get(`/complaints/${before.id}`)).body.response).toEqual(before.response)
  })

  test('that leave somebody out are refused', async () => {
    const { body: policy } = await desk.get<Record<string, unknown>>('/complaint-policy')
    const token = await desk.signedIn()
    const body = { ...policy, rules: [{ kind: 'praise', responseMinutes: 10, resolutionMinutes: 20 }] }
    const reply = await desk.call<Failed>('POST', desk.path('/complaint-policy'), { token, body })
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'policyLastRule' } } })
  })
})

test('no route alters or removes an event, and a stranger sees nothing', async () => {
  const { body } = await desk.call<{ paths: Record<string, Record<string, { operationId: string }>> }>(
    'GET',
    '/openapi.json',
  )
  const writes = Object.entries(body.paths)
    .filter(([path]) => path.includes('/complaints'))
    .flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => `${method} ${path}`),
    )
  expect(writes.sort()).toEqual([
    'post /v1/workspaces/{workspaceId}/complaints',
    'post /v1/workspaces/{workspaceId}/complaints/import',
    'post /v1/workspaces/{workspaceId}/complaints/import/known',
    'post /v1/workspaces/{workspaceId}/complaints/{complaintId}/actions',
  ])
  const token = await desk.tokenOf({ sub: 'eve', email: 'eve@example.com', name: 'Eve' })
  const own = await desk.call<{ workspaceId: string }>('POST', '/v1/workspaces', { token, body: { name: 'Eve' } })
  for (const path of [desk.path(`/complaints/${ids[0]}`), desk.path('/complaints'), desk.path('/complaint-figures')]) {
    expect((await desk.call('GET', path, { token })).status).toBe(403)
  }
  const inOwn = `/v1/workspaces/${own.body.workspaceId}/complaints/${ids[0]}`
  expect((await desk.call('GET', inOwn, { token })).status).toBe(404)
})

test("days are those of the desk's time zone, also once it is another than the workspace's", async () => {
  const day = async () => (await desk.figure('metric=NEW&from=2026-05-10&to=2026-05-10'))[0]?.figure
  const moveTo = async (timeZone: string) => {
    const { body: policy } = await desk.get<{ calendar: object }>('/complaint-policy')
    const body = { ...policy, calendar: { ...policy.calendar, timeZone } }
    await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body })
  }
  expect(await day()).toBe(0)
  await moveTo('Pacific/Pago_Pago')
  expect(await day()).toBe(1)
  await moveTo('UTC')
  expect(await day()).toBe(0)
})
