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

describe.each(formLanguages('en'))("a survey's links in %s", (language) => {
  const messages = messagesFor(language)
  const text = messages.surveyLinks

  test('the open link as text and QR code, links for customers, an e-mail, and what was sent by hand', async () => {
    const Customers = [
      ['Customer ID', 'Name', 'Tier', '语言'],
      ['C-1', 'Northwind', 'A', 'English'],
      ['C-2', '东方贸易', 'B', '中文'],
    ]
    const sheet = await sheetHarness({ tabs: { Customers }, language, backend })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', 'Spring survey', crypto.randomUUID())
    const link = await sheet.call<string>('openSurvey', surveyId, crypto.randomUUID())
    const form = await sheetForm(browser, sheet, 'Surveys', language)
    const { page } = form
    const see = async (name: string) => {
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/links-${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const part = (title: string) => page.locator('summary', { hasText: title }).click()
    await press('Spring survey')

    await part(text.open)
    const message = text.message({ title: 'Spring survey', link })
    expect(await page.getByLabel(text.messageLabel).inputValue()).toBe(message)
    await page.getByRole('img', { name: text.qr }).waitFor()
    await see('1-open')
    await part(text.open)

    await part(text.own)
    await page.getByLabel(text.whom).selectOption({ label: text.group({ header: 'Tier', value: 'B', n: 1 }) })
    await press(text.make)
    await page.getByText(text.made({ made: 1, kept: 0, column: text.column('Spring survey') })).waitFor()
    await page.getByLabel(text.whom).selectOption('selected')
    sheet.select('Customers', 2)
    await press(text.make)
    const links = sheet.column('Customers', text.column('Spring survey')) as string[]
    expect(links.filter(Boolean)).toHaveLength(2)
    sheet.append('Customers', ['C-3', 'Hidden', 'A', ''])
    sheet.append('Customers', ['C-4', 'Shown', 'A', ''])
    const customers = sheet.book.sheets.find(({ name }) => name === 'Customers')!
    customers.filtered = new Set([2, 3, 4, 5])
    await page.getByLabel(text.whom).selectOption('shown')
    await press(text.make)
    await page.getByText(text.noneShown).waitFor()
    customers.filtered = new Set([2, 3, 4])
    await press(text.make)
    await page.getByText(text.made({ made: 1, kept: 0, column: text.column('Spring survey') })).waitFor()
    const shown = sheet.column('Customers', text.column('Spring survey')) as string[]
    expect(shown.map(Boolean)).toEqual([true, true, false, true])
    await see('2-own')
    await part(text.own)

    await part(text.email)
    expect(await page.locator('.email a').count()).toBe(12)
    const href = page.locator('.email a').first()
    expect(await href.getAttribute('href')).toBe(`${link}?a.nps=0&lang=${language}`)
    await see('3-email')
    await page.getByLabel(text.linkIn).selectOption('column')
    await page.locator('.email a[href^="{{"]').first().waitFor()
    expect(await href.getAttribute('href')).toBe(`{{${text.column('Spring survey')}}}?a.nps=0&lang=${language}`)
    await see('4-merged')
    await page.getByLabel(text.language).selectOption('en')
    await page.getByText(messagesFor('en').surveyEmail.how).waitFor()
    await page.getByLabel(text.language).selectOption(language)
    await part(text.email)

    await part(text.hand)
    await press(text.look)
    const own = text.message({ title: 'Spring survey', link: links[0] as string })
    expect(await page.getByLabel(text.messageLabel).last().inputValue()).toBe(own)
    await press(text.log)
    await page.getByText(text.logged(text.customer({ name: 'Northwind', id: 'C-1' }))).waitFor()
    await see('5-hand')
    const { name, headers } = messages.tabs.interactions
    expect(sheet.column(name, headers.channel)).toEqual([text.channels.wechat])
    expect(sheet.column(name, headers.purpose)).toEqual([text.purpose('Spring survey')])
    expect(await sheet.call('surveyLinkSelection', surveyId)).toMatchObject({ ids: ['C-1'], first: { link: links[0] } })
  })
})
