import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Standard } from '../../../core/standard/standard.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'field:satisfaction', label: 'Satisfaction', direction: 1, weight: 1 }],
  tiers: [
    { label: 'B', from: 0 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
}

let browser: Browser
let sheet: SheetHarness
let form: Page
let faults: () => Promise<string[]>

beforeAll(async () => {
  const customers = [
    ['Customer ID', 'Name', 'Owner', 'Satisfaction'],
    ['c1', 'Alba', 'Ann', 5],
    ['c2', 'Bo', 'Ben', 1],
    ['c3', 'Cy', 'Ben', 5],
  ]
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs: { Customers: customers } })])
  await sheet.call('applyTiers', standard)
  sheet.type('Customers', 2, 4, 2)
  await sheet.call('applyTiers', standard)
  ;({ page: form, faults } = await sheetForm(browser, sheet, 'Tiers'))
})

const open = (part: string) => form.getByRole('tab', { name: part }).click()
const press = (name: string) => form.getByRole('button', { name }).first().click()

test('a customer who fell is on the list, with the story of the fall, and is followed up', async () => {
  await form.getByText('fell from A to B in the last run').waitFor()
  await press('Go to the playbook')
  expect(await form.getByRole('tab', { selected: true }).textContent()).toBe('Playbook')
  await open('Moves')
  await form.getByText('Satisfaction 5 → 2: −75').waitFor()
  await press('Follow up')
  await press('Plan it')
  await form.getByText(/^Planned for/).waitFor()
  expect(sheet.column('Interactions', 'Purpose')).toEqual(['Tier A → B: Satisfaction 5 → 2: −75'])
})

test('a round is approved and published, but not with an exception that lacks its reason', async () => {
  await open('Rounds')
  sheet.type('Customers', 4, 4, 1)
  await press('Start a round')
  await form.getByText('2 customers would move: 1 up, 1 down, 0 get their first tier.').waitFor()
  sheet.type('Round proposals', 2, 6, 'B')
  await press('Approve as ann@example.com')
  await form.getByText('The exception for c1 (tier B) has no reason.').waitFor()
  sheet.type('Round proposals', 2, 6, '')
  await press('Approve as ann@example.com')
  await press('Publish')
  await form.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click()
  await form.getByText('Published: 1 up, 1 down, 0 first tiers.').waitFor()
  expect(sheet.column('Customers', 'Tier')).toEqual(['A', 'B', 'B'])
})

test('an override moves a customer, and back when it is ended', async () => {
  await open('Overrides')
  await form.getByLabel('Customer ID').fill('c2')
  await form.getByLabel('Reason').fill('strategic')
  await press('Set override')
  await form.getByText('The override is kept').waitFor()
  expect(sheet.column('Customers', 'Tier')).toEqual(['A', 'A', 'B'])
  await press('End it')
  await form.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click()
  await form.getByText('The override has ended.').waitFor()
  expect(sheet.column('Customers', 'Tier')).toEqual(['A', 'B', 'B'])
  expect(await faults()).toEqual([])
})
