import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

const tickets: Cell[][] = [
  [
    'Ticket ID',
    'Created time',
    'Initial Response Time',
    'Resolved time',
    'Status',
    'Type',
    'Priority',
    'Email',
    'Full name',
    'Subject',
    'Agent',
  ],
  [
    101,
    '03/02/2026 10:12:00',
    '03/02/2026 10:40:00',
    '04/02/2026 09:00:00',
    'Closed',
    'Problem',
    'Urgent',
    'office@northwind.example',
    'Northwind',
    'Wet pallet',
    'Li Na',
  ],
  [102, '05/02/2026', '', '', 'Open', 'Refund', 'Low', 'chen@x.example', 'Ms Chen', 'Charged twice', ''],
  [103, '06/02/2026', '05/02/2026', '', 'Open', 'Question', 'Medium', '', '', 'Opening hours?', ''],
  [104, 'soon', '', '', 'Open', 'Question', 'Medium', '', '', 'Hello', ''],
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

describe.each(formLanguages('en'))('importing complaints in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintImport
  const tabText = messages.tabImport
  const open = async (tabs: Record<string, Cell[][]>) => {
    const sheet = await sheetHarness({ tabs, language, backend })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    let pause: Promise<void> | undefined
    const { call } = sheet
    const slow: typeof call = async (name, ...args) => {
      if (name === 'sendComplaints') await pause
      return call(name, ...args)
    }
    const form = await sheetForm(browser, { ...sheet, call: slow }, 'ComplaintsImport', language)
    const { page } = form
    const see = async (name: string) => {
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const hold = () => {
      let release = () => {}
      pause = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    }
    return { sheet, page, see, press, hold }
  }

  test('an export is read, its words explained, previewed and imported with an account', async () => {
    const { sheet, page, see, press } = await open({ Customers: customers, Tickets: tickets })
    await page.getByText(text.why).waitFor()
    await see('1-tab')
    await press(tabText.read)
    expect(await page.getByLabel(tabText.by).inputValue()).toBe('email')
    await see('2-columns')
    await page
      .getByLabel(/03\/02\/2026 10:12:00/)
      .last()
      .selectOption('DAY_FIRST')
    await page.getByText(text.datesRead({ text: '03/02/2026 10:12:00', read: '2026-02-03 10:12' })).waitFor()
    const refund = page.getByLabel(text.word({ part: text.parts.kind, text: 'Refund', rows: 1 }))
    await press(tabText.preview)
    const reasons = page.getByRole('list', { name: tabText.rejected })
    expect(await reasons.getByRole('listitem').count()).toBe(3)
    await press(tabText.back)
    await refund.selectOption('complaint')
    await see('3-chosen')
    await press(tabText.preview)
    await see('4-preview')
    expect(await reasons.getByRole('listitem').count()).toBe(2)
    const { receivedAt: earlier, firstResponseAt: later } = text.parts
    expect(await reasons.textContent()).toContain(text.reasons.backwards({ earlier, later }))
    expect(await reasons.textContent()).toContain(text.reasons.notDate({ part: earlier, text: 'soon' }))
    await page.getByText(text.strangers({ rows: 1, isKept: false })).waitFor()
    await press(tabText.writeRejected)
    expect(sheet.column(text.rejectedTab, tabText.rejectedHeader.row)).toEqual(['4', '5'])
    await press(text.importCount(2))
    await page.getByText(text.account({ taken: 2, known: 0, rejected: 2 })).waitFor()
    await see('5-account')
    await press(tabText.done)
    await press(tabText.read)
    expect(await refund.inputValue()).toBe('complaint')
    await press(tabText.preview)
    await page.getByText(tabText.nothing).waitFor()
    await see('6-again')
  })

  test('it is stopped, closed, and goes on in another form where it stood', async () => {
    const many = Array.from({ length: 120 }, (_, at): Cell[] => [at + 1, '2026-02-01', 'Wet', 'closed'])
    const { sheet, page, see, press, hold } = await open({ Many: [['No.', 'Received', 'Category', 'Status'], ...many] })
    await press(tabText.read)
    await press(tabText.preview)
    await page.getByText(text.undated(120)).waitFor()
    const release = hold()
    await page.getByRole('button', { name: text.importCount(120) }).click()
    await page.getByText(text.sending({ done: 0, total: 120 })).waitFor()
    await see('7-sending')
    await page.getByRole('button', { name: messages.form.stop }).click()
    release()
    await page.getByText(text.stopped({ done: 100, total: 120 })).waitFor()
    await see('8-stopped')
    await page.reload()
    const { tabs } = await sheet.call<{ tabs: { kept: { open: { at: string } } }[] }>('complaintImportSetup')
    const { at } = tabs[0]!.kept.open
    await page.getByText(text.interrupted({ tab: 'Many', at, done: 100, of: 120 })).waitFor()
    await see('9-interrupted')
    await press(tabText.goOn)
    await page.getByText(text.account({ taken: 20, known: 100, rejected: 0 })).waitFor()
    await see('10-ended')
  })
})
