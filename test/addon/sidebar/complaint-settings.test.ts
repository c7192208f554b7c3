import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ComplaintPolicy } from '../../../core/complaint/complaint-policy.ts'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { openForm } from '../../open-form.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { builtAddon } from '../built-code.ts'
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

type Settings = { policy: ComplaintPolicy; mayChange: boolean }

describe.each(formLanguages('zh-CN'))('business hours in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintSettings
  const { hours } = text

  test('are typed, tried, given holidays and saved; another version is told and nothing typed is lost', async () => {
    const sheet = await sheetHarness({ language, backend, timeZone: 'Asia/Shanghai' })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const form = await sheetForm(browser, sheet, 'ComplaintSettings', language)
    const { page } = form
    const see = async (name: string) => {
      await form.settled()
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/hours-${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const open = (title: string) => page.locator('summary', { hasText: title }).click()
    const day = (at: number) => page.getByLabel(hours.weekdays[at]!, { exact: true })
    const saved = async () => (await sheet.call<Settings>('complaintSettings')).policy.calendar
    await form.settled()

    await page.getByLabel(hours.begins).fill('2026-09-30T17:00')
    await see('1-first')
    expect(await page.getByText(hours.total(40)).count()).toBe(1)
    const preview = page.locator('fieldset', { hasText: hours.tryIt }).locator('.notice')
    expect(((await preview.textContent()) ?? '').replace(/\u2060/g, '')).toContain(
      language === 'en' ? 'Thu 09:00-12:00' : '周四09:00-12:00',
    )

    // A night over midnight is explained where it was typed; saving goes to it.
    await day(0).fill('22:00-06:00')
    await press(text.save)
    await page.getByText(messages.errors.hoursOverMidnight({ from: '22:00', to: '06:00' })).waitFor()
    expect(await day(0).evaluate((input) => input === document.activeElement)).toBe(true)
    await see('2-wrong')
    await day(0).fill('8.30-12，13-17:30')
    await day(0).press('Tab')
    expect(await day(0).inputValue()).toBe('08:30-12:00, 13:00-17:30')
    await press(hours.copyMonday)
    expect(await day(4).inputValue()).toBe('08:30-12:00, 13:00-17:30')

    await open(hours.ready)
    await page.getByLabel(hours.country).selectOption('cn')
    await press(hours.addReady)
    await page.getByText(hours.added({ off: 33, worked: 6, replaced: 0 })).waitFor()
    await page.getByLabel(hours.year).selectOption('2027')
    await page.getByText(hours.provisional(2027)).waitFor()
    await see('3-holidays')
    await open(hours.ready)
    // Wednesday 17:00-17:30, seven days off, then Thursday the 8th from 8:30 for three and a half hours.
    expect(await preview.textContent()).toContain('12:00')

    await open(hours.add)
    await press(hours.addDays)
    await page.getByText(hours.dayMissing).waitFor()
    await page.getByLabel(hours.from).fill('2026-12-24')
    await page.getByLabel(hours.kind).selectOption('own')
    await page.locator('details[open] input:not([type])').fill('9-12')
    await see('4-add')
    await press(hours.addDays)
    await open(hours.add)

    await open(hours.paste)
    await page.getByLabel(hours.pasteLabel).fill('2026-12-25\nsoon')
    await press(hours.addPasted)
    await page.getByText(messages.errors.daysLine({ line: 2, text: 'soon' })).waitFor()
    await page.getByLabel(hours.pasteLabel).fill('2026/12/30 - 2026/12/31\n2027年1月2日 上班')
    await see('5-paste')
    await press(hours.addPasted)
    await open(hours.paste)

    // Removed by keyboard, the focus goes on to the next.
    expect(await page.locator('.run button:visible').count()).toBe(3)
    await page.locator('.run button:visible').nth(1).press('Enter')
    await expect.poll(() => page.locator('.run button:visible').count()).toBe(2)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toContain('2027')

    await press(text.save)
    await page.getByText(text.saved).waitFor()
    expect(await page.locator('.notice.good').allTextContents()).toEqual([text.saved])
    await see('6-saved')
    const kept = await saved()
    expect(kept.week[4]).toEqual([
      ['08:30', '12:00'],
      ['13:00', '17:30'],
    ])
    expect(kept.specialDays).toMatchObject({
      '2026-10-01': [],
      '2026-10-10': kept.week[0],
      '2026-12-24': [['09:00', '12:00']],
      '2027-01-02': kept.week[0],
    })
    expect(kept.specialDays).not.toHaveProperty('2026-12-31')

    // Somebody else saves something else: what is typed here stays, and goes on top of theirs.
    const other = await sheet.call<Settings>('complaintSettings')
    await sheet.call('saveComplaintSettings', { ...other.policy, warnShare: 0.5 }, crypto.randomUUID())
    await day(5).fill('10:00-12:00')
    await press(text.save)
    await page.getByRole('alert').waitFor()
    expect(await day(5).inputValue()).toBe('10:00-12:00')
    await see('7-stale')
    await press(text.loadAgain)
    await page.getByText(text.loaded).waitFor()
    await press(text.save)
    await page.getByText(text.saved).waitFor()
    const both = await sheet.call<Settings>('complaintSettings')
    expect(both).toMatchObject({ policy: { warnShare: 0.5, calendar: { week: { 5: [['10:00', '12:00']] } } } })

    // Somebody else saves other hours: theirs are shown.
    const calendar = { ...both.policy.calendar, week: [...both.policy.calendar.week.slice(0, 6), [['08:00', '09:00']]] }
    await sheet.call('saveComplaintSettings', { ...both.policy, calendar }, crypto.randomUUID())
    await day(5).fill('11:00-12:00')
    await press(text.save)
    await press(text.loadAgain)
    expect(await day(5).inputValue()).toBe('10:00-12:00')
    expect(await day(6).inputValue()).toBe('08:00-09:00')
    await form.close()
  })

  test('are shown to those who may not change them', async () => {
    const sheet = await sheetHarness({ language, backend, timeZone: 'Asia/Shanghai' })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const settings = await sheet.call<Settings>('complaintSettings')
    settings.policy.calendar.specialDays = { '2099-10-01': [], '2099-10-02': [] }
    const html = (await builtAddon()).get('ComplaintSettings.html') as string
    const form = await openForm(browser, html, language, async (name, ...args) =>
      name === 'complaintSettings' ? { ...settings, mayChange: false } : sheet.call(name, ...args),
    )
    const { page } = form
    await page.getByText(text.readOnly).waitFor()
    await form.settled()
    expect(await form.faults()).toEqual([])
    expect(await page.locator('button.primary, .run button, .action-bar').count()).toBe(0)
    expect(await page.locator('td', { hasText: '09:00-12:00, 13:00-18:00' }).count()).toBe(5)
    expect(await page.locator('.run').count()).toBe(1)
    if (pictures) await form.picture(`${pictures}/hours-8-viewer.${language}.png`)
    await form.close()
  })
})
