import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

let browser: Browser
let sheet: SheetHarness
let form: Awaited<ReturnType<typeof sheetForm>>
const TODAY = Math.floor(Date.now() / 86_400_000) + 25_569
const day = (ago: number): Cell => ({ date: TODAY - ago })

beforeAll(async () => {
  const tabs = {
    Customers: [
      ['Customer ID', 'Name', 'Owner', 'Tier'],
      ['C1', 'Alba', 'Ann', 'A'],
      ['C2', 'Bo', 'Ben', 'B'],
      ['C3', 'Cy', 'Ann', 'C'],
    ],
    Orders: [
      ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      ['O1', 'C1', day(10), 120.5],
      ['O2', 'C2', day(95), '1,200'],
      ['O3', 'C3', day(0), 30],
    ],
  }
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs })])
  form = await sheetForm(browser, sheet, 'OwnStatistics')
})

test('a statistic is made from a template, changed, kept, brought back, copied and removed', async () => {
  const { page, settled, faults } = form
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await settled()
  }
  await press('Customers without an order in 90 days')
  await settled()
  await page.getByText('from 1 of 3 rows').waitFor()
  expect(await page.getByRole('row').allInnerTexts()).toEqual(['Group\tResult\tn', 'Ben\t1\t1'])
  await press('Save statistic')
  await page.getByText('is kept as version 1.').waitFor()
  expect(await faults()).toEqual([])

  await page.getByRole('spinbutton', { name: /^Days/ }).fill('8')
  await settled()
  await page.getByText('from 2 of 3 rows').waitFor()
  await press('Save statistic')
  await page.getByText('is kept as version 2.').waitFor()
  await page.locator('summary', { hasText: 'Versions' }).click()
  await press('Bring back')
  await page.getByText('Version 1 is in the form').waitFor()
  expect(await page.getByRole('spinbutton', { name: /^Days/ }).inputValue()).toBe('90')
  await press('Save statistic')
  expect(sheet.column('Own statistics', 'Version')).toEqual([1, 2, 3])

  await press('Duplicate')
  await press('Save statistic')
  await page.getByText('"Customers without an order in 90 days (copy)" is kept as version 1.').waitFor()
  await press('Remove')
  await press('Remove')
  await page.getByText('is removed from the list.').waitFor()
  expect(sheet.column('Own statistics', 'Statistic ID')).toEqual(['S1', 'S1', 'S1', 'S2', 'S2'])
  expect(await faults()).toEqual([])
})

test('one is built from nothing: groups of conditions, a share with a target, and what can’t be read', async () => {
  const { page, settled, faults } = form
  const press = async (name: string, last = false) => {
    const button = page.getByRole('button', { name, exact: true })
    await (last ? button.last() : button.first()).click()
    await settled()
  }
  await press('New statistic')
  await press('Save statistic')
  await page.getByText('Give the statistic a name').waitFor()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Small orders')
  await page.getByRole('combobox', { name: /^Count in/ }).selectOption('Orders')
  await settled()
  await press('Add condition')
  await page.getByText('The preview shows once').waitFor()
  await page.getByRole('combobox', { name: /^Field/ }).selectOption('Amount')
  await page.getByRole('combobox', { name: /^Comparison/ }).selectOption('≥')
  await page.getByRole('spinbutton', { name: /^Value/ }).fill('1')
  await page.getByText('Amount: 1 cell cannot be read as a number in one way only, first row 3').waitFor()
  await press('Add group')
  const group = page.locator('.condition-group')
  await group.getByRole('combobox', { name: /^Field/ }).selectOption("Customer's owner")
  await group.getByRole('combobox', { name: /^Comparison/ }).selectOption('is one of')
  await group.getByRole('textbox', { name: /^Values/ }).fill('ann\nBen')
  await page.getByRole('combobox', { name: /^What to count/ }).selectOption('Share that also meets a condition')
  const share = page.getByRole('group', { name: 'Condition of the share' })
  await share.getByRole('combobox', { name: /^Field/ }).selectOption('Amount')
  await share.getByRole('combobox', { name: /^Comparison/ }).selectOption('<')
  await share.getByRole('spinbutton', { name: /^Value/ }).fill('100')
  await page.getByRole('textbox', { name: /^Target/ }).fill('60')
  await settled()
  await page.getByText('from 2 of 3 rows').waitFor()
  await page.getByText('50 %', { exact: true }).waitFor()
  await page.getByText('Target not met').waitFor()
  await press('Save statistic')
  await page.getByText('"Small orders" is kept as version 1.').waitFor()
  const says = sheet.column('Own statistics', 'What it counts').pop()
  expect(says).toBe(
    "Share of orders of which Amount < 100, among all where Amount ≥ 1 and Customer's owner is ann or Ben; target: at least 60 %.",
  )
  expect(await faults()).toEqual([])
})
