import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { complaintDesk } from './complaint-desk-form.ts'

let browser: Browser
beforeAll(async () => {
  if (process.env.PICTURES) mkdirSync(process.env.PICTURES, { recursive: true })
  browser = await sharedBrowser()
})

describe.each(formLanguages('en'))('the queue in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.complaintQueue
  const { clocks } = messages.complaintMail

  test('it shows what is most urgent first, in words of working time, and finds by views, search and filters', async () => {
    const desk = await complaintDesk(language)
    const usual = await desk.log()
    const urgent = await desk.log({ severity: 'critical', customerId: 'C-2', description: 'Nothing works.' })
    const asked = await desk.log({ kind: 'suggestion', customerId: 'C-3', category: 'Price' })
    await desk.act(usual, 'assign', { owner: 'Ann' })
    desk.at('2026-03-10T10:20:00Z')
    const { page, press, see, settled } = await desk.form(browser, 'Complaints')
    const list = page.getByRole('list', { name: messages.complaintForm.parts.queue })
    const numbers = async () => (await list.getByRole('button').allInnerTexts()).map((each) => each.slice(0, 13))

    expect(await numbers()).toEqual([urgent.number, usual.number, asked.number])
    const rows = await list.getByRole('listitem').allInnerTexts()
    expect(rows[0]).toContain(text.late({ clock: clocks.response as string, time: text.minutes(20) }))
    expect(rows[1]).toContain(text.dueAt({ clock: clocks.response as string, at: text.today('11:00') }))
    expect(await see('queue-1')).toEqual([])

    await press(text.mine)
    expect(await numbers()).toEqual([usual.number])
    expect(await page.getByText(text.mineUnknown('ann@example.com')).count()).toBe(0)
    await press(text.mine)
    await press(text.dueViews.breached)
    expect(await numbers()).toEqual([urgent.number])
    await press(text.dueViews.breached)

    await page.getByLabel(messages.form.search).fill('contoso')
    await settled()
    expect(await numbers()).toEqual([asked.number])
    await page.locator('summary', { hasText: text.filters }).click()
    await page.getByLabel(messages.complaintForm.kind).selectOption('praise')
    await settled()
    expect(await see('queue-2-none')).toEqual([])
    await press(text.showOpen)
    expect(await numbers()).toHaveLength(3)

    await page.getByLabel(messages.complaintForm.category).fill('Price')
    await settled()
    expect(await see('queue-3-filters')).toEqual([])
    await list.getByRole('button').first().click()
    await settled()
    await press(messages.form.back)
    expect(await numbers()).toEqual([asked.number])
  })

  test('more than a page comes by pages', async () => {
    const desk = await complaintDesk(language)
    const made = [await desk.log(), await desk.log({ severity: 'high' }), await desk.log({ severity: 'low' })]
    const { page, press } = await desk.form(browser, 'Complaints', { rowsOfPage: 2 })
    const list = page.getByRole('list', { name: messages.complaintForm.parts.queue })
    expect(await list.getByRole('listitem').count()).toBe(2)
    await press(text.more)
    const shown = (await list.getByRole('button').allInnerTexts()).map((each) => each.slice(0, 13))
    expect(shown).toEqual([made[1], made[0], made[2]].map((each) => each?.number))
    expect(await page.getByRole('button', { name: text.more }).count()).toBe(0)
  })

  test('the Complaints tab holds what is open: rows stay where a person put them, closed ones stay as closed', async () => {
    const desk = await complaintDesk(language)
    const { sheet } = desk
    const [first, second] = [await desk.log(), await desk.log({ severity: 'critical', customerId: 'C-2' })]
    const { page, press, see } = await desk.form(browser, 'Complaints')
    await page.locator('summary', { hasText: text.tab }).click()
    await press(text.refreshTab)
    const { name, headers } = messages.tabs.complaints
    await page.getByText(text.tabDone({ tab: name, updated: 0, added: 2, left: 0 })).waitFor()
    expect(await see('tab-1')).toEqual([])
    expect(sheet.column(name, headers.number)).toEqual([second.number, first.number])
    expect(sheet.column(name, headers.customer)).toEqual(['东方贸易', 'Northwind'])

    const tab = sheet.book.sheets.find((each) => each.name === name)!
    const width = tab.facts().lastColumn
    tab.type(1, width + 1, 'Mine')
    tab.type(2, width + 1, 'call the plant')
    tab.sort(2, 1, false)
    await desk.log({ severity: 'low' })
    await desk.act(await desk.act(second, 'acknowledge'), 'resolve').then((each) => desk.act(each, 'close'))
    await page.getByLabel(text.withClosed).check()
    await press(text.refreshTab)
    await page.getByText(text.tabDone({ tab: name, updated: 2, added: 1, left: 0 })).waitFor()
    expect(sheet.column(name, 'Mine')).toEqual(['', 'call the plant', ''])
    const { states } = messages.complaintForm
    expect(sheet.column(name, headers.state)).toEqual([states.received, states.closed, states.received])
    await page.getByLabel(text.withClosed).uncheck()
    await press(text.refreshTab)
    await page.getByText(text.tabDone({ tab: name, updated: 2, added: 0, left: 1 })).waitFor()
    expect(sheet.column(name, headers.state)).toEqual([states.received, states.closed, states.received])
  })

  test('what somebody who is away has open goes to others: previewed, page by page, stopped and gone on with', async () => {
    const desk = await complaintDesk(language)
    for (let at = 0; at < 26; at++) await desk.log({ owner: 'Li Na' })
    const { page, press, see, settled, hold, release } = await desk.form(browser, 'Complaints')
    await page.locator('summary', { hasText: text.handOver }).click()
    await page.getByLabel(text.handOverFrom).selectOption('Li Na')
    await press(messages.form.preview)
    const plan = (lines: string[]) => page.getByText([text.handOverPlan({ n: 26, from: 'Li Na' }), ...lines].join(' '))
    await plan([text.givenTo({ owner: 'Ann', n: 13 }), text.givenTo({ owner: 'Wang Wei', n: 13 })]).waitFor()
    await page.getByLabel(text.handOverTo).selectOption('Ann')
    await press(messages.form.preview)
    await plan([text.givenTo({ owner: 'Ann', n: 26 })]).waitFor()
    expect(await see('hand-over-1')).toEqual([])

    hold('handOverComplaints')
    await page.getByRole('button', { name: text.handOverDo(26) }).click()
    await page.getByText(text.handOverGiven({ done: 0, total: 26 })).waitFor()
    await page.getByRole('button', { name: messages.form.stop }).click()
    release()
    await settled()
    await page.getByText(text.handOverStopped).waitFor()
    expect(await see('hand-over-2-stopped')).toEqual([])
    await press(messages.form.preview)
    await press(text.handOverDo(1))
    await page.getByText(text.handOverDone({ given: [text.givenTo({ owner: 'Ann', n: 1 })], kept: 0 })).waitFor()
    await press(messages.form.preview)
    await page.getByText(text.handOverNone('Li Na')).waitFor()
    expect(await see('hand-over-3-none')).toEqual([])
  })
})
