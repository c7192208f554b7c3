import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { kpiCatalogue } from '../core/kpi/kpi-catalogue.ts'
import { kpiCuts } from '../core/kpi/kpi-figure.ts'
import { MOST_TILES } from '../core/kpi/kpi-plan.ts'
import { propertyStore } from '../local/apps-script/property-store.ts'
import { openScriptHost } from '../local/apps-script/script-host.ts'
import { startBackend } from '../local/backend.ts'
import type { Cell, Rect } from '../local/workbench/workbook.ts'
import { memoryWorkbook } from '../test/local/apps-script/memory-workbook.ts'
import { customerTable, orderTable } from './customer-file/tables.ts'

/** What Apps Script gives one run. */
const RUN_MS = 6 * 60_000

/** What a refresh is held against: each tab read, and as many cells written as the KPI sheet has. */
const bareCode = `function bare() {
  var book = SpreadsheetApp.getActive()
  book.getSheetByName('Customers').getDataRange().getValues()
  book.getSheetByName('Orders').getDataRange().getValues()
  var cells = book.getSheetByName('KPI sheet').getDataRange()
  cells.setValues(cells.getValues())
  var history = book.getSheetByName('KPI history').getDataRange()
  history.setValues(history.getValues())
}`

/**
 * A refresh of the KPI sheet with 40 tiles and every table, over 50,000 customers and 200,000 orders: what it asks of
 * the backend and of the workbook, and its time beside a bare read of the same tabs and a bare write of the same cells.
 *
 * The tiles are the whole catalogue and own statistics over the orders.
 */
export async function kpi() {
  const backend = await startBackend({ dir: ':memory:', port: 0 })
  const between = await countingServer(backend.url)
  const book = memoryWorkbook({ names: ['Customers', 'Orders'] })
  const fill = (most: number) => {
    for (const [at, { header, rows }] of [customerTable(), orderTable()].entries()) {
      book.sheets[at]?.fill([header, ...(rows.slice(0, most) as Cell[][])])
    }
  }
  const properties = await propertyStore()
  await properties.change('script', { API_URL: between.url }, [])
  const world = {
    ...{ workbook: book.call, properties },
    identityToken: () => backend.identityToken({ sub: 'bench', email: 'bench@example.com', name: 'Bench' }),
  }
  const script = await openScriptHost({ ...world, code: await readFile('dist/addon/Code.js', 'utf8') })
  const bareScript = await openScriptHost({ ...world, code: bareCode })
  try {
    fill(10)
    const given = await plan((name, ...args) => script.run(name, ...args))
    fill(Number.POSITIVE_INFINITY)
    await script.run('buildKpiSheet', given)
    await script.run('refreshKpiSheet')
    await bareScript.run('bare')
    book.calls.length = 0
    between.requests.length = 0
    const refresh = await measured(() => script.run('refreshKpiSheet'))
    const [calls, requests] = [book.calls.splice(0), between.requests.length]
    const bare = await measured(() => bareScript.run('bare'))
    return {
      'a refresh': row(refresh, calls, requests, bare),
      'bare read and write': row(bare, book.calls.splice(0), 0, bare),
    }
  } finally {
    await Promise.all([script.close(), bareScript.close()])
    await between.close()
    await backend.close()
  }
}

async function plan(run: (name: string, ...args: unknown[]) => Promise<unknown>) {
  await run('connectWorkspace', 'Bench', 'connect')
  const { surveyId } = (await run('createSurvey', 'Bench', 'create')) as { surveyId: string }
  const tiles: string[] = Object.keys(kpiCatalogue)
  while (tiles.length < MOST_TILES) {
    const name = `Statistic ${tiles.length}`
    const definition = { module: 'orders', where: { every: 'all', of: [] }, measure: { kind: 'sum', field: 'amount' } }
    const { id } = (await run('saveStatistic', { id: '', version: 0, name, definition })) as { id: string }
    tiles.push(`own:${id}`)
  }
  return { customers: 'Customers', orders: 'Orders', survey: surveyId, tiles, tables: kpiCuts }
}

type Measured = { ms: number; megabytes: number }
type Calls = { method: string; params: unknown }[]

function row({ ms, megabytes }: Measured, calls: Calls, requests: number, bare: Measured) {
  const of = (method: string) => calls.filter((call) => call.method === method).map(({ params }) => params as Rect)
  const cells = (all: Rect[]) => all.reduce((sum, { rows, columns }) => sum + rows * columns, 0)
  return {
    ms: Math.round(ms),
    'of six minutes': `${Math.round((ms / RUN_MS) * 1000) / 10} %`,
    'times bare': Math.round((ms / bare.ms) * 100) / 100,
    'MB more': megabytes,
    requests,
    reads: of('values').length,
    'cells read': cells(of('values')),
    writes: of('setValues').length,
    'cells written': cells(of('setValues')),
    'formats written': of('setNumberFormats').length,
    looks: of('setStyle').length,
  }
}

/** Time, and by how much the process grew at most meanwhile: the scripts run in threads of it. */
async function measured(work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  clearInterval(timer)
  return { ms, megabytes: Math.round((most - before) / 1e6) }
}

/** Passes requests on to the backend, and remembers them. */
async function countingServer(url: string) {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    requests.push(`${request.method} ${request.url}`)
    const { 'content-length': _, host: __, connection: ___, ...headers } = request.headers
    const reply = await fetch(`${url}${request.url}`, {
      ...{ method: request.method ?? 'GET', headers: headers as Record<string, string> },
      ...(body.length > 0 && { body }),
    })
    response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(await reply.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { url: `http://127.0.0.1:${port}`, requests, close }
}
