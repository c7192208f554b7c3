import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { isoDay } from '../../../core/calendar/iso-day.ts'
import { messagesFor } from '../../../core/messages/messages.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

const TODAY = Math.floor(Date.now() / 86_400_000)
const cell = (day: number): Cell => ({ date: day + 25_569 })
const Customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier'],
  ['C1', 'Northwind', 'A'],
  ['C2', 'Kestrel', 'B'],
]
const Orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['O1', 'C1', cell(TODAY - 400), 900],
  ['O2', 'C1', cell(TODAY - 40), 1600],
  ['O3', 'C2', cell(TODAY - 3), 500],
]
/** Revenue rises from 1000 by 20 a day, up to yesterday; the third day back was not kept. */
const kept = Array.from({ length: 50 }, (_, at) => 50 - at)
  .filter((back) => back !== 30)
  .map((back): Cell[] => {
    const value = 2000 - 20 * back + (back % 3) * 15
    return [
      cell(TODAY - back),
      'revenue',
      'Revenue',
      '',
      '',
      'YEAR_TO_DAY',
      'money',
      value,
      40,
      '',
      '',
      cell(TODAY - back),
    ]
  })
const HEADER = [
  'Day',
  'KPI',
  'Called',
  'Broken down by',
  'Group',
  'Period',
  'Unit',
  'Value',
  'n',
  'Low',
  'High',
  'As of',
]

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
  if (pictures) mkdirSync(pictures, { recursive: true })
})

describe.each(formLanguages('zh-CN'))('history and proof of KPIs in %s', (language) => {
  const messages = messagesFor(language)
  const [history, proof] = [messages.kpiHistoryForm, messages.kpiProofForm]

  test('a KPI is compared with a day that was not kept, its trend is told, and a tile is proven', async () => {
    const tabs = { Customers, Orders, 'KPI history': [HEADER, ...kept] }
    const sheet = await sheetHarness({ tabs, language })
    const tiles = ['revenue', 'retention', 'customers']
    await sheet.call('buildKpiSheet', { customers: 'Customers', orders: 'Orders', tiles, tables: ['tier'], language })
    const form = await sheetForm(browser, sheet, 'KpiSheet', language)
    const { page } = form
    const picture = (name: string) => pictures && form.picture(`${pictures}/${name}-${language}.png`)
    const says = () => page.locator('main').textContent()

    await form.press(messages.kpi.parts.history)
    const [asked, found] = [isoDay(TODAY - 30), isoDay(TODAY - 31)]
    await page.getByLabel(history.day).fill(asked)
    await form.settled()
    expect(await says()).toContain(history.otherDay({ asked, found }))
    // 2000 - 20 * 31 + 15, and the 2100 of today
    const stats = await page.locator('.stat dd:not(.hint)').allInnerTexts()
    expect(stats).toEqual(['1,395', '2,100', '+705'])
    expect(await says()).toContain(messages.trendDirections.up)
    expect(await page.locator('svg .band').count()).toBe(1)
    expect(await form.faults()).toEqual([])
    await picture('history')

    await form.press(messages.kpi.parts.prove)
    await form.pressPrimary()
    expect(await says()).toContain(proof.verdicts.same)
    expect(await says()).toContain(messages.kpiDefinitions.revenue)
    await picture('proof')
    sheet.type('Orders', 4, 4, 400)
    await form.pressPrimary()
    expect(await page.locator('.notice.warn').textContent()).toContain(proof.verdicts.changed('').slice(0, 10))
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/2,100.*2,000/)
    expect(await form.faults()).toEqual([])
  })
})
