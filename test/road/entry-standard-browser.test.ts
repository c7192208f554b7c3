import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../core/messages/messages.ts'
import { openForm } from '../open-form.ts'
import { sharedBrowser } from '../shared-browser.ts'
import { runningWorkbench } from './running-workbench.ts'

const header = ['Customer ID', 'Name', 'Owner', 'Phone', 'Source']
const people = [
  ['C1', 'Ann', 'Li', '020 7946 0958', 'Web'],
  ['C2', 'Bo', 'Li', 'ask', 'Visit'],
  ['C3', 'Cy', 'Wu', '', 'Web'],
]
const text = messagesFor('en').entryForm

let bench: Awaited<ReturnType<typeof runningWorkbench>>
let browser: Browser
let form: Awaited<ReturnType<typeof openForm>>
beforeAll(async () => {
  const sheets = [{ name: 'Customers', header, columns: header.map(() => 'text' as const), rows: people }]
  ;[bench, browser] = await Promise.all([
    runningWorkbench(() => ({ name: 'Book', locale: 'en_US', timeZone: 'Etc/UTC', sheets })),
    sharedBrowser(),
  ])
  form = await openForm(browser, await readFile(join('dist', 'addon', 'EntryStandard.html'), 'utf8'), 'en', bench.call)
})
afterAll(() => bench?.close())

describe('the form of the entry standard', () => {
  test('takes a rule, asks before it replaces anything, and puts the rules onto the tab', async () => {
    const { page } = form
    await page.locator('summary').filter({ hasText: 'Source' }).click()
    const source = page.locator('details[open]')
    await source.getByLabel(text.format).selectOption('list')
    await page.locator('summary').filter({ hasText: 'Source' }).click()
    await page.getByRole('button', { name: text.apply }).click()
    await page.getByText(messagesFor('en').errors.entryListBlank({ column: 'Source' })).waitFor()
    const isFocused = (it: Element) => it === document.activeElement
    await expect.poll(() => source.getByLabel(text.values).evaluate(isFocused)).toBe(true)
    await source.getByRole('button', { name: text.takeValues }).click()
    await expect.poll(() => source.getByLabel(text.values).inputValue()).toBe('Web\nVisit')

    await page.getByRole('button', { name: text.askFuller }).click()
    await page.locator('summary', { hasText: /^Business conditionRequired$/ }).waitFor()
    await page.getByRole('button', { name: text.apply }).click()
    await expect
      .poll(() => page.getByRole('button', { name: 'Cancel' }).evaluate((it) => it === document.activeElement))
      .toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect((await bench.table('Customers'))[0]).toEqual(header)

    await page.getByRole('button', { name: text.apply }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: text.apply }).click()
    await page.getByText(/^Saved\. \d+ columns checked on entry/).waitFor()
    expect((await bench.table('Customers'))[0]).toContain('Business condition')
    await page.getByText(/^Version 1, saved by tester@example.com/).waitFor()
  })

  test('tells what each version changed, and takes an earlier one back into the form', async () => {
    const { page } = form
    const source = page.locator('details').filter({ hasText: 'Allowed values' })
    await source.getByLabel(text.values).fill('Web\nVisit\nFair')
    await page.getByLabel(text.strict).check()
    await page.getByRole('button', { name: text.apply }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: text.apply }).click()
    await page.getByText(/^Version 2, saved by/).waitFor()
    await page.locator('summary').filter({ hasText: 'Versions' }).click()
    await page.getByText('Source, list: added Fair').waitFor()
    await page.getByText('Entries that break a rule are refused').waitFor()
    await page.getByRole('button', { name: 'Take this version' }).click()
    await page.getByText(text.broughtBack(1)).waitFor()
    expect(await source.getByLabel(text.values).inputValue()).toBe('Web\nVisit')
    expect(await page.getByLabel(text.strict).isChecked()).toBe(false)
  })

  test('goes from part to part by keyboard', async () => {
    const { page } = form
    await page.getByRole('tab', { name: text.parts.rules }).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe(text.parts.check)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe(text.parts.rules)
    await page.keyboard.press('End')
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe(text.parts.check)
  })

  test('checks the tab, goes to whom to complete, and writes the column', async () => {
    const { page } = form
    await page.getByRole('button', { name: text.check }).click()
    await page.getByRole('list', { name: text.next }).getByRole('listitem').first().waitFor()
    await expect.poll(() => page.getByRole('list', { name: text.next }).getByRole('listitem').count()).toBe(3)
    await page.locator('summary').filter({ hasText: text.wrong }).click()
    await page.getByText('Row 3, Phone: "ask"').waitFor()
    await page.getByRole('button', { name: text.writeColumn }).click()
    await page.getByText(text.written({ sheet: 'Customers', customers: 3 })).waitFor()
    const table = await bench.table('Customers')
    const at = table[0]?.indexOf('Completeness') ?? -1
    expect(table.slice(1).map((row) => row[at])).toEqual([4 / 9, 4 / 9, 3 / 9])
    expect(await form.faults()).toEqual([])
  })
})
