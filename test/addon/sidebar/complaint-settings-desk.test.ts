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

const staff = [
  ['Staff ID', 'Name', 'Position', 'Skills', 'Capacity', 'E-mail'],
  ['S-1', 'Li Na', 'manager', 'Billing', 12, 'li.na@example.com'],
  ['S-2', 'Wang Wei', '', 'Delivery, Billing', '', ''],
]

describe.each(formLanguages('en'))('the desk in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintSettings
  const { targets, people, words, rights } = text
  const form = messages.complaintForm

  async function opened() {
    const sheet = await sheetHarness({ tabs: { Staff: staff }, language, backend, timeZone: 'Asia/Shanghai' })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const shown = await sheetForm(browser, sheet, 'ComplaintSettings', language)
    const { page } = shown
    return {
      ...shown,
      sheet,
      saved: async () => (await sheet.call<Settings>('complaintSettings')).policy,
      see: async (name: string) => {
        await shown.settled()
        expect.soft(await shown.faults(), name).toEqual([])
        if (pictures) await shown.picture(`${pictures}/desk-${name}.${language}.png`)
      },
      part: (key: keyof typeof text.parts) => shown.press(text.parts[key]),
      async push(name: string) {
        await page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()
        await shown.settled()
      },
      unfold: (title: string) => page.locator('summary', { hasText: title }).first().click(),
      field: (label: string) =>
        page
          .locator('label.field:visible')
          .filter({ has: page.getByText(label, { exact: true }) })
          .first()
          .locator('input, select, textarea'),
      focused: () => page.evaluate(() => document.activeElement?.id),
    }
  }

  test('is given a rule, a level, people, routing, rights and texts; they are there when it is opened again', async () => {
    const { sheet, saved, see, part, push, unfold, field, focused, page, close } = await opened()
    await see('0-hours')
    await part('targets')
    await see('1-targets')

    await push(targets.addRule)
    expect(await focused()).toBe(await field(form.kind).getAttribute('id'))
    await push(text.save)
    await page.getByText(targets.conditionMissing).waitFor()
    await see('2-rule-for-nothing')
    await field(form.kind).selectOption('complaint')
    await field(targets.tier).fill('S')
    await field(targets.response).fill('soon')
    await push(text.save)
    expect(await focused()).toBe(await field(targets.response).getAttribute('id'))
    await field(targets.response).fill('0.25')
    await field(targets.resolution).fill('2')
    await see('3-rule')

    await push(targets.addLevel)
    await field(targets.after).fill('1')
    await page.getByText(targets.levelEarly).waitFor()
    await field(targets.after).fill('24')
    await field(targets.address).fill('head@example.com')
    await push(targets.addAddress)
    await see('4-level')

    await part('people')
    await see('5-nobody')
    await push(people.fromStaff)
    await page.getByText(people.tookOver({ added: 2, known: 0 })).waitFor()
    await push(people.add)
    await field(people.fields.name).pressSequentially('Zhao Min')
    await field(people.fields.position).fill('manager')
    await see('6-people')
    await push(people.addRule)
    await push(text.save)
    await page.getByText(people.whomMissing).waitFor()
    await field(form.category).fill('Billing')
    await field(people.skill).fill('Billing')
    await page.getByRole('group', { name: people.names }).getByRole('combobox').selectOption('Zhao Min')
    await see('7-routing')
    await unfold(rights.steps)
    await page.getByLabel(form.actions.close, { exact: true }).selectOption('admin')
    await unfold(rights.limit)
    await field(rights.limitLabel).fill('much')
    await push(text.save)
    await page.getByText(rights.limitWrong).waitFor()
    await field(rights.limitLabel).fill('200')
    await see('8-rights')

    await part('words')
    await see('9-words')
    await field(words.categories).fill('Billing\nDelivery\n\nBilling')
    await push(words.addReply)
    await field(words.replyTitle).fill('Refund')
    await push(text.save)
    await page.getByText(words.textMissing).waitFor()
    await field(words.replyText).fill('Your money is on its way.')
    await unfold(words.feedback)
    await see('10-reply')
    await field(words.inLanguage.en).fill('All well, {name}?')
    await push(text.save)
    await page.getByText(text.saved).waitFor()
    await see('11-saved')

    const kept = await saved()
    expect(kept.rules[0]).toEqual({
      ...{ kind: 'complaint', tier: 'S' },
      ...{ responseMinutes: 15, updateMinutes: kept.rules.at(-1)!.updateMinutes, resolutionMinutes: 120 },
    })
    expect(kept).toMatchObject({
      escalation: { levels: [{}, {}, { afterMinutes: 1440, to: ['head@example.com'] }] },
      people: [
        { name: 'Li Na', position: 'manager', email: 'li.na@example.com', skills: ['Billing'], capacity: 12 },
        { name: 'Wang Wei', skills: ['Delivery', 'Billing'], capacity: 20 },
        { name: 'Zhao Min', position: 'manager' },
      ],
      routing: [{ category: 'Billing', skill: 'Billing', names: ['Zhao Min'] }],
      rights: { steps: { close: 'admin' }, compensationLimit: 200 },
      wording: {
        categories: ['Billing', 'Delivery'],
        feedback: { en: 'All well, {name}?' },
        replies: [{ title: 'Refund' }],
      },
    })
    // Somebody else saves other texts: what is typed here stays, and goes on top of theirs.
    const wording = { ...kept.wording, categories: ['Theirs'] }
    await sheet.call('saveComplaintSettings', { ...kept, wording }, crypto.randomUUID())
    await part('people')
    await unfold('Wang Wei')
    await field(people.fields.position).fill('clerk')
    await push(text.save)
    await page.locator('.action-bar').getByRole('alert').waitFor()
    expect(await field(people.fields.position).inputValue()).toBe('clerk')
    await see('12-stale')
    await push(text.loadAgain)
    await page.getByText(text.loaded).waitFor()
    await push(text.save)
    await page.getByText(text.saved).waitFor()
    expect(await saved()).toMatchObject({
      people: [{}, { position: 'clerk' }, {}],
      wording: { categories: ['Theirs'] },
    })
    await close()

    const settings = await sheet.call<Settings>('complaintSettings')
    const html = (await builtAddon()).get('ComplaintSettings.html') as string
    const again = await openForm(browser, html, language, async (name, ...args) =>
      name === 'complaintSettings' ? { ...settings, mayChange: false } : sheet.call(name, ...args),
    )
    for (const [key, sure] of [
      ['targets', '0.25'],
      ['people', 'Zhao Min'],
      ['words', 'Refund'],
    ] as const) {
      await again.press(text.parts[key])
      await again.page.locator('summary', { hasText: sure }).first().waitFor()
      await again.page.locator('summary').first().click()
      expect.soft(await again.faults(), key).toEqual([])
      expect.soft(await again.page.locator('main button:visible:not([role=tab])').count(), key).toBe(0)
      expect.soft(await again.page.locator('fieldset:disabled').count(), key).toBeGreaterThan(1)
      if (pictures) await again.picture(`${pictures}/desk-13-viewer-${key}.${language}.png`)
    }
    await again.close()
  })
})
