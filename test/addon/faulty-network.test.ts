import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SharedFigures } from '../../addon/audience/publish-kpis.ts'
import type { Survey } from '../../addon/survey/surveys.ts'
import type { callApi, callApiAsDocument } from '../../addon/workspace/api.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type Fault, faultProxy } from '../fault-proxy.ts'
import { quietServer } from '../functions/quiet-server.ts'
import { importedAnswers, preparedAnswers } from './imported-answers.ts'
import { preparedComplaints } from './imported-complaints.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const cuts = ['cutInRequest', 'cutBeforeReply', 'cutInReply', 'reset'] as const
const faults: Fault[] = [...cuts, 'silence', { latencyMs: 50, bytesPerSecond: 20_000 }]
const day = (text: string): Cell => ({ date: Date.parse(text) / 86_400_000 + 25_569 })

const tabs: Record<string, Cell[][]> = {
  Answers: [
    ['Date', 'NPS', 'Comments'],
    ['2026-03-01', 9, 'Good'],
    ['2026-03-01', 3, 'Slow'],
    ['2026-03-02', 7, ''],
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount'],
    ['O1', 'C0-1', day('2026-01-01'), 100],
  ],
}
for (const at of cuts.keys()) {
  tabs[`Customers ${at}`] = [
    ['Customer ID', 'Name', 'Tier'],
    [`C${at}-1`, 'Northwind', 'A'],
    [`C${at}-2`, 'Kestrel', 'B'],
  ]
  tabs[`Log ${at}`] = [
    ['No.', 'Received', 'Category', 'Customer', 'Status'],
    ['', '2026-02-01', 'Wet', 'Ms Chen', 'Open'],
    ['', '2026-02-02', 'Late', 'Mr Ruiz', 'Closed'],
  ]
}

let backend: RunningBackend
let proxy: Awaited<ReturnType<typeof faultProxy>>
let sheet: SheetHarness
beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
  proxy = await faultProxy(backend.url)
  const through = { url: proxy.url, identityToken: backend.identityToken }
  sheet = await sheetHarness({ tabs, backend: through, fetchMs: 1500 })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
})
afterAll(() => backend.close())

const newSurvey = async () => sheet.call<Survey>('createSurvey', `Care ${crypto.randomUUID()}`, crypto.randomUUID())
const stored = async (surveyId: string) =>
  (await sheet.call<Survey[]>('listSurveys')).find((survey) => survey.surveyId === surveyId)?.answers

test.each(faults)('answers are imported once, and told as taken, whatever befalls their page: %j', async (fault) => {
  const { surveyId } = await newSurvey()
  proxy.plan(/answers\/import /, fault)
  proxy.plan(/import\/known /, fault === 'silence' ? 'none' : fault)
  expect(await importedAnswers(sheet.call, surveyId, 'Answers')).toEqual({ taken: 3, known: 0, rejected: [] })
  expect(proxy.met().map((request) => request.fault)).toContainEqual(fault)
  expect(await stored(surveyId)).toBe(3)
  expect(await importedAnswers(sheet.call, surveyId, 'Answers')).toEqual({ taken: 0, known: 3, rejected: [] })
})

test.each([...cuts.entries()])('complaints are: %j %j', async (at, fault) => {
  proxy.plan(/complaints\/import /, fault)
  const { send } = await preparedComplaints(sheet.call, `Log ${at}`)
  expect(await send()).toMatchObject({ taken: 2, known: 0, refused: [] })
  expect(proxy.met().map((request) => request.fault)).toContainEqual(fault)
  expect(await sheet.call('TS_COMPLAINTS', 'NEW', '', '', '', '', crypto.randomUUID())).toBe(2 * (at + 1))
})

test.each([...cuts.entries()])('customers are mirrored, and told as added: %j %j', async (at, fault) => {
  proxy.plan(/\/customers /, fault)
  const page = await sheet.call('syncCustomerPage', `Customers ${at}`, 0)
  expect(page).toMatchObject({ done: 2, total: 2, added: 2, changed: 0, unchanged: 0, rejected: [] })
  expect(proxy.met().map((request) => request.fault)).toContainEqual(fault)
})

test('KPIs are published once each time', async () => {
  await sheet.call('buildKpiSheet', { customers: 'Customers 0', orders: 'Orders', tiles: ['revenue'], tables: [] })
  await sheet.call('createAudience', 'position', 'Leaders', crypto.randomUUID())
  const { audiences } = await sheet.call<{ audiences: { audienceId: string }[] }>('audienceSetup')
  const shares = { [audiences[0]!.audienceId]: [{ kpi: 'revenue', by: '' }] }
  for (const [at, fault] of (['cutBeforeReply', 'cutInReply'] as const).entries()) {
    sheet.append('Orders', [`N${at}`, 'C0-1', day('2026-01-02'), 100])
    const previewed = await sheet.call<SharedFigures>('previewSharing', shares)
    proxy.plan(/\/kpis /, fault)
    await sheet.call('publishKpis', shares, previewed, crypto.randomUUID())
    expect(proxy.met().map((request) => request.fault)).toContainEqual(fault)
    const [, ...days] = (await sheet.call('TS_KPI', 'revenue', '', 'ALL', `${at}`)) as unknown[][]
    expect(days.map(([, , value]) => value)).toEqual([100 * (at + 2)])
  }
})

test('a page that is sent again because no reply came is one answer', async () => {
  const { surveyId } = await newSurvey()
  const link = await sheet.call<string>('openSurvey', surveyId, crypto.randomUUID())
  const page = `${proxy.url}${new URL(link).pathname}`
  for (const fault of cuts) {
    const ticket = /name="ticket" value="([^"]+)"/.exec(await (await fetch(page)).text())?.[1] as string
    const fields: [string, string][] = [
      ['ticket', ticket],
      ['answers.nps', '5'],
    ]
    const send = () => fetch(page, { method: 'POST', body: new URLSearchParams(fields) }).then((reply) => reply.text())
    proxy.plan(/^POST /, fault)
    await expect(send(), fault).rejects.toThrow()
    expect(await send()).toContain('Thank you')
    expect(await send()).toContain('Thank you')
  }
  proxy.met()
  expect(await stored(surveyId)).toBe(cuts.length)
})

test('an import that the service left goes on later, and counts as taken what was lost on the way back', async () => {
  const { surveyId } = await newSurvey()
  const { send } = await preparedAnswers(sheet.call, surveyId, 'Answers')
  const away = 'The Tiersheet service cannot be reached. Nothing was lost; try again in a minute.'
  proxy.plan(/answers\/import /, ...Array<Fault>(4).fill('cutBeforeReply'))
  await expect(send()).rejects.toThrow(away)
  await proxy.down()
  await expect(send()).rejects.toThrow(away)
  await proxy.up()
  const { tabs } = await sheet.call<{ tabs: { name: string; kept: object }[] }>('answerImportSetup', surveyId)
  expect(tabs.find(({ name }) => name === 'Answers')?.kept).toMatchObject({ open: { done: 0, of: 3 } })
  expect(await send()).toMatchObject({ sent: 3, taken: 3, known: 0 })
  expect(await stored(surveyId)).toBe(3)
})

test('a form is told within a minute that nobody answers, a cell before its 30 seconds are over', async () => {
  let now = 0
  let isSilent = true
  let asked: number[] = []
  const { callApi, callApiAsDocument } = await api({
    Date: { now: () => now },
    Utilities: { sleep: (ms: number) => (now += ms) },
    UrlFetchApp: {
      fetchAll: ([{ timeoutSeconds }]: [{ timeoutSeconds: number }]) => {
        asked.push(timeoutSeconds)
        now += isSilent ? timeoutSeconds * 1000 : 10
        throw new Error(isSilent ? 'Timeout' : 'Address unavailable')
      },
    },
    PropertiesService: {
      getScriptProperties: () => ({ getProperty: () => 'http://127.0.0.1' }),
      getUserProperties: () => ({ getProperty: () => null }),
    },
    Session: { getActiveUserLocale: () => 'en' },
    ScriptApp: { getIdentityToken: () => 'token' },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => 'en_US', getId: () => 'id' }) },
  })
  const took = (ask: () => unknown) => {
    const from = now
    asked = []
    expect(ask).toThrow('cannot be reached')
    return { seconds: (now - from) / 1000, tries: asked.length }
  }
  expect(took(() => callApi({ method: 'get', path: '/' }))).toEqual({ seconds: expect.closeTo(35, 0), tries: 1 })
  const cell = took(() => callApiAsDocument({ method: 'get', path: '/' }, 'key'))
  expect(cell).toEqual({ seconds: expect.closeTo(20, 0), tries: 1 })
  isSilent = false
  const refused = took(() => callApi({ method: 'get', path: '/' }))
  expect(refused.tries).toBe(4)
  expect(refused.seconds).toBeLessThan(3)
  now = 310_000
  expect(took(() => callApi({ method: 'get', path: '/' })).tries).toBe(1)
})

/** `addon/workspace/api.ts` in a run of its own that begins at 0, with these services. */
async function api(services: Record<string, unknown>) {
  const how = { bundle: true, write: false, format: 'iife', globalName: 'api' } as const
  const { outputFiles } = await build({ entryPoints: ['addon/workspace/api.ts'], ...how })
  const run = new Function(...Object.keys(services), `${outputFiles[0]?.text}\nreturn api`)
  return run(...Object.values(services)) as { callApi: typeof callApi; callApiAsDocument: typeof callApiAsDocument }
}

test('whom the gateway does not let in is told so in their language, not in its own words', async () => {
  const gateway = await quietServer((reply) => {
    reply.statusCode = 401
    reply.end('{"message":"Unauthorized"}')
  })
  const { call } = await sheetHarness({
    backend: { url: gateway.url, identityToken: backend.identityToken },
    language: 'zh-CN',
  })
  await expect(call('connectWorkspace', '团队', crypto.randomUUID())).rejects.toThrow(zhCN.errors.unauthorised())
  await gateway.close()
})
