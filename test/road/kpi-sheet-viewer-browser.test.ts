import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messagesFor } from '../../core/messages/messages.ts'
import type { SheetTable } from '../../local/sheet-table.ts'
import { startWorkbench } from '../../local/workbench/server.ts'
import { formLanguages } from '../form-languages.ts'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'

const soon = { timeout: PATIENCE_MS }
const dist = fileURLToPath(new URL('../../dist', import.meta.url))
/** A path for a picture of the sheet, to be looked at. */
const picture = process.env.PICTURE

const customers: SheetTable = {
  name: 'Customers',
  header: ['Customer ID', 'Name', 'Tier', 'Owner'],
  columns: ['text', 'text', 'text', 'text'],
  rows: Array.from({ length: 30 }, (_, at) => [
    `C${at}`,
    `Shop ${at}`,
    'ABC'[at % 3] as string,
    at % 2 ? 'Ann' : 'Bob',
  ]),
}
const orders: SheetTable = {
  name: 'Orders',
  header: ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  columns: ['text', 'text', 'date', 'money'],
  rows: Array.from({ length: 200 }, (_, at) => [`O${at}`, `C${(at * 7) % 30}`, { date: 45_300 + at * 3 }, 50 + at]),
}

let dir: string
let withoutAddon: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-viewer-'))
  withoutAddon = await mkdtemp(join(tmpdir(), 'tiersheet-none-'))
  await writeFile(join(withoutAddon, 'Code.js'), 'function onOpen() {}')
  await writeFile(join(withoutAddon, 'appsscript.json'), '{"timeZone":"Etc/UTC"}')
})
afterAll(async () => {
  for (const each of [dir, withoutAddon]) await rm(each, { recursive: true, force: true, maxRetries: 5 })
})

const workbench = (addonDir: string) =>
  startWorkbench({
    ...{ dir, addonDir, pageDir: join(dist, 'workbench'), port: 0, apiUrl: 'http://127.0.0.1:9', locale: 'en' },
    identityToken: () => `${part({ alg: 'none' })}.${part({ sub: 'ann', email: 'ann@example.com' })}.`,
    initial: () => ({ name: 'Book', locale: 'en_US', timeZone: 'Etc/UTC', sheets: [customers, orders] }),
  })

test.each(formLanguages('zh-CN'))(
  'whoever opens the shared sheet without the add-on sees every value, the charts and whether it is stale, in %s',
  async (language) => {
    const { kpi, kpis } = messagesFor(language)
    const words = kpi.sheet
    const owner = await workbench(join(dist, 'addon'))
    await owner.script.run('buildKpiSheet', { customers: 'Customers', orders: 'Orders', language })
    await owner.script.run('setKpiSheetHourly', true)
    await owner.script.run('refreshKpiSheet')
    const name = kpi.sheetName
    const written = await shown(owner, name)
    await owner.close()

    const viewer = await workbench(withoutAddon)
    const page = await (await sharedBrowser()).newPage({ viewport: { width: 1300, height: 900 } })
    page.setDefaultTimeout(PATIENCE_MS)
    try {
      await page.goto(viewer.url)
      await page.locator('[data-u-comp=slide-tab-item]').getByText(name, { exact: true }).click(soon)
      const chart = words.table({ labels: [kpis.customers], cut: words.cuts.tier })
      await page.getByRole('img', { name: chart }).first().waitFor(soon)
      expect(await page.getByRole('menuitem', { name: 'Tiersheet' }).count()).toBe(0)
      const seen = await shown(viewer, name)
      expect(seen).toEqual(written)
      const asOf = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
      expect(seen[1]?.slice(0, 3)).toEqual([words.asOf, asOf, words.hourly])
      expect(seen[7]?.slice(0, 3)).toEqual([kpis.customers, kpis.active_customers, kpis.revenue])
      expect(seen[8]?.[0]).toBe('30')
      expect(seen.flat().filter((text) => /^#|undefined|NaN/.test(text))).toEqual([])
      if (picture) await page.screenshot({ path: picture })
    } finally {
      await page.close()
      await viewer.close()
    }
  },
)

/** What the cells of the KPI sheet show; where a page is open, in that page. */
async function shown({ workbook }: Awaited<ReturnType<typeof workbench>>, tab: string): Promise<string[][]> {
  await workbook('flush', {})
  const { sheets } = await workbook('workbook', {})
  const { id, lastRow } = sheets.find(({ name }) => name === tab)!
  return workbook('displayValues', { sheetId: id, row: 1, column: 1, rows: lastRow, columns: 5 })
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
