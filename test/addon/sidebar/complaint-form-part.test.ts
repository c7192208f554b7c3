import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const pictures = process.env.PICTURES

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

describe.each(formLanguages('en'))('the public form in %s', (language) => {
  const text = messagesFor(language).complaintSettings

  test('is made once, handed out as text and code, and withdrawn after a question', async () => {
    const sheet = await sheetHarness({ language, backend })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const form = await sheetForm(browser, sheet, 'ComplaintSettings', language)
    const { page } = form
    const see = async (name: string) => {
      await form.settled()
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/form-part-${name}.${language}.png`)
    }
    const press = async (name: string, at = 0) => {
      await page.getByRole('button', { name, exact: true }).nth(at).click()
      await form.settled()
    }
    const status = async (link: string) => (await fetch(link)).status

    await form.settled()
    await page.getByRole('tab', { name: text.parts.form }).click()
    await see('1-none')
    await press(text.form.make)
    await see('2-made')
    const link = await page.getByLabel(text.form.link, { exact: true }).inputValue()
    expect(await status(link)).toBe(200)
    expect(await page.getByLabel(text.form.messageLabel).inputValue()).toBe(text.form.message(link))
    expect(await page.getByRole('img', { name: text.form.qr }).count()).toBe(1)
    expect(await sheet.call('makeComplaintForm', crypto.randomUUID())).toMatchObject({ link })

    await press(text.form.revoke)
    await see('3-asked')
    await press(text.form.revoke, 1)
    expect(await page.getByText(text.form.revoked).count()).toBe(1)
    expect(await status(link)).toBe(404)
    await press(text.form.make)
    expect(await page.getByLabel(text.form.link, { exact: true }).inputValue()).not.toBe(link)
    await form.close()
  })
})
