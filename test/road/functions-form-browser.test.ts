import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'

const soon = { timeout: PATIENCE_MS }

let dir: string
let program: ChildProcess
let browser: Browser
let page: Page
let form: FrameLocator
const faults: string[] = []

/** 40 customers, the n-th with 1 + n modulo 5 orders. */
const orders = Array.from({ length: 40 }, (_, n) => {
  const id = `C${String(n + 1).padStart(2, '0')}`
  return Array.from({ length: 1 + (n % 5) }, (_, m) => {
    const day = new Date(Date.UTC(2024, 0, 1 + 7 * n - 20 * m)).toISOString().slice(0, 10)
    return `${id}-${m},${id},${day},${100 + ((n * 37) % 91)}`
  })
}).flat()

async function started(): Promise<string> {
  const file = join(dir, 'orders.csv')
  await writeFile(file, ['Order ID,Customer ID,Order date,Amount', ...orders].join('\n'))
  const options = ['--port', '0', '--data', dir, '--orders', file, '--language', 'en', '--timezone', 'Asia/Shanghai']
  program = spawn(process.execPath, ['dist/local/start.js', ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: program.stdout! })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('npm start ended without an address')
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-functions-'))
  const [url, opened] = await Promise.all([started(), sharedBrowser()])
  browser = opened
  // Small, because each frame is drawn without a graphics card.
  page = await browser.newPage({ viewport: { width: 1200, height: 500 } })
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  await page.getByText('Saved', { exact: true }).waitFor(soon)
})
afterAll(async () => {
  program?.kill('SIGTERM')
  await rm(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** Opens the form from the menu, which is made anew when the add-on's onOpen has run. */
async function openForm(): Promise<FrameLocator> {
  const tiersheet = page.getByRole('menuitem', { name: 'Tiersheet' })
  const chosen = async () => {
    if (!(await tiersheet.isVisible())) await page.getByRole('button', { name: 'Extensions' }).click()
    await tiersheet.click({ timeout: 2000 })
    await page.getByRole('menuitem', { name: 'Functions', exact: true }).click({ timeout: 2000 })
    return true
  }
  await expect.poll(() => chosen().catch(() => false), soon).toBe(true)
  return page.frameLocator('#sidebar iframe')
}

/** Finds a function by its name and reads it. */
async function read(name: string): Promise<void> {
  const back = form.getByRole('button', { name: /Back/ })
  if (await back.isVisible()) await back.click()
  await form.getByLabel('Search').fill(name)
  await form.getByRole('button', { name: new RegExp(`^${name}(?![_A-Z])`) }).click()
  await form.getByRole('heading', { name: 'On your own data' }).waitFor(soon)
}

async function openTab(name: string): Promise<void> {
  await page.locator('[data-u-comp=slide-tab-item]').getByText(name, { exact: true }).click()
}

async function select(cells: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input').first()
  await box.fill(cells)
  await box.press('Enter')
}

async function tryIt(): Promise<string[]> {
  await form.getByRole('button', { name: 'Try it' }).click()
  await form.getByRole('heading', { name: 'Into the sheet' }).waitFor(soon)
  return form.getByRole('region', { name: 'Try it' }).getByRole('row').allInnerTexts()
}

describe('the Functions form', () => {
  test('finds functions by words of either language', async () => {
    form = await openForm()
    await form.getByLabel('Search').waitFor(soon)
    const found = () => form.locator('.families strong').allInnerTexts()
    expect((await found()).length).toBeGreaterThan(40)
    for (const query of ['churn', '流失', '流失风险', 'ＣＨＵＲＮ']) {
      await form.getByLabel('Search').fill(query)
      expect((await found())[0]).toBe('TS_CHURN_RISK')
    }
    await form.getByLabel('Search').fill('=TS_RFM(')
    expect(await found()).toContain('TS_RFM')
    await form.getByLabel('Search').fill('nothing of the kind')
    await form.getByText('No function speaks of this. Try another word.').waitFor(soon)
  })

  test('tries one on the selected columns without writing', async () => {
    await read('TS_PARETO')
    await form.getByText('=TS_PARETO(', { exact: false }).first().waitFor(soon)
    await openTab('Orders')
    await select('B1:D121')
    await form.getByRole('button', { name: 'Take the selected columns' }).click()
    await form.getByText('=TS_PARETO(Orders!B1:B, Orders!C1:C)').waitFor(soon)
    await form.getByLabel('values').selectOption('D: Amount')
    const rows = await tryIt()
    expect(rows[1]).toMatch(/item.*value.*share.*cumulative share.*class/s)
    await form.getByText('The first 12 of 41 rows, 5 columns. Nothing is written yet.').waitFor(soon)
  })

  test('names what is wrong with an argument', async () => {
    await read('TS_TIER')
    await form.getByLabel(/^scores/).selectOption('D: Amount')
    await form.getByLabel(/^thresholds/).fill('{80,60}')
    await form.getByRole('button', { name: 'Try it' }).click()
    await form.getByText('TS_TIER: thresholds has 60 after 80.').waitFor(soon)
  })

  test('inserts a formula on a new tab', async () => {
    await read('TS_LIFECYCLE')
    await form.getByText('=TS_LIFECYCLE(Orders!B1:B, Orders!C1:C)').waitFor(soon)
    await tryIt()
    await form.getByLabel('Where').selectOption('On a new tab')
    await form.getByRole('button', { name: 'Insert the formula' }).click()
    await form.getByText('The formula is in TS_LIFECYCLE!A1.').waitFor(soon)
    await page.locator('[data-u-comp=slide-tab-item]').getByText('TS_LIFECYCLE', { exact: true }).waitFor(soon)
  })

  test('puts a column beside the customers that stays right when the tab is sorted', async () => {
    await read('TS_RFM')
    await tryIt()
    await form.getByLabel('Column to show').selectOption('segment')
    await form.getByRole('button', { name: 'Insert the formula' }).click()
    await form.getByText('The column "segment" begins in Customers!F1. 40 of 40 customers found.').waitFor(soon)
    await openTab('Customers')
    // Wide enough that the toolbar shows its sorting.
    await page.setViewportSize({ width: 3200, height: 300 })
    const check = async () => {
      await select('H1')
      // The grid takes the keyboard back a moment after the name box let go of it.
      await page.waitForTimeout(300)
      await page.keyboard.type(`${DIFFERENT} + IF(A2 = "C40", 10, 0)`)
      await page.keyboard.press('Enter')
      await page.waitForTimeout(300)
      return told('H1')
    }
    await page.waitForTimeout(300)
    await expect.poll(check, soon).toBe('first, right')

    await select('A2:E41')
    await page.locator('.univerjs-icon-ascending-icon').first().click()
    await page.getByText('Descending', { exact: true }).click()
    await expect.poll(() => told('H1'), soon).toBe('last, right')
  })

  test('no script failed on the way', () => expect(faults).toEqual([]))
})

/** How many customers have another segment beside them than the tab RFM gives them. */
const DIFFERENT = '=SUMPRODUCT(--(F2:F41<>VLOOKUP(A2:A41,RFM!A1:J41,10,FALSE)))'

/** What the number in a cell of the customer tab means, asked for as the form asks. */
async function told(cell: string): Promise<string> {
  const frame = await (await page.locator('#sidebar iframe').elementHandle())?.contentFrame()
  return frame!.evaluate(
    (place) =>
      new Promise<string>((resolve, reject) => {
        // biome-ignore lint/suspicious/noExplicitAny: Google's own global in the form's page.
        const run = (globalThis as any).google.script.run
        run
          .withSuccessHandler((tried: { cells: unknown[][] }) => resolve(String(tried.cells[0]?.[0])))
          .withFailureHandler(reject)
          .tryFunction({
            name: 'TS_TIER',
            arguments: [
              { typed: `Customers!${place}` },
              { typed: '{1,10,11}' },
              { typed: '{"first, right","first, wrong","last, right","last, wrong"}' },
            ],
          })
      }),
    cell,
  )
}
