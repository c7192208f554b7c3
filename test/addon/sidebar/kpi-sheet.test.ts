import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const Customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier', 'Owner'],
  ['C1', 'Northwind', 'A', 'Ann'],
  ['C2', 'Kestrel', 'B', 'Bob'],
]
const Orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['O1', 'C1', { date: 46_000 }, 100],
  ['O2', 'C2', { date: 46_020 }, 50],
]

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})

describe.each(formLanguages('en'))('the KPI sheet’s form, in %s', (language) => {
  const { kpi: text, kpis, kpiPeriods } = messagesFor(language)
  const sharing = { editors: ['ann@example.com', 'bob@example.com'], viewers: ['cleo@example.com'] }

  test('chooses tiles, says who will see them before it writes, refreshes, and takes over from another person', async () => {
    const sheet = await sheetHarness({ language, tabs: { Customers, Orders }, sharing })
    const form = await sheetForm(browser, sheet, 'KpiSheet', language)
    const { page } = form
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const box = (name: string) => page.getByLabel(name, { exact: true })

    expect(await box(kpis.revenue).isChecked()).toBe(true)
    expect(await box(kpis.nps).isChecked()).toBe(false)
    await box(kpis.revenue).uncheck()
    await box(text.sheet.cuts.owner).uncheck()
    await page.getByLabel(text.period).selectOption({ label: kpiPeriods.names.MONTH })
    await button(text.build).click()
    const asked = await page.getByRole('alertdialog').textContent()
    for (const name of ['ann@example.com', 'bob@example.com', 'cleo@example.com']) expect(asked).toContain(name)
    expect(sheet.tabNames()).toEqual(['Customers', 'Orders'])
    await button(text.write).click()
    await form.settled()
    expect(await form.faults()).toEqual([])
    const cells = sheet.table(text.sheetName).flat()
    expect(cells).toContain(kpis.orders)
    expect(cells).not.toContain(kpis.revenue)
    expect(cells).not.toContain(text.sheet.cuts.owner)

    await button(text.hourly).click()
    await form.settled()
    await page.getByText(text.hourlyByYou).waitFor()
    const bob = await sheetForm(browser, await sheet.as('bob@example.com'), 'KpiSheet', language)
    await bob.page.getByText(text.hourlyBy('ann@example.com')).waitFor()
    await bob.page.getByRole('button', { name: text.takeOver }).click()
    await bob.settled()
    await bob.page.getByText(text.hourlyByYou).waitFor()
    expect(sheet.table(text.sheetName)[3]?.[1]).toBe(text.sheet.hourlyBy('bob@example.com'))

    sheet.renameHeader('Orders', 'Amount', 'Sum')
    await bob.page.getByRole('button', { name: text.refresh, exact: true }).click()
    await bob.settled()
    expect(await bob.page.getByRole('alert').textContent()).toContain('Orders')
    expect(await bob.faults()).toEqual([])
    await bob.close()
    await form.close()
  })
})
