import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** 2026-06-01, as cells hold it. */
const JUNE = 46174
const CUSTOMERS = 40

/** Later customers ordered more often, for less, and have more visits. */
function tabs(): Record<string, Cell[][]> {
  const ids = Array.from({ length: CUSTOMERS }, (_, at) => `C${at + 1}`)
  return {
    Customers: [
      ['Customer ID', 'Name', 'Visits', 'Orders'],
      ...ids.map((id, at): Cell[] => [id, `Firm ${at + 1}`, (at * 7) % 11, 1 + (at % 5)]),
    ],
    Orders: [
      ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
      ...ids.flatMap((id, at) =>
        Array.from({ length: 1 + (at % 5) }, (_, n): Cell[] => [
          `O${at}-${n}`,
          id,
          { date: JUNE - ((at * 13) % 90) - 10 * n },
          5000 - 100 * at,
          n % 2 ? 'Pump' : 'Valve',
        ]),
      ),
    ],
  }
}

let browser: Browser
let sheet: SheetHarness
let form: Page
let faults: () => Promise<string[]>

beforeAll(async () => {
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs: tabs() })])
  ;({ page: form, faults } = await sheetForm(browser, sheet, 'ScoreAndTier'))
})

const part = (title: string) => form.locator('summary', { hasText: title }).click()
const press = (name: string) => form.getByRole('button', { name }).click()
const moves = () => form.getByText(/go up a tier/).textContent()

describe('Score and tier, as a person uses it', () => {
  test('one press shows who would stand where, the next writes it', async () => {
    await press('Preview')
    await form.getByText(`0 go up a tier, 0 go down, ${CUSTOMERS} get their first.`).waitFor()
    await press('Write Score and Tier')
    await form.getByText(`Score and Tier of ${CUSTOMERS} customers are in the tab "Customers".`).waitFor()
    expect(new Set(sheet.column('Customers', 'Tier'))).toEqual(new Set(['A', 'B', 'C']))
    await form.getByText('Version 1').first().waitFor()
  })

  test('an override to a tier that the standard no longer has is named before writing', async () => {
    const override = { standard: 'Customer value', customerId: 'C3', tier: 'A', reason: 'pilot', from: '2020-01-01' }
    await sheet.call('setTierOverride', { ...override, until: '' })
    await press('Preview')
    await form.getByText('1 customer keep the tier').waitFor()
    await part('Tiers')
    await form.getByLabel('Name of tier 3, counted from the lowest').fill('Top')
    await form.getByText('The tier "A", which this standard does not have, stays by override with C3.').waitFor()
    await form.getByLabel('Name of tier 3, counted from the lowest').fill('A')
    await form.getByText('stays by override').waitFor({ state: 'detached' })
    await part('Tiers')
    await sheet.call('endTierOverride', 'Customer value', 'C3')
    await press('Preview')
  })

  test('a column that repeats a figure says so', async () => {
    await part('Indicators and weights')
    await form.getByText('Likely the same as "Number of orders".').waitFor()
  })

  test('another weight shows at once who moves; a new indicator is read first', async () => {
    await form.getByLabel('Weight of Days since the last order').fill('0')
    await expect.poll(moves).toMatch(/^[1-9]\d* go up a tier, [1-9]\d* go down, 0 get/)
    await form.getByLabel('Visits').check()
    await form.getByText('What was ticked or limited anew has not been read yet. Press Preview.').waitFor()
    await press('Preview')
    await expect.poll(moves).toMatch(/^[1-9]/)
    await part('Indicators and weights')
  })

  test('weights from comparing pairs come with their consistency, and with the pair to reconsider', async () => {
    await part('Propose weights')
    await form.getByRole('combobox', { name: 'Propose weights' }).selectOption('PAIRS')
    await form.getByLabel('Days since the last order, or Number of orders?').selectOption('9')
    await form.getByLabel('Number of orders, or Total of orders?').selectOption('9')
    await form.getByLabel('Days since the last order, or Total of orders?').selectOption('-9')
    await form.getByText(/^They contradict each other\. Look again at "/).waitFor()
    await form.getByLabel('Days since the last order, or Total of orders?').selectOption('9')
    await form.getByRole('combobox', { name: 'Propose weights' }).selectOption('ENTROPY')
    await press('Take these weights')
    await part('Propose weights')
    await expect.poll(moves).toMatch(/go up a tier/)
  })

  test('the best share instead of a least score; why, and what would lift a customer', async () => {
    await part('Tiers')
    await form.getByLabel('Tiers begin at').selectOption('SHARE')
    await form.getByLabel('Best per cent of customers down to tier A').fill('10')
    await form.getByRole('row', { name: /^A 4/ }).waitFor()
    await part('Tiers')
    await part('Who moves')
    await form.getByRole('list', { name: 'Who moves' }).getByRole('button').last().click()
    await form.getByRole('heading', { name: /^Firm \d+ · C\d+$/ }).waitFor()
    await form
      .getByText(/alone would lift to [AB]/)
      .first()
      .waitFor()
  })

  test('written again it is version 2, with what changed; then it is compared with the version, and one more is added', async () => {
    await press('Write Score and Tier')
    await form.getByText('Version 2').first().waitFor()
    await form.locator('summary', { hasText: /^Standard$/ }).click()
    await form.getByText('Tiers by: Least score → Per cent of customers below').waitFor()
    await form.getByLabel('Compare with').selectOption('version')
    await expect.poll(moves).toMatch(/^0 go up a tier, 0 go down/)
    await press('Take this version')
    await expect.poll(moves).toMatch(/^[1-9]/)
    await press('Add a standard')
    await form.getByLabel('Name of the standard').fill('Pumps')
    await form.getByLabel('Only orders of this product').selectOption('Pump')
    await press('Preview')
    await form.getByText(/32 get their first/).waitFor()
    await press('Write Score and Tier')
    await form.getByText('Score and Tier of 32 customers').waitFor()
    expect(sheet.table('Customers')[0]?.slice(-2)).toEqual(['Score (Pumps)', 'Tier (Pumps)'])
  })

  test('a standard is renamed, and removed, after a question', async () => {
    await form.locator('summary', { hasText: 'Rename or remove' }).click()
    await form.getByLabel('New name').fill('Taps')
    await press('Rename')
    await form.getByRole('alertdialog').getByRole('button', { name: 'Rename' }).click()
    await form.getByText('"Pumps" is called "Taps" now.').waitFor()
    expect(sheet.table('Customers')[0]?.slice(-2)).toEqual(['Score (Taps)', 'Tier (Taps)'])
    expect(await form.getByLabel('Only orders of this product').inputValue()).toBe('Pump')
    await form.locator('summary', { hasText: 'Rename or remove' }).click()
    await press('Remove')
    await form.getByRole('alertdialog').getByText('Take "Taps" out of the forms').waitFor()
    // Wherever the focus went meanwhile.
    await form.evaluate(() => (document.activeElement as HTMLElement).blur())
    await form.keyboard.press('Escape')
    await form.getByRole('alertdialog').waitFor({ state: 'detached' })
    await press('Remove')
    await form.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await form.getByText('"Taps" is removed. What it wrote stays.').waitFor()
    expect(await form.getByRole('combobox', { name: 'Standard' }).locator('option').allTextContents()).toEqual([
      'Customer value',
    ])
  })

  test('no script failed on the way', async () => expect(await faults()).toEqual([]))
})
