import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(() => backend.close())

describe.each(formLanguages('zh-CN'))('the report in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintReport

  test('shows every figure, one of them by a cut, and writes them all to a tab', async () => {
    const sheet = await sheetHarness({ language, backend, timeZone: 'Asia/Shanghai' })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const told = { customerId: '', channel: 'hotline', description: 'Wet', wantedOutcome: '' }
    for (const category of ['Billing', 'Delivery', 'Billing']) {
      await sheet.call('logComplaint', { ...told, kind: 'complaint', severity: 'high', category }, crypto.randomUUID())
    }
    const form = await sheetForm(browser, sheet, 'Complaints', language)
    const { page } = form
    const see = async (name: string) => {
      await form.settled()
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/report-${name}.${language}.png`)
    }
    await form.settled()
    await page.getByRole('tab', { name: text.part }).click()
    await see('1-all')
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) })
    expect(await row(text.metrics.OPEN).textContent()).toBe(`${text.metrics.OPEN}33`)
    expect(await row(text.metrics.ON_TIME_RATE).textContent()).toContain(text.nothing)

    await page.getByLabel(text.by).selectOption('category')
    await page.getByRole('button', { name: text.show }).click()
    await see('2-by-category')
    expect(await row('Billing').textContent()).toBe('Billing22')

    await page.getByLabel(text.by).selectOption('severity')
    await page.getByRole('button', { name: text.show }).click()
    await form.settled()
    const { high } = messages.complaintForm.severities
    expect(await row(high).textContent()).toBe(`${high}33`)
    await page.getByLabel(text.by).selectOption('category')
    await page.getByRole('button', { name: text.show }).click()

    await page.getByRole('button', { name: text.write }).click()
    await page.getByText(text.written(text.tab)).waitFor()
    await see('3-written')
    const [header, ...rows] = sheet.table(text.tab)
    expect(header?.slice(0, 3)).toEqual([text.cuts.category, text.metrics.OPEN, text.metrics.NEW])
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual([
      ['Billing', 2, 2],
      ['Delivery', 1, 1],
    ])
  })
})
