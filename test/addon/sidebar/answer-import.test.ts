import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { faultProxy } from '../../fault-proxy.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

const answers: Cell[][] = [
  ['Timestamp', 'Email Address', 'NPS', 'Product quality', 'Comments', 'Rank', 'How'],
  ['03/02/2026 10:12:00', 'office@northwind.example', 9, 4, 'Quick', 'A', 'Interview'],
  ['04/02/2026 11:00:00', 'stranger@x.example', 3, '', '=1+1', '', ''],
  ['05/02/2026', '', 12, 9, '', '', ''],
  ['soon', '', 7, '', '', '', ''],
  ['', '', '', '', '', '', ''],
]
const customers: Cell[][] = [
  ['Customer ID', 'Name', 'E-mail', 'Tier'],
  ['C-1', 'Northwind', 'office@northwind.example', 'A'],
]

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([
    sharedBrowser(),
    startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') }),
  ])
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(() => backend.close())

describe.each(formLanguages('en'))('importing answers in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.answerImport
  const tabText = messages.tabImport
  const open = async (tabs: Record<string, Cell[][]>, url = backend.url) => {
    const sheet = await sheetHarness({ tabs, language, backend: { ...backend, url } })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    await sheet.call('createSurvey', 'After service', crypto.randomUUID())
    let pause: Promise<void> | undefined
    const call = sheet.call
    const slow: typeof call = async (name, ...args) => {
      if (name === 'sendAnswers') await pause
      return call(name, ...args)
    }
    const form = await sheetForm(browser, { ...sheet, call: slow }, 'Surveys', language)
    const { page } = form
    const see = async (name: string) => {
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const enter = async () => {
      await press('After service')
      await form.press(messages.surveyBuilder.parts.answers)
      await press(text.title)
    }
    const hold = () => {
      let release = () => {}
      pause = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    }
    return { sheet, form, page, see, press, enter, hold }
  }

  test('a form is read, previewed, imported with an account, and remembered', async () => {
    const { sheet, page, see, press, enter } = await open({ Customers: customers, Answers: answers })
    await enter()
    await see('1-tab')
    await press(tabText.read)
    await see('2-columns')
    const part = (name: string) => page.getByLabel(name, { exact: false }).first()
    expect(await page.getByLabel(tabText.by).inputValue()).toBe('email')
    await page.getByText(messages.customerFileForm.dayOrders.DAY_FIRST('2026-02-03')).waitFor({ state: 'attached' })
    await page
      .getByLabel(/03\/02\/2026 10:12:00/)
      .last()
      .selectOption('DAY_FIRST')
    await page.locator('summary', { hasText: text.facts }).click()
    await part(text.parts.tier).selectOption('5')
    await part(text.parts.channel).selectOption('6')
    await page.getByLabel(text.cameByElse).selectOption('phone')
    await see('3-chosen')
    await press(tabText.preview)
    await see('4-preview')
    const reasons = page.getByRole('list', { name: tabText.rejected })
    expect(await reasons.getByRole('listitem').count()).toBe(2)
    expect(await reasons.textContent()).toContain(text.reasons.notDate('soon'))
    await page.getByText(text.strangers({ rows: 1, isKept: false })).waitFor()
    await press(tabText.writeRejected)
    await page.getByText(tabText.written(text.rejectedTab)).waitFor()
    expect(sheet.column(text.rejectedTab, tabText.rejectedHeader.row)).toEqual(['4', '5'])
    await press(text.importCount(2))
    await page.getByText(text.account({ taken: 2, known: 0, rejected: 2 })).waitFor()
    await see('5-account')
    await press(tabText.done)
    await press(text.title)
    await press(tabText.read)
    expect(await page.getByLabel(text.cameByElse).inputValue()).toBe('phone')
    await press(tabText.preview)
    await page.getByText(tabText.nothing).waitFor()
    await see('6-again')
  })

  test('it is stopped, closed, and goes on in another form where it stood', async () => {
    const many = Array.from({ length: 520 }, (_, at): Cell[] => ['2026-02-01', at % 11])
    const { sheet, page, see, press, enter, hold } = await open({ Many: [['Date', 'NPS'], ...many] })
    await enter()
    await press(tabText.read)
    await press(tabText.preview)
    const release = hold()
    await page.getByRole('button', { name: text.importCount(520) }).click()
    await page.getByText(text.sending({ done: 0, total: 520 })).waitFor()
    await page.waitForTimeout(100)
    await see('7-sending')
    await page.getByRole('button', { name: messages.form.stop }).click()
    release()
    await page.getByText(text.stopped({ done: 500, total: 520 })).waitFor()
    await see('8-stopped')
    await page.reload()
    await enter()
    const { kept } = (
      await sheet.call<{ tabs: { kept: { open: { at: string } } }[] }>('answerImportSetup', await surveyOf(sheet.call))
    ).tabs[0]!
    await page.getByText(text.interrupted({ tab: 'Many', at: kept.open.at, done: 500, of: 520 })).waitFor()
    await see('9-interrupted')
    await press(tabText.goOn)
    await page.getByText(text.account({ taken: 20, known: 500, rejected: 0 })).waitFor()
    await see('10-ended')
  })

  test('while the service is away it says so and tries again, can be stopped, and goes on later', async () => {
    const proxy = await faultProxy(backend.url)
    const { form, page, see, press, enter } = await open(
      {
        Two: [
          ['Date', 'NPS'],
          ['2026-02-01', 9],
          ['2026-02-02', 3],
        ],
      },
      proxy.url,
    )
    await enter()
    await press(tabText.read)
    await press(tabText.preview)
    await proxy.down()
    const start = page.getByRole('button', { name: text.importCount(2) })
    await start.click()
    await page.getByText(messages.form.away({ try: 2, of: 6, seconds: 3 })).waitFor()
    await see('12-away')
    await page.getByText(messages.form.awayTrying({ try: 2, of: 6 })).waitFor()
    await page.getByText(messages.form.away({ try: 3, of: 6, seconds: 6 })).waitFor()
    await page.getByRole('button', { name: messages.form.stop }).click()
    await page.getByText(text.stopped({ done: 0, total: 2 })).waitFor()
    await see('13-away-stopped')
    await proxy.up()
    await form.settled()
    await start.click()
    await page.getByText(text.account({ taken: 2, known: 0, rejected: 0 })).waitFor()
    await see('14-back')
  })

  test('without a tab it says what to do', async () => {
    const { page, enter, see } = await open({ Sheet1: [] })
    await enter()
    await page.getByText(text.noTabs).waitFor()
    await see('11-no-tabs')
  })
})

async function surveyOf(call: <T>(name: string, ...args: unknown[]) => Promise<T>): Promise<string> {
  return (await call<{ surveyId: string }[]>('listSurveys'))[0]!.surveyId
}
