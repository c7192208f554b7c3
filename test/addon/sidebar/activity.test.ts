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

describe.each(formLanguages('zh-CN'))('in %s', (language) => {
  const text = messagesFor(language).activity

  test('an admin reads what was done, page by page and by kind, and sees that it is whole and not made anew', async () => {
    let who = `boss.${language}`
    const identityToken = () => backend.identityToken({ sub: who, email: `${who}@example.com`, name: who })
    const sheet = await sheetHarness({ backend: { url: backend.url, identityToken }, language })
    await sheet.call('connectWorkspace', 'North', `connect-${language}`)
    for (let n = 1; n <= 25; n++) await sheet.call('renameWorkspace', `North ${n}`, `rename-${n}-${language}`)

    const form = await sheetForm(browser, sheet, 'Activity', language)
    const { page } = form
    const looks = async (step: string) => {
      expect([step, await form.faults()]).toEqual([step, []])
      if (process.env.PICTURES) await form.picture(`${process.env.PICTURES}/activity-${step}-${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const entries = page.getByRole('list', { name: text.done }).getByRole('listitem')
    expect(await entries.count()).toBe(25)
    const newest = await entries.first().textContent()
    for (const part of [text.acts.workspaceRenamed, 'North 25', who]) expect(newest).toContain(part)
    await looks('latest')
    await press(text.more)
    expect(await entries.count()).toBe(27)
    expect(await entries.last().textContent()).toContain(text.acts.workspaceMade)
    expect(await page.getByRole('button', { name: text.more, exact: true }).count()).toBe(0)
    await page.getByLabel(text.kind).selectOption('keyMade')
    await form.settled()
    expect(await entries.allInnerTexts()).toEqual([expect.stringContaining(text.acts.keyMade)])

    await press(text.verify)
    expect(await page.locator('.notice.good').textContent()).toBe(text.whole({ n: 27, since: 0 }))
    const mark = await page.getByLabel(text.mark(27)).inputValue()
    expect(mark).toMatch(/^27 [\w-]{43}$/)
    await looks('whole')
    await form.page.locator('summary').click()
    await page.getByLabel(text.known).fill('27')
    await expect.poll(() => page.getByRole('button', { name: text.verify, exact: true }).isDisabled()).toBe(true)
    await page.getByLabel(text.known).fill(mark)
    await press(text.verify)
    expect(await page.locator('.notice.good').textContent()).toBe(text.whole({ n: 27, since: 27 }))
    await page.getByLabel(text.known).fill(mark.replace('27 ', '3 '))
    await press(text.verify)
    expect(await page.getByRole('alert').textContent()).toBe(text.flaws.remade(3))
    await looks('remade')
    await form.close()

    who = `eve.${language}`
    const other = await sheetForm(browser, sheet, 'Activity', language)
    expect(await other.page.locator('main').textContent()).toContain(text.adminsOnly)
    await other.close()
  })
})
