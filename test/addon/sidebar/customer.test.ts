import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const serialToday = Math.floor(Date.now() / 86_400_000) + 25_569
const day = (from: number): Cell => ({ date: serialToday + from })

let sheets: SheetHarness
let browser: Browser
let form: Awaited<ReturnType<typeof sheetForm>>
let page: Page

beforeAll(async () => {
  sheets = await sheetHarness({
    tabs: {
      Customers: [
        ['Customer ID', 'Name', 'Phone', 'Tier', 'Next contact'],
        ['C-1', 'Northwind', '+44 20 7946 0000', 'A', day(-3)],
        ['C-2', '=HYPERLINK("x")', '13800138000', 'B', ''],
      ],
      Orders: [
        ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
        ['O-1', 'C-1', day(-40), 1200.5, 'Lamp'],
        ['O-2', 'C-1', day(-5), 100, 'Chair'],
      ],
    },
  })
  await sheets.select('Customers', 2)
  browser = await sharedBrowser()
  form = await sheetForm(browser, sheets, 'Customer')
  page = form.page
})

const shows = (text: string | RegExp) => page.getByText(text).first().waitFor()

test('the page of the selected row, then of the next one that is selected, without a press', async () => {
  await shows('3 days overdue')
  await shows('1,300.50')
  expect(await page.getByRole('img').getAttribute('aria-label')).toMatch(/The most was 1,200.50 in \d{4}-\d\d\.$/)
  await sheets.select('Customers', 3)
  await page.getByRole('heading', { name: '=HYPERLINK("x")' }).waitFor()
  await shows('No orders yet.')
})

test('who is not classified yet has a way to it; a file without contacts says so kindly', async () => {
  await shows('Not classified yet.')
  await shows('No contact is logged yet.')
  await page.getByRole('button', { name: 'Classify all customers' }).click()
  await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe('All customers')
  await form.press('Customer')
})

test('a contact that lacks something takes the person to it', async () => {
  const log = page.getByRole('button', { name: 'Log contact' })
  await log.click()
  await page.getByLabel('Channel').selectOption('Phone')
  await log.click()
  await shows('Purpose is blank. Fill it in.')
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)
  await expect.poll(focused).toMatch(/^Purpose/)
})

test('a contact that could not be saved keeps what was typed; it is logged once, however fast it is pressed', async () => {
  await page.getByLabel('Purpose').selectOption('Call-back')
  await page.getByLabel('Outcome').selectOption({ label: 'Other…' })
  await page.getByLabel('Outcome, in your words').fill('Wants a quote')
  await page.evaluate(() => {
    const bar = document.querySelector('.action-bar') as HTMLElement
    const note = () => bar.setAttribute('data-said', `${bar.dataset.said ?? ''}${bar.textContent}`)
    new MutationObserver(note).observe(bar, { childList: true, subtree: true })
  })
  sheets.killAfter(0)
  await page.getByRole('button', { name: 'Log contact' }).click()
  await shows('The script was killed.')
  expect(await page.locator('.action-bar').getAttribute('data-said')).toContain('Saving the contact…')
  sheets.revive()
  await page.getByRole('button', { name: 'Log contact' }).dblclick()
  await shows('The contact with =HYPERLINK("x") is logged as I-10001.')
  await shows('Wants a quote')
  const rows = sheets.table('Interactions').slice(1)
  expect(rows.map((row) => [row[1], row[2], row[4], row[5], row[6]])).toEqual([
    ['C-2', day(0), 'Phone', 'Call-back', 'Wants a quote'],
  ])
})

test('somebody is found by phone, and their row is selected', async () => {
  await form.press('Find')
  await page.getByLabel(/phone or owner/).fill('(020) 79460000')
  await page.keyboard.press('Enter')
  await shows('1 of 2 customers.')
  await page.getByRole('button', { name: 'Northwind' }).click()
  await page.getByRole('heading', { name: 'Northwind' }).waitFor()
  expect(await sheets.call('selectedCustomerId')).toBe('C-1')
})

test('three classifications are counted, and written on a press', async () => {
  await form.press('All customers')
  const cells = await page.getByRole('row').allInnerTexts()
  expect(cells.map((row) => row.split(/\s*\t\s*/).join('|'))).toEqual([
    'Life cycle|A|(none)|Sum',
    'New|1|0|1',
    'No orders|0|1|1',
    'Sum|1|1|2',
  ])
  await page.getByRole('button', { name: 'Write classifications' }).click()
  await shows('The three classes of 2 customers are in the tab "Customers".')
  expect(sheets.column('Customers', 'Needs class')).toEqual(['Lamp', ''])
  expect(await form.faults()).toEqual([])
})

test('facts ask before they come into a column that the team filled', async () => {
  const column = sheets.table('Customers')[0]!.length + 1
  sheets.type('Customers', 1, column, 'NPS')
  sheets.type('Customers', 2, column, 7)
  await page.getByRole('button', { name: 'Update customer facts' }).click()
  await shows('The column "NPS" already holds 1 cell.')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Update customer facts' }).click()
  await page.getByRole('button', { name: 'Overwrite' }).click()
  await shows('no workspace yet')
  expect(await sheets.call('factsInTheWay')).toEqual([])
})
