import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const MS_PER_DAY = 86_400_000
const today = Math.floor(Date.now() / MS_PER_DAY)
const iso = (ahead: number) => new Date((today + ahead) * MS_PER_DAY).toISOString().slice(0, 10)
const cell = (ahead: number): Cell => ({ date: 25_569 + today + ahead })
const pictures = process.env.PICTURES

let browser: Browser
let sheet: SheetHarness
let form: Page
let opened: Awaited<ReturnType<typeof sheetForm>>

beforeAll(async () => {
  const amounts = (from: number, sums: number[]) =>
    sums.map((sum, at): Cell[] => [`o${from}-${at}`, 'c1', cell(from + at), sum])
  const tabs = {
    Customers: [
      ['Customer ID', 'Name', 'Owner', 'Tier'],
      ['c1', 'Alba', 'Ann', 'A'],
      ['c2', 'Bo', 'Bob', 'B'],
    ],
    Orders: [
      ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      ...amounts(-20, [20, 30, 40]),
      ...amounts(-2, [100, 120, 140]),
    ],
  }
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs })])
  opened = await sheetForm(browser, sheet, 'Improvements')
  form = opened.page
})

const press = async (name: string) => {
  await form.getByRole('button', { name, exact: true }).first().click()
  await opened.settled()
}
const see = async (name: string) => {
  if (pictures) await opened.picture(`${pictures}/${name}.png`)
}

test('an action is written, stands late in the list and in the account plan, and its effect is shown', async () => {
  await see('1-none')
  await press('New action')
  await form.getByLabel('What is done').fill('Visit each customer of tier A')
  await form.getByLabel('Who').fill('Ann')
  await form.getByLabel('Until', { exact: true }).fill(iso(-2))
  await form.getByLabel('Figure that should move').selectOption('Average order')
  await form.getByLabel(/^Figure of/).selectOption('Tier')
  await form.getByLabel(/^Which/).selectOption('A')
  await form.getByLabel(/^In effect since/).fill(iso(-10))
  await form.getByLabel(/^Claimed change/).fill('5')
  await form.getByLabel(/^Claim in/).selectOption('% of the figure before')
  await form.getByText('Account plan of a customer').click()
  await form.getByLabel('Customer ID (blank: none)').fill('c9')
  await form.getByLabel(/^Side/).selectOption('Ours')
  await form.getByLabel('Review on').fill(iso(-1))
  await press('Save action')
  await form.getByText('The customer file has no customer c9.').waitFor()
  await see('2-unknown')
  await form.getByLabel('Customer ID (blank: none)').fill('c1')
  await press('Save action')
  await form.getByText('Saved as I1.').waitFor()
  await see('3-saved')
  await opened.press('Actions')
  await form.getByText('overdue by 2 days').waitFor()
  await see('4-list')
  await opened.press('By customer')
  await form.getByText('1 review due').waitFor()
  await form.getByText(`Review due since ${iso(-1)}`).waitFor()
  await see('5-plan')
  await form.getByRole('button', { name: 'Check effect: Visit each customer of tier A' }).click()
  await opened.settled()
  await press('Check effect')
  await form
    .getByText(/^Shown: Average order \(Tier A\) rose from 30 to 120 \(\+90\)\..* as claimed: shown\.$/)
    .waitFor()
  await form.getByRole('rowheader', { name: 'Change +48.4 to +131.6' }).waitFor()
  await see('6-effect')
  expect(sheet.column('Improvements', 'After')).toEqual([120])
  await opened.press('Actions')
  await form.getByText(`(checked ${iso(0)})`).waitFor()
  await see('7-checked')
  expect(await opened.faults()).toEqual([])
})
