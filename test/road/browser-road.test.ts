import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'

const soon = { timeout: PATIENCE_MS }
const CUSTOMERS = 60
const ANSWERS = 2 * CUSTOMERS

let dir: string
let program: ChildProcess
let url: string
let browser: Browser
let page: Page
const faults: string[] = []

/** Starts what `npm start` starts and gives the address that it prints. */
async function started(): Promise<string> {
  const place = ['--port', '0', '--data', dir, '--language', 'en', '--timezone', 'Europe/London']
  // Few, because the page is drawn without a graphics card: `sample-road.test.ts` has all.
  const options = [...place, '--customers', String(CUSTOMERS)]
  program = spawn(process.execPath, ['dist/local/start.js', ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: program.stdout! })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('npm start ended without an address')
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-browser-'))
  ;[url, browser] = await Promise.all([started(), sharedBrowser()])
  // Small, because each frame is drawn without a graphics card.
  page = await browser.newPage({ viewport: { width: 1200, height: 500 } })
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  await page.getByText('Saved', { exact: true }).waitFor(soon)
})
afterAll(async () => {
  program.kill('SIGTERM')
  await rm(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** Opens a form from the menu, which is made anew when the add-on's onOpen has run. */
async function openForm(name: string): Promise<FrameLocator> {
  const tiersheet = page.getByRole('menuitem', { name: 'Tiersheet' })
  const chosen = async () => {
    if (!(await tiersheet.isVisible())) await page.getByRole('button', { name: 'Extensions' }).click()
    await tiersheet.click({ timeout: 2000 })
    await page.getByRole('menuitem', { name, exact: true }).click({ timeout: 2000 })
    return true
  }
  await expect.poll(() => chosen().catch(() => false), soon).toBe(true)
  await page.locator('#sidebar').getByRole('heading', { name }).first().waitFor(soon)
  return page.frameLocator('#sidebar iframe')
}

async function openTab(name: string): Promise<void> {
  await page.locator('[data-u-comp=slide-tab-item]').getByText(name, { exact: true }).click()
}

/** Selects a cell by its name box. */
async function select(cell: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input').first()
  await box.fill(cell)
  await box.press('Enter')
}

describe('the road, as a person walks it', () => {
  test('the page says that it is an emulation and what differs', async () => {
    await page.getByRole('button', { name: 'Local emulation, not Google Sheets' }).click()
    await page
      .getByText(/ARRAYFORMULA|QUERY/)
      .first()
      .waitFor(soon)
    await page.keyboard.press('Escape')
  })

  test('score and tier: preview, then write', async () => {
    const form = await openForm('Score and tier')
    await form.getByRole('button', { name: 'Preview' }).click(soon)
    await form.getByText(`0 go up a tier, 0 go down, ${CUSTOMERS} get their first.`).waitFor(soon)
    await form.getByRole('button', { name: 'Write Score and Tier' }).click()
    await form.getByText(`Score and Tier of ${CUSTOMERS} customers are in the tab "Customers".`).waitFor(soon)
  })

  test('score and tier: another weight shows at once who would move, and why', async () => {
    const form = page.frameLocator('#sidebar iframe')
    await form.getByText('Indicators and weights').click()
    await form.getByLabel('Weight of Total of orders').fill('400')
    await form.getByText(/^[1-9]\d* go up a tier, [1-9]\d* go down, 0 get their first\.$/).waitFor(soon)
    await form.getByText(/^Who moves/).click()
    await form.getByRole('list', { name: 'Who moves' }).getByRole('button').first().click()
    await form.getByText(new RegExp(`points, tier [AB]: place \\d+ of ${CUSTOMERS}\\.`)).waitFor(soon)
  })

  test('workspace: sign in, sync with progress', async () => {
    const form = await openForm('Workspace and sync')
    await form.getByLabel('Name of your team').fill('Key accounts', soon)
    await form.getByRole('button', { name: 'Sign in and create the workspace' }).click()
    await form.getByRole('button', { name: 'Sync customers' }).click(soon)
    await form.getByText(`${CUSTOMERS} added, 0 changed, 0 as before.`).waitFor(soon)
  })

  test('survey: make, open, answer on a phone without JavaScript, import, see figures', async () => {
    const form = await openForm('Surveys')
    await form.getByRole('button', { name: 'New survey' }).click(soon)
    await form.getByLabel('Title of the survey').fill('After service')
    await form.getByRole('button', { name: 'Create' }).click()
    await form.getByRole('button', { name: 'Go on to opening it' }).click(soon)
    await form.getByRole('button', { name: 'Open and get the link' }).click(soon)
    const link = await form.getByLabel('Public link').inputValue(soon)
    await answerOnPhone(link)
    await form.getByRole('tab', { name: 'Answers' }).click()
    await form.getByRole('button', { name: 'Import answers' }).click()
    await form.getByRole('button', { name: 'Read' }).click(soon)
    await form.getByRole('button', { name: 'Preview' }).click(soon)
    await form.getByRole('button', { name: `Import ${ANSWERS} answers` }).click(soon)
    await form.getByText(`${ANSWERS} answers counted, 0 were there already, 0 rejected.`).waitFor(soon)
    await form.getByRole('button', { name: 'Done' }).click()
    await form
      .getByText(String(ANSWERS + 1))
      .first()
      .waitFor(soon)
  })

  test('complaint: log one for the selected row, move it to closed', async () => {
    await openTab('Customers')
    await select('A4')
    const form = await openForm('Complaints')
    await form.getByRole('tab', { name: 'New' }).click(soon)
    await form
      .getByText(/^C0003 /)
      .first()
      .waitFor(soon)
    await form.getByLabel('What happened').fill('The pallet arrived wet.')
    await form.getByRole('button', { name: 'Log it' }).click()
    await form
      .getByText(/C-\d{4}-000001/)
      .first()
      .waitFor(soon)
    await form.getByRole('tab', { name: 'Queue' }).click(soon)
    await form.getByRole('button', { name: /^C-\d{4}-000001/ }).click(soon)
    for (const [step, state] of [
      ['Acknowledge', 'Acknowledged'],
      ['Start work', 'In progress'],
      ['Resolve', 'Feedback asked'],
      ['Close', 'Closed'],
    ] as const) {
      const button = form.getByRole('button', { name: step, exact: true })
      await button.click(soon)
      await button.click(soon)
      await form.getByRole('heading', { name: new RegExp(`${state}$`) }).waitFor(soon)
    }
  })

  test('KPI sheet: built with charts and a stamp', async () => {
    const form = await openForm('KPI sheet')
    await form.getByRole('button', { name: 'Create KPI sheet' }).click(soon)
    await form.getByRole('button', { name: 'Write the sheet' }).click(soon)
    await form.getByText(/The tab "KPI sheet" shows figures as of/).waitFor(soon)
    await page.locator('[data-u-comp=slide-tab-item]').getByText('KPI sheet', { exact: true }).waitFor(soon)
    await page.locator('svg').getByText('Customers by tier').first().waitFor(soon)
  })

  test('everything is there again after the program was ended and started', async () => {
    await page.getByText('Saved', { exact: true }).waitFor(soon)
    const ended = new Promise((resolve) => program.once('exit', resolve))
    program.kill('SIGTERM')
    await ended
    await page.goto(await started())
    const form = await openForm('Surveys')
    await form.getByRole('button', { name: 'After service' }).click(soon)
    await form
      .getByText(String(ANSWERS + 1))
      .first()
      .waitFor(soon)
  })

  test('no script failed on the way', () => expect(faults).toEqual([]))
})

async function answerOnPhone(link: string): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
    locale: 'zh-CN',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const phone = await context.newPage()
  await phone.goto(link)
  await phone.getByRole('radio', { name: '9', exact: true }).check()
  await phone.getByRole('button', { name: '提交' }).click()
  await phone.getByText('谢谢').first().waitFor(soon)
  await context.close()
}
