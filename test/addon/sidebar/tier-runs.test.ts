import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import type { Standard } from '../../../core/standard/standard.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { type SheetHarness, sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES
/** So long that the moves of all customers take two calls; a form shows spaces as one. */
const LABEL = `${'Visits'.padEnd(8000)}made`
const CUSTOMERS = 150

const standard: Standard = {
  ...{ name: 'Main', version: 0, method: 'MINMAX', cut: 'SCORE', product: '', note: '' },
  indicators: [{ key: 'column:Visits', label: LABEL, direction: 1, weight: 1 }],
  tiers: [
    { label: 'B', from: 0 },
    { label: 'A', from: 50 },
  ],
  limits: { probability: null, collectDays: null },
}

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
  if (pictures) mkdirSync(pictures, { recursive: true })
})

describe.each(formLanguages('zh-CN'))('runs of standards in forms, in %s', (language) => {
  const messages = messagesFor(language)
  const { form: words, scoreForm, tierRun, tiersForm } = messages
  const cutShort = /ann@example\.com.*(was cut short|时中断)/

  const applyAll = async (sheet: SheetHarness, applied = standard) => {
    while ((await sheet.call<{ next: number | null }>('applyTiers', applied)).next !== null);
  }
  const visit = (sheet: SheetHarness, odd: number) => {
    for (let at = 0; at < CUSTOMERS; at++) sheet.type('Customers', at + 2, 3, at % 2 === odd ? 10 : 0)
  }
  const turned = async () => {
    const rows = Array.from({ length: CUSTOMERS }, (_, at): Cell[] => [`C${at}`, `Firm ${at}`, at % 2 ? 0 : 10])
    const sheet = await sheetHarness({ language, tabs: { Customers: [['Customer ID', 'Name', 'Visits'], ...rows] } })
    await applyAll(sheet)
    visit(sheet, 1)
    return sheet
  }
  /** A form of which the next call of one kind waits until it is let through. */
  const open = async (sheet: SheetHarness, name: string) => {
    let held = ''
    let release = () => {}
    const call: SheetHarness['call'] = async <T>(asked: string, ...args: unknown[]) => {
      if (asked === held) {
        held = ''
        await new Promise<void>((resolve) => {
          release = resolve
        })
      }
      return sheet.call<T>(asked, ...args)
    }
    const form = await sheetForm(browser, { ...sheet, call }, name, language)
    const press = (label: string) => form.page.getByRole('button', { name: label, exact: true }).first().click()
    const see = async (picture: string) => {
      if (pictures) await form.picture(`${pictures}/${picture}.${language}.png`)
    }
    const hold = (asked: string) => {
      held = asked
    }
    return { ...form, press, see, hold, release: () => release() }
  }
  type Form = Awaited<ReturnType<typeof open>>

  /** Presses Stop while the first call is under way. */
  async function stopped(form: Form, call: string, begin: () => Promise<void>, name: string): Promise<void> {
    form.hold(call)
    await begin()
    await form.page.getByText(tierRun.reading).waitFor()
    await form.see(`${name}-1-reading`)
    await form.press(words.stop)
    await form.page.getByRole('button', { name: tierRun.stopping, exact: true }).waitFor()
    form.release()
  }

  test('applying shows how far it is, is stopped with a true sentence, says so later, and goes on', async () => {
    const sheet = await turned()
    const form = await open(sheet, 'ScoreAndTier')
    await form.press(words.preview)
    await stopped(form, 'applyTiers', () => form.press(scoreForm.apply), 'apply')
    const run = form.page.getByText(/Stopped\. \d+ of|已停止。\d+ 条/)
    await run.waitFor()
    const done = sheet.table(messages.tabs.tierHistory.name).length - 1 - CUSTOMERS
    expect(done).toBeGreaterThan(0)
    expect(await run.textContent()).toBe(tierRun.stopped({ done, total: CUSTOMERS, goOn: scoreForm.apply }))
    await form.see('apply-2-stopped')

    const again = await open(sheet, 'ScoreAndTier')
    await again.page.getByText(cutShort).waitFor()
    await again.see('apply-3-later')
    await again.press(words.preview)
    await again.press(scoreForm.apply)
    await again.page.getByText(scoreForm.written({ sheet: 'Customers', customers: CUSTOMERS })).waitFor()
    await again.see('apply-4-done')
    expect(await again.page.getByText(cutShort).count()).toBe(0)
    expect(sheet.table(messages.tabs.tierHistory.name)).toHaveLength(1 + 2 * CUSTOMERS)
    expect([...(await form.faults()), ...(await again.faults())]).toEqual([])
    await Promise.all([form.close(), again.close()])
  })

  test('a run that was killed is told under moves; a round names tiers that are gone, stops, and goes on', async () => {
    const sheet = await turned()
    const today = new Date().toISOString().slice(0, 10)
    const override = { standard: 'Main', customerId: 'C2', tier: 'A', reason: 'pilot', from: today, until: '' }
    await sheet.call('setTierOverride', override)
    const renamed = {
      ...standard,
      tiers: standard.tiers.map((tier) => (tier.label === 'A' ? { ...tier, label: 'Top' } : tier)),
    }
    await applyAll(sheet, renamed)
    visit(sheet, 0)
    sheet.killAfter(16)
    await sheet.call('applyTiers', renamed).catch(() => undefined)
    sheet.revive()
    const form = await open(sheet, 'Tiers')
    await form.page.getByText(cutShort).waitFor()
    await form.see('tiers-1-killed')
    await applyAll(sheet, renamed)
    visit(sheet, 1)

    await form.page.getByRole('tab', { name: tiersForm.parts.rounds }).click()
    form.hold('startRound')
    await form.press(tiersForm.startRound)
    await form.page.getByText(tierRun.reading).waitFor()
    await form.see('round-1-start')
    form.release()
    await form.page.getByText(tiersForm.goneTier({ tier: 'A', named: ['C2'], more: 0 })).waitFor()
    await form.see('round-2-gone')
    await form.press(tiersForm.approve('ann@example.com'))
    await form.press(tiersForm.publish)
    const confirm = () => form.page.getByRole('alertdialog').getByRole('button', { name: tiersForm.publish }).click()
    await stopped(form, 'publishRound', confirm, 'publish')
    await form.page.getByText(/Stopped\. \d+ of|已停止。\d+ 条/).waitFor()
    await form.see('publish-2-stopped')

    const again = await open(sheet, 'Tiers')
    await again.page.getByRole('tab', { name: tiersForm.parts.rounds }).click()
    await again.page.getByText(tiersForm.publishCutShort).waitFor()
    await again.see('publish-3-later')
    await again.press(tiersForm.publish)
    await again.page.getByRole('alertdialog').getByRole('button', { name: tiersForm.publish }).click()
    await again.page.getByText(tiersForm.published({ up: 75, down: 74, first: 0 })).waitFor()
    expect(sheet.column('Customers', messages.tabs.customers.headers.tier).slice(0, 4)).toEqual([
      'B',
      'Top',
      'A',
      'Top',
    ])
    expect([...(await form.faults()), ...(await again.faults())]).toEqual([])
    await Promise.all([form.close(), again.close()])
  })

  test('publishing asks before it writes over what others put into the columns', async () => {
    const rows: Cell[][] = [
      ['C1', 9, 'VIP'],
      ['C2', 1, 'Hot'],
      ['C3', 5, ''],
    ]
    const sheet = await sheetHarness({ language, tabs: { Customers: [['Customer ID', 'Visits', 'Tier'], ...rows] } })
    await sheet.call('applyTiers', { ...standard, indicators: [{ ...standard.indicators[0]!, label: 'Visits' }] }, true)
    const written = sheet.table(messages.tabs.standards.name)
    const fresh = await sheetHarness({
      ...{
        language,
        tabs: { Customers: [['Customer ID', 'Visits', 'Tier'], ...rows], [messages.tabs.standards.name]: written },
      },
    })
    const form = await open(fresh, 'Tiers')
    await form.page.getByRole('tab', { name: tiersForm.parts.rounds }).click()
    await form.press(tiersForm.startRound)
    await form.press(tiersForm.approve('ann@example.com'))
    await form.press(tiersForm.publish)
    const dialog = form.page.getByRole('alertdialog')
    await dialog.getByText(scoreForm.overwrite({ header: 'Tier', cells: 2 })).waitFor()
    await form.see('foreign-1-ask')
    await dialog.getByRole('button', { name: words.cancel }).click()
    expect(fresh.column('Customers', 'Tier')).toEqual(['VIP', 'Hot', ''])
    await form.press(tiersForm.publish)
    await dialog.getByRole('button', { name: tiersForm.publish }).click()
    await form.page.getByText(tiersForm.published({ up: 2, down: 0, first: 1 })).waitFor()
    await form.see('foreign-2-published')
    expect(fresh.column('Customers', 'Tier')).toEqual(['A', 'B', 'A'])
    expect(await form.faults()).toEqual([])
    await form.close()
  })
})
