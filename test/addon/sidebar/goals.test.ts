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
  const tabs = {
    Customers: [
      ['Customer ID', 'Name', 'Owner', 'Tier'],
      ['c1', 'Alba', 'Ann', 'A'],
      ['c2', 'Bo', 'Bob', 'B'],
      ['c3', 'Cy', 'Cyd', 'B'],
    ],
    Orders: [
      ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      ['o1', 'c1', cell(-30), 100],
      ['o2', 'c1', cell(-20), 100],
      ['o3', 'c2', cell(-10), 200],
      ['o4', 'c3', cell(0), 300],
    ],
  }
  ;[browser, sheet] = await Promise.all([sharedBrowser(), sheetHarness({ tabs })])
  opened = await sheetForm(browser, sheet, 'Goals')
  form = opened.page
})

const press = async (name: string) => {
  await form.getByRole('button', { name, exact: true }).first().click()
  await opened.settled()
}
const see = async (name: string) => {
  if (pictures) await opened.picture(`${pictures}/${name}.png`)
}
const goals = (header: string) => sheet.column('Goals', header)

test('a goal is checked as it is written, and “by 5 %” is asked about with both targets', async () => {
  await see('1-none')
  await press('New goal')
  await form.getByLabel(/^Goal ?For example/).fill('Improve service')
  await form.getByText('“Improve” says no figure.').waitFor()
  await form.getByLabel(/^Goal ?For example/).fill('Raise repeat purchase by 5 %')
  await form.getByText('says no figure').waitFor({ state: 'detached' })
  await form.getByLabel('For whom').selectOption('tier')
  await form.getByText('It does not say whose goal it is.').waitFor()
  await form.getByLabel(/^Subject/).selectOption('A')
  await form.getByLabel('Measured by').selectOption('Repeat-purchase rate')
  await form.getByText(/^Now 100 %, as of/).waitFor()
  await form.getByLabel('Baseline (%)').fill('80')
  await see('2-ask')
  const question = form.getByRole('group', { name: 'points, or relative?' })
  expect(await question.getByRole('radio', { checked: true }).count()).toBe(0)
  await press('Save goal')
  await form
    .getByText('Choose how the change is meant, then save. Not yet SMART: Measurable, Relevant, Time-bound.')
    .waitFor()
  await see('3-not-yet')
  expect(sheet.tabNames()).not.toContain('Goals')
  await question.getByLabel('Relative: to 84 %').check()
  expect(await form.getByLabel('Target value (%)').inputValue()).toBe('84')
  await question.getByLabel('Points: to 85 %').check()
  await form.getByLabel('Last day').fill(iso(100))
  await form.getByLabel('Why it matters').fill('They are worth most')
  await press('Save goal')
  await form.getByText('Saved as G1.').waitFor()
  await see('4-saved')
  expect([goals('Baseline'), goals('Target value'), goals('Subject')]).toEqual([[0.8], [0.85], ['A']])
  expect(await opened.faults()).toEqual([])
})

test('a goal is handed on, changed in the preview, written once and taken back', async () => {
  await sheet.call('saveGoal', {
    ...{
      id: '',
      goal: 'Raise revenue to 1,000',
      owner: 'Eve',
      parent: '',
      why: 'Growth',
      subjectKind: '',
      subject: '',
    },
    ...{ measure: 'revenue', unit: '', weight: null, baseline: 800, target: 1000, start: iso(-50), due: iso(50) },
  })
  await opened.press('Goals')
  await press('Update progress')
  await form.getByText(/^Updated 2 goals, 2 of them by measures/).waitFor()
  await form.reload()
  await opened.settled()
  await form.getByRole('button', { name: 'Hand on: Raise revenue to 1,000' }).click()
  await opened.settled()
  const target = (name: string) => form.getByLabel(`Target of ${name}`)
  expect(await target('Ann').inputValue()).toBe('333.34')
  await form.getByLabel('Split the target').selectOption('revenue')
  expect(await target('Cyd').inputValue()).toBe('428.57')
  await target('Ann').fill('500')
  await form.getByText('The parts are 214.28 more than the target.').waitFor()
  expect(await form.getByRole('button', { name: 'Write 3 goals' }).isDisabled()).toBe(true)
  await see('5-rest')
  await press('Balance the unchanged ones')
  expect([await target('Bob').inputValue(), await target('Cyd').inputValue()]).toEqual(['200', '300'])
  await see('6-shared')
  await press('Write 3 goals')
  await form.getByText('Wrote 3 goals.').waitFor()
  await see('7-written')
  expect(goals('Target value')).toEqual([0.85, 1000, 500, 200, 300])
  await opened.press('Goals')
  await press('Update progress')
  await see('8-tree')
  await form.getByText('70 % reached', { exact: false }).first().waitFor()
  expect(await opened.faults()).toEqual([])
})
