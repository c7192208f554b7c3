import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rfm } from '../core/rfm/rfm.ts'
import { rfmRules } from '../core/rfm/rfm-rules.ts'
import { rfmSheet } from '../local/rfm-sheet.ts'
import type { SheetTable } from '../local/sheet-table.ts'
import { startWorkbench } from '../local/workbench/server.ts'
import { openBrowser } from '../test/browser.ts'
import { medianMs } from './median-ms.ts'

const ORDERS = 20_000
const CUSTOMERS = 4_000
const RUNS = 5
/** What the workbench promises for an edit. */
const LIMIT_MS = 2_000

/**
 * How long an edit of one amount takes until the RFM formula over all orders shows its figures: without a page, and in
 * the page; against the promise, and against the bare rule on arrays in memory.
 */
export async function recalculation() {
  const dir = await mkdtemp(join(tmpdir(), 'tiersheet-bench-'))
  const workbench = await startWorkbench({
    dir,
    addonDir: 'dist/addon',
    pageDir: 'dist/workbench',
    port: 0,
    apiUrl: 'http://127.0.0.1:9',
    identityToken: () => '',
    locale: 'en',
    initial: () => ({
      name: 'Bench',
      locale: 'en_US',
      timeZone: 'UTC',
      sheets: [orderSheet(), rfmSheet('RFM', 'Orders')],
    }),
  })
  const bareMs = await medianMs(RUNS, async () => bareRule())
  const edit = await editOf(workbench.workbook)
  const headlessMs = await medianMs(RUNS, edit)
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(workbench.url)
  await page.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 })
  const pageMs = await medianMs(RUNS, edit)
  await browser.close()
  await workbench.close()
  await rm(dir, { recursive: true, force: true })
  const row = (ms: number) => ({
    ms: Math.round(ms),
    'of the promise': ratio(ms, LIMIT_MS),
    'times the bare rule': ratio(ms, bareMs),
  })
  return {
    'bare rule on arrays': row(bareMs),
    'edit, without a page': row(headlessMs),
    'edit, in the page': row(pageMs),
  }
}

/** Changes one amount and waits for its customer's sum on the RFM tab. */
async function editOf(workbook: Awaited<ReturnType<typeof startWorkbench>>['workbook']) {
  const { sheets } = await workbook('workbook', {})
  const [orders, scores] = sheets
  if (!orders || !scores) throw new Error('The workbook has no tabs')
  const cell = { sheetId: orders.id, row: 2, column: 4, rows: 1, columns: 1 }
  const sum = { sheetId: scores.id, row: 2, column: 5, rows: 1, columns: 1 }
  let amount = 1_000_000
  return async () => {
    const before = (await workbook('values', sum))[0]?.[0]
    await workbook('setValues', { ...cell, values: [[++amount]] })
    const after = (await workbook('values', sum))[0]?.[0]
    if (typeof after !== 'number' || after === before) throw new Error(`The RFM formula shows ${after} after the edit`)
  }
}

function orderSheet(): SheetTable {
  const header = ['Order ID', 'Customer ID', 'Order date', 'Amount']
  const rows = Array.from({ length: ORDERS }, (_, at) => [
    `O${at}`,
    customerOf(at),
    { date: 45_000 + dayOf(at) },
    amountOf(at),
  ])
  return { name: 'Orders', header, columns: ['text', 'text', 'date', 'money'], rows }
}

function bareRule() {
  const all = Array.from({ length: ORDERS }, (_, at) => at)
  const orders = { ids: all.map(customerOf), days: all.map(dayOf), amounts: all.map(amountOf) }
  return rfm(orders, { segmentation: { by: 'scores', rules: rfmRules.GRID, others: 'lost' } })
}

const customerOf = (order: number) => `C${(order * 7919) % CUSTOMERS}`
const dayOf = (order: number) => (order * 31) % 730
const amountOf = (order: number) => 10 + ((order * 37) % 990)

function ratio(ms: number, of: number): number {
  return Math.round((ms / of) * 100) / 100
}
