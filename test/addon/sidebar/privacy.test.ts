import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

const complaint = { kind: 'complaint', channel: 'hotline', category: '', severity: 'high', wantedOutcome: '' }

describe.each(formLanguages('zh-CN'))('in %s', (language) => {
  const { privacy: text, form: words } = messagesFor(language)

  test('an admin saves all that is stored about a customer, then erases them; nobody else can', async () => {
    let who = `boss.${language}`
    const identityToken = () => backend.identityToken({ sub: who, email: `${who}@example.com`, name: who })
    const sheet = await sheetHarness({
      language,
      backend: { url: backend.url, identityToken },
      tabs: {
        Customers: [
          ['Customer ID', 'Name', 'E-mail'],
          ['C-1', 'Northwind', 'nw@example.com'],
          ['C-2', 'Southwind', ''],
        ],
        Orders: [
          ['Order ID', 'Customer ID', 'Order date', 'Amount'],
          ['O-1', 'C-1', { date: 46_000 }, 10],
          ['O-2', 'C-2', { date: 46_001 }, 20],
        ],
      },
    })
    await sheet.call('connectWorkspace', 'North', `connect-${language}`)
    await sheet.call('syncCustomerPage', 'Customers', 0)
    const told = { ...complaint, customerId: 'C-1', description: 'The glass was broken' }
    await sheet.call('logComplaint', told, `complaint-${language}`)
    await sheet.select('Customers', 2)

    const opened = async () => {
      const form = await sheetForm(browser, sheet, 'Customer', language)
      const { page } = form
      return {
        ...form,
        button: (name: string) => page.getByRole('button', { name, exact: true }),
        async press(name: string) {
          await page.getByRole('button', { name, exact: true }).click()
          await form.settled()
        },
        async looks(step: string) {
          expect([step, await form.faults()]).toEqual([step, []])
          if (process.env.PICTURES) await form.picture(`${process.env.PICTURES}/privacy-${step}-${language}.png`)
        },
      }
    }
    who = `eve.${language}`
    const other = await opened()
    expect(await other.page.locator('main').textContent()).toContain('Northwind')
    expect(await other.page.locator('main').textContent()).not.toContain(text.title)
    await other.close()

    who = `boss.${language}`
    const form = await opened()
    const { page, press, looks } = form
    const unfold = () => page.locator('summary', { hasText: text.title }).click()
    await unfold()
    await looks('section')
    await press(text.exportTitle)
    await press(text.export)
    await looks('gathered')
    const link = page.getByRole('link')
    expect(await link.textContent()).toBe(text.save('C-1.json'))
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const saved = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(saved).toMatchObject({
      customerId: 'C-1',
      spreadsheet: {
        Customers: [{ 'Customer ID': 'C-1', Name: 'Northwind', 'E-mail': 'nw@example.com' }],
        Orders: [{ 'Order ID': 'O-1', 'Order date': '2025-12-09', Amount: 10 }],
      },
      workspace: [{ customerId: 'C-1', customer: { name: 'Northwind' }, answers: [], complaints: [{}] }],
    })
    await press(words.back)

    await unfold()
    await press(text.eraseTitle)
    const row = (name: string) => page.getByRole('row').filter({ hasText: name }).textContent()
    expect(await row('Orders')).toBe(`Orders1${text.fates.anonymous}`)
    expect(await row(text.complaints)).toBe(`${text.complaints}1${text.complaintFate}`)
    await looks('stored')
    await page.getByLabel(text.withOrders).check()
    expect(await row('Orders')).toBe(`Orders1${text.fates.removed}`)
    await press(text.goOn)
    expect(await form.button(text.erase).isDisabled()).toBe(true)
    await page.getByLabel(text.typed).fill('C-2')
    await expect.poll(() => form.button(text.erase).isDisabled()).toBe(true)
    await page.getByLabel(text.typed).fill('C-1')
    await looks('asked')
    sheet.killAfter(1)
    await press(text.erase)
    await form.close()
    sheet.revive()

    const again = await opened()
    expect(await again.page.locator('main').textContent()).toContain(text.unfinished('Northwind'))
    if (process.env.PICTURES) await again.picture(`${process.env.PICTURES}/privacy-unfinished-${language}.png`)
    await again.press(text.finish)
    expect(await again.page.locator('.notice.good').textContent()).toMatch(/Northwind/)
    await again.looks('erased')
    expect([sheet.column('Customers', 'Customer ID'), sheet.column('Orders', 'Order ID')]).toEqual([['C-2'], ['O-2']])
    const { entries } = await sheet.call<{ entries: { act: string }[] }>('auditTrail', '', '')
    expect(entries.slice(0, 2).map(({ act }) => act)).toEqual(['personErased', 'personExported'])
    await again.close()
  })
})
