import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

let browser: Browser
let sheet: SheetHarness
let form: Page
let faults: () => Promise<string[]>

beforeAll(async () => {
  const clients = [
    ['Firm', 'Phone', 'City', 'Account Owner', 'Sort of client'],
    ['Alba', '1', 'Bath', 'Ann', 'Shop'],
    ['Bo', '2', 'York', 'Ben', 'Web'],
  ]
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs: { Clients: clients } })])
  ;({ page: form, faults } = await sheetForm(browser, sheet, 'SetUp'))
})

test('a team’s own tab is mapped by hand where headers say too little, its customers are numbered, a tab is made', async () => {
  await form.getByLabel('Customers').selectOption({ label: 'Clients' })
  await form.getByText('Needed and not found: Customer ID. Choose the column below.').waitFor()
  await form.getByRole('button', { name: 'Save set-up' }).click()
  await form.getByText('Clients has no column "Customer ID".').waitFor()
  await form.getByRole('combobox', { name: /^Customer ID/ }).selectOption({ label: 'Add a column with new ids' })
  await form.getByLabel('Name').first().selectOption({ label: 'Firm' })
  await form.getByLabel('Type').first().selectOption({ label: 'Sort of client' })
  await form.getByLabel('Orders').selectOption({ label: 'Make a new tab' })
  await form.getByRole('button', { name: 'Save set-up' }).click()
  await form.getByText('Made: Orders. 2 customers got an id.').waitFor()
  await form.getByText('All that is needed is found; 6 columns recognised.').waitFor()
  expect(sheet.column('Clients', 'Customer ID')).toEqual(['C0001', 'C0002'])
  expect(sheet.table('Orders')[0]?.slice(0, 3)).toEqual(['Order ID', 'Customer ID', 'Order date'])
  expect(await faults()).toEqual([])
})
