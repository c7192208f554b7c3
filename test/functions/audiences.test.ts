import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoMay } from '../../functions/request/access.ts'
import { routes } from '../../functions/routes/routes.ts'
import { type AudienceDesk, audienceDesk, type Failed, figure, type History, type Linked } from './audience-desk.ts'

let desk: AudienceDesk
let leaders: string
let sales: string
/** Keys of two spreadsheets, each of an audience. */
let ofLeaders: Linked
let ofSales: Linked
beforeAll(async () => {
  desk = await audienceDesk()
  leaders = await desk.audience('Leaders')
  sales = await desk.audience('Sales')
  ofLeaders = await desk.link(leaders, 'sheet-a')
  ofSales = await desk.link(sales)
  await desk.publish([figure('nps', 40), figure('nps', 55, 'A'), figure('nps', 12, 'B')], [leaders, sales])
  await desk.publish([figure('revenue', 900), figure('revenue', 700, 'Gold')], [leaders])
})
afterAll(() => desk.close())

const kpisOf = async (key: string, sheet?: string) => {
  const { body } = await desk.read(key, {}, sheet)
  return body.figures.map(({ kpi, group, value }) => [kpi, group, value])
}
const cell = (name: string, by = '', period = '') => ({ function: 'KPI', name, by, period })
const unknown = (name: string) => ({
  code: 'kpiUnknown',
  message: `No KPI "${name}" is shared with this spreadsheet. Check its name, or ask who shares its KPIs.`,
})

test('two audiences read different figures, each its own alone', async () => {
  expect(await kpisOf(ofSales.documentKey)).toEqual([
    ['nps', '', 40],
    ['nps', 'A', 55],
    ['nps', 'B', 12],
  ])
  expect(await kpisOf(ofLeaders.documentKey, 'sheet-a')).toHaveLength(5)
  expect(await desk.cells(ofSales.documentKey, [cell('NPS'), cell(' nps ', 'a')])).toEqual([40, 55])
  expect(await desk.cells(ofLeaders.documentKey, [cell('Revenue', 'gold')], 'sheet-a')).toEqual([700])
})

test('a KPI of others, their groups and what there is not are told in the same sentence', async () => {
  const { documentKey: key } = ofSales
  expect(await desk.cells(key, [cell('revenue'), cell('Revenue', 'Gold'), cell('nothing')])).toEqual([
    unknown('revenue'),
    unknown('Revenue'),
    unknown('nothing'),
  ])
  const group = (name: string) =>
    expect.objectContaining({ code: 'kpiGroupUnknown', message: expect.stringContaining(name) })
  expect(await desk.cells(key, [cell('nps', 'Gold'), cell('nps', 'Nothing')])).toEqual([
    group('Gold'),
    group('Nothing'),
  ])
  for (const kpi of ['revenue', 'nothing']) {
    expect((await desk.read(key, { kpis: [kpi] })).body).toEqual({ audience: 'Sales', figures: [], sources: [] })
    const { body } = await desk.read<History>(key, { history: { kpi, by: '' } })
    expect(body.history).toEqual([])
  }
})

test('with the key of an audience no route gives anything but its KPIs', async () => {
  const before = await desk.list()
  for (const { operationId, method, path, body } of routes) {
    const who = whoMay(operationId)
    if (who === 'public' || operationId === 'readKpi' || operationId === 'readCells') continue
    const at = path
      .replace('{workspaceId}', desk.workspaceId)
      .replace('{audienceId}', leaders)
      .replace(/\{\w+\}/g, 'x'.repeat(16))
    const headers = {
      'X-Document-Key': ofSales.documentKey,
      'X-Spreadsheet-Id': 'sheet-b',
      'Idempotency-Key': operationId,
    }
    const init = { method: method.toUpperCase(), headers, ...(body && { body: '{}' }) }
    const reply = await desk.hono.request(at, init)
    const told = await reply.text()
    if (typeof who === 'string') expect([operationId, reply.status]).toEqual([operationId, 401])
    else expect([operationId, reply.status]).toEqual([operationId, 403])
    expect(told).not.toMatch(/revenue|leaders|gold|\d{3} /i)
  }
  expect(await desk.list()).toEqual(before)
  const others = [
    { function: 'SURVEY', survey: 'Spring' },
    { function: 'COMPLAINTS' },
    { function: 'CUSTOMER_FACTS', customers: ['C1'], facts: ['CSAT'] },
  ]
  const codes = (await desk.cells(ofSales.documentKey, others)) as { code: string }[]
  expect(codes.map(({ code }) => code)).toEqual(['figuresNotGranted', 'figuresNotGranted', 'factsNotGranted'])
})

test('to read for an audience nothing is looked up but its own head, link and figures', async () => {
  const seen: string[] = []
  const watched = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    for (const [name, each] of Object.entries(value)) {
      if ((name === 'pk' || name === ':pk') && typeof each === 'string')
        seen.push(each.replace(`W#${desk.workspaceId}`, ''))
      else watched(each)
    }
  }
  desk.backend.db.middlewareStack.add(
    (next) => (args) => {
      watched(args.input)
      return next(args)
    },
    { step: 'initialize', name: 'watched' },
  )
  await desk.read(ofSales.documentKey)
  await desk.cells(ofSales.documentKey, [cell('revenue'), cell('nps', 'tier', 'ALL')])
  desk.backend.db.middlewareStack.remove('watched')
  const partitions = new Set(seen)
  const figures = [...partitions].filter((each) => each.startsWith('#K#'))
  expect(figures).toHaveLength(2)
  expect([...partitions].filter((each) => !each.startsWith('#K#')).sort()).toEqual(['', `#A#${sales}`])
})

test('a key is good in its own spreadsheet alone, and not in a copy or where nobody says which', async () => {
  expect((await desk.read(ofSales.documentKey, {}, 'a copy')).status).toBe(403)
  expect((await desk.asDocument('/kpis/read', ofSales.documentKey, {}, undefined)).status).toBe(403)
  expect(await desk.cells(ofSales.documentKey, [cell('nps')], 'a copy')).toBe(403)
})

test('a code is short, the same for the same operation, kept as a hash, and good once', async () => {
  const code = await desk.code(sales, 'code-1')
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(await desk.code(sales, 'code-1')).toBe(code)
  const { Items } = await desk.backend.db.send(new ScanCommand({ TableName: desk.backend.table }))
  const stored = JSON.stringify(Items)
  expect(stored).not.toContain(code)
  expect(stored).not.toContain(code.replaceAll('-', ''))
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replace('0', 'o').replace('1', 'l')} `
  const first = await desk.redeem(typed, { sub: 'cy', spreadsheetId: 'sheet-c', operation: 'redeem-1' })
  expect(first).toMatchObject({ status: 201, body: { name: 'Sales', grants: ['kpis'] } })
  const again = await desk.redeem(typed, { sub: 'cy', spreadsheetId: 'sheet-c', operation: 'redeem-1' })
  expect(again.body).toEqual(first.body)
  expect(stored).not.toContain(first.body.documentKey.split('.')[1])
})

test('codes that are wrong, used, over, of a removed audience or of another account look the same', async () => {
  const one = await desk.audience('dee@example.com', 'account')
  const used = await desk.code(sales)
  await desk.redeem(used, { sub: 'dee' })
  const gone = await desk.audience('Gone')
  const ofGone = await desk.code(gone)
  await desk.write('DELETE', `/audiences/${gone}`)
  const foreign = await desk.code(one)
  const old = await desk.code(sales)
  const later = Date.parse('2026-03-10T08:00:00Z') + 7 * 86_400_000 + 1000
  const replies = []
  for (const code of ['AAAA-AAAA-AAAA', '', 'x'.repeat(100), used, ofGone, foreign]) {
    replies.push(await desk.redeem<Failed>(code, { sub: 'eve' }))
  }
  desk.at(new Date(later).toISOString())
  replies.push(await desk.redeem<Failed>(old, { sub: 'fay' }))
  desk.at('2026-03-10T08:00:00Z')
  const told = replies.map(({ status, body }) => [status, body.error.code, body.error.message])
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(told[0]).toEqual([400, 'audienceCodeUnknown', expect.any(String)])
  expect(await desk.redeem(foreign, { sub: 'dee' })).toMatchObject({ status: 201, body: { audienceId: one } })
})

test('two that use a code at once are one that does', async () => {
  const code = await desk.code(sales)
  const statuses = await Promise.all(
    ['gil', 'hal', 'ida'].map(async (sub) => (await desk.redeem(code, { sub })).status),
  )
  expect(statuses.sort()).toEqual([201, 400, 400])
})

test('whoever tries codes is held up after ten', async () => {
  const statuses: number[] = []
  for (let tries = 0; tries < 12; tries++) statuses.push((await desk.redeem(`WRONG-${tries}`, { sub: 'mal' })).status)
  expect(statuses).toEqual([...Array(10).fill(400), 429, 429])
})

test('the manager sees each linked spreadsheet and when it was last read, and no secret', async () => {
  desk.at('2026-03-10T09:00:00Z')
  await desk.read(ofSales.documentKey)
  desk.at('2026-03-10T09:00:30Z')
  await desk.read(ofSales.documentKey)
  const listed = await desk.list()
  const own = listed.find(({ audienceId }) => audienceId === sales)!
  expect(own.links.find(({ keyId }) => keyId === ofSales.keyId)).toEqual({
    keyId: ofSales.keyId,
    title: 'Title of sheet-b',
    linkedBy: 'bo@example.com',
    since: '2026-03-10T08:00:00.000Z',
    lastReadAt: '2026-03-10T09:00:00.000Z',
  })
  expect(JSON.stringify(listed)).not.toContain(ofSales.documentKey.split('.')[1])
  desk.at('2026-03-10T09:01:00Z')
  await desk.cells(ofSales.documentKey, [cell('nps')])
  const read = (await desk.list()).flatMap(({ links }) => links).find(({ keyId }) => keyId === ofSales.keyId)
  expect(read?.lastReadAt).toBe('2026-03-10T09:01:00.000Z')
})

test('a spreadsheet that is linked anew has one key, and what is unlinked, revoked or removed reads nothing', async () => {
  const temps = await desk.audience('Temps')
  const first = await desk.link(temps, 'sheet-t')
  const second = await desk.link(temps, 'sheet-t')
  const third = await desk.link(temps, 'sheet-u')
  const fourth = await desk.link(temps, 'sheet-v')
  const status = async ({ documentKey }: Linked, sheet: string) => (await desk.read(documentKey, {}, sheet)).status
  expect([await status(first, 'sheet-t'), await status(second, 'sheet-t')]).toEqual([401, 200])
  expect((await desk.write('DELETE', `/audiences/${sales}/links/${second.keyId}`)).status).toBe(404)
  expect((await desk.write('DELETE', `/audiences/${temps}/links/${second.keyId}`)).status).toBe(200)
  expect(await status(second, 'sheet-t')).toBe(401)
  expect((await desk.write('DELETE', `/document-keys/${third.keyId}`)).status).toBe(200)
  expect(await status(third, 'sheet-u')).toBe(401)
  const links = async () =>
    (await desk.list()).find(({ audienceId }) => audienceId === temps)?.links.map(({ keyId }) => keyId)
  expect(await links()).toEqual([fourth.keyId])
  expect((await desk.write('DELETE', `/audiences/${temps}`)).status).toBe(200)
  expect([await status(fourth, 'sheet-v'), await links()]).toEqual([401, undefined])
  expect((await desk.write('DELETE', `/audiences/${temps}`)).status).toBe(404)
})

test('an audience of another workspace is out of reach, by its code, its key and its name', async () => {
  const eve = await desk.tokenOf({ sub: 'eve2', email: 'eve2@example.com', name: 'Eve' })
  const hers = await desk.call<{ workspaceId: string }>('POST', '/v1/workspaces', {
    token: eve,
    body: { name: 'Hers' },
  })
  const theirs = `/v1/workspaces/${hers.body.workspaceId}`
  const asked = (method: string, path: string, body?: unknown) =>
    desk.call<Failed>(method, `${theirs}${path}`, { token: eve, ...(body ? { body } : {}) })
  expect((await asked('POST', `/audiences/${sales}/codes`)).status).toBe(404)
  expect((await asked('DELETE', `/audiences/${sales}`)).status).toBe(404)
  const publishing = { figures: [figure('nps', -100)], audiences: [sales], asOf: '2026-03-10T08:00:00Z' }
  expect((await asked('POST', '/kpis', publishing)).body.error.code).toBe('audienceUnknown')
  const headers = { 'X-Document-Key': ofSales.documentKey, 'X-Spreadsheet-Id': 'sheet-b' }
  const reply = await desk.hono.request(`${theirs}/kpis/read`, { method: 'POST', headers, body: '{}' })
  expect(reply.status).toBe(403)
  expect(await desk.cells(ofSales.documentKey, [cell('nps')])).toEqual([40])
})

test('the spreadsheet of the workspace reads what any audience has', async () => {
  const body = { spreadsheetId: 'own', grants: ['figures', 'facts', 'kpis'] }
  const { documentKey } = (await desk.write<{ documentKey: string }>('POST', '/document-keys', body)).body
  expect(await desk.cells(documentKey, [cell('nps'), cell('revenue')], 'own')).toEqual([40, 900])
  const older = (await desk.write<{ documentKey: string }>('POST', '/document-keys', { spreadsheetId: 'own' })).body
  expect(await desk.cells(older.documentKey, [cell('nps')], 'own')).toMatchObject([{ code: 'kpisNotGranted' }])
})
