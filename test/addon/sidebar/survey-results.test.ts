import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { importedAnswers } from '../imported-answers.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

/** A folder for pictures of each step, to be looked at. */
const pictures = process.env.PICTURES

const serial = (day: string): Cell => ({ date: Date.parse(day) / 86_400_000 + 25_569 })
const COMMENTS = [
  ...['Slow delivery', 'Slow delivery, friendly staff', '物流太慢，希望改进', '服务态度很好'],
  ...['Friendly, quick', '=1+1', '', ''],
]

/** 120 answers from January to March, none in most of February; A is content, B is not. */
const answers: Cell[][] = [
  ['Customer ID', 'Date', 'NPS', 'Product quality', 'Service attitude', 'Tier', 'Comment'],
  ...Array.from({ length: 120 }, (_, at): Cell[] => {
    const day = new Date(Date.UTC(2026, 0, 5 + (at < 60 ? at / 2 : 40 + at / 5)))
    const isGood = at % 3 !== 0
    const score = isGood ? 7 + (at % 4) : at % 7
    const cells = [`C-${at % 2 ? 1 : at}`, serial(day.toISOString().slice(0, 10)), score]
    return [...cells, isGood ? 5 : 2, isGood ? 4 : 3, isGood ? 'A' : at % 10 ? 'B' : '', COMMENTS[at % 8] as string]
  }),
]
const customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier'],
  ['C-1', 'Northwind', 'A'],
]

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([
    sharedBrowser(),
    startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-20T08:00:00Z') }),
  ])
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(() => backend.close())

describe.each(formLanguages('en'))('results of a survey in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.surveyResults
  const open = async (answered: boolean) => {
    const sheet = await sheetHarness({ tabs: { Answers: answers, Customers: customers, Notes: [] }, language, backend })
    await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
    const { surveyId } = await sheet.call<{ surveyId: string }>('createSurvey', 'Spring', crypto.randomUUID())
    if (answered) await importedAnswers(sheet.call, surveyId, 'Answers')
    let isAway = false
    const call: typeof sheet.call = async (name, ...args) => {
      if (isAway) throw new Error(messages.errors.backendAway())
      return sheet.call(name, ...args)
    }
    const form = await sheetForm(browser, { ...sheet, call }, 'Surveys', language)
    const { page } = form
    const see = async (name: string) => {
      expect.soft(await form.faults(), name).toEqual([])
      if (pictures) await form.picture(`${pictures}/${name}.${language}.png`)
    }
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await form.settled()
    }
    const choose = async (label: string, value: string) => {
      await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).selectOption(value)
      await form.settled()
    }
    const away = (is: boolean) => {
      isAway = is
    }
    const stat = (label: string) => page.locator('.stat', { has: page.getByText(label, { exact: true }) }).textContent()
    const post = async (path: string, body?: object, method = 'POST') => {
      const { workspaceId } = await sheet.call<{ workspaceId: string }>('currentConnection')
      const person = { sub: 'ann@example.com', email: 'ann@example.com', name: 'ann@example.com' }
      const reply = await fetch(`${backend.url}/v1/workspaces/${workspaceId}/surveys${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await backend.identityToken(person)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      return (await reply.json()) as { surveyId: string; link: string }
    }
    const enter = async (title: string) => {
      await press(title)
      await form.press(messages.surveyBuilder.parts.results)
    }
    await enter('Spring')
    await press(text.open)
    return { enter, post, sheet, form, page, see, press, choose, away, stat, surveyId }
  }

  test('figures are told with n, interval and verdict, drawn, broken down and written', async () => {
    const { sheet, form, page, see, press, choose, away, stat } = await open(true)
    expect(await stat(text.metrics.NPS)).toContain(text.ofAnswers(120))
    await see('figures')
    await choose(text.period, 'own')
    await page.getByLabel(text.from).fill('2026-03-01')
    await page.getByLabel(text.to).fill('2026-03-20')
    await form.settled()
    expect(await page.locator('.change').textContent()).toMatch(/2026-02-09/)
    await choose(text.by, 'tier')
    expect(await page.getByRole('row').allInnerTexts()).toHaveLength(4)
    expect(await page.getByRole('row', { name: 'B' }).textContent()).toMatch(/\*$/)
    await see('by-tier')
    await choose(text.question, 'productQuality')
    await page.getByText(text.write, { exact: true }).click()
    await sheet.select('Notes', 2)
    await press(text.atCell)
    expect(await page.getByRole('status').last().textContent()).toBe(text.written('Notes!A2'))
    expect(sheet.table('Notes')[2]).toEqual([
      text.cuts.tier,
      'n',
      text.metrics.CSAT,
      messages.limits.low,
      messages.limits.high,
    ])
    expect(sheet.table('Notes')[4]?.slice(0, 2)).toEqual(['A', expect.any(Number)])
    await press(text.live)
    expect(await page.getByRole('alert').textContent()).toBe(
      messages.errors.cellTaken({ cell: 'A2', rows: 4, columns: 5 }),
    )
    await see('written')
    away(true)
    await choose(text.by, 'week')
    expect(await page.getByRole('alert').first().textContent()).toBe(messages.errors.backendAway())
    away(false)
    await press(messages.form.again)
    expect(await page.getByRole('alert').count()).toBe(0)
    await see('by-week')
    await form.close()
  })

  test('comments are searched, told by their words, and lead to the customer', async () => {
    const { sheet, form, page, see, press } = await open(true)
    await form.press(text.comments)
    expect(await page.getByRole('listitem').count()).toBe(50)
    await see('comments')
    await press(text.more)
    expect(await page.getByRole('listitem').count()).toBe(90)
    const chip = page.getByRole('button', { name: /^slow/ })
    expect(await chip.textContent()).toContain('30')
    await chip.press('Enter')
    await expect.poll(() => page.getByRole('listitem').count()).toBe(30)
    expect(await chip.getAttribute('aria-pressed')).toBe('true')
    await page.getByLabel(text.search).fill('物流')
    await form.settled()
    expect(await page.getByRole('listitem').count()).toBe(15)
    await see('searched')
    await page.getByLabel(text.search).fill('quick friendly')
    await form.settled()
    await page
      .getByRole('button', { name: text.goTo('C-4') })
      .first()
      .click()
    await form.settled()
    expect(await page.getByRole('alert').textContent()).toContain('C-4')
    await page.getByLabel(text.search).fill('staff')
    await form.settled()
    await page
      .getByRole('button', { name: text.goTo('Northwind') })
      .first()
      .click()
    await form.settled()
    expect((await sheet.book.call('selection', {})) as object).toMatchObject({ row: 2 })
    await page.getByLabel(text.search).fill('nobody wrote this')
    await form.settled()
    expect(await page.getByText(text.noneHold).isVisible()).toBe(true)
    await form.close()
  })

  test('nothing yet says what to do, days without answers lead to all days', async () => {
    const { form, page, see, choose } = await open(false)
    expect(await page.getByText(text.none).isVisible()).toBe(true)
    await choose(text.period, 'month')
    expect(await page.getByText(text.noneThen).isVisible()).toBe(true)
    await page.getByRole('button', { name: text.showAll }).click()
    await form.settled()
    expect(await page.getByText(text.none).isVisible()).toBe(true)
    await see('empty')
    await form.press(text.comments)
    expect(await page.getByText(text.noComments).isVisible()).toBe(true)
    await form.close()
  })

  test('results of staff are told after closing, as a whole, by question and by group', async () => {
    const { form, page, see, press, choose, post, enter } = await open(false)
    const options = ['Sales', 'Store'].map((label) => ({ label }))
    const { surveyId } = await post('', {
      title: 'Mood',
      kind: 'staff',
      staffGroup: 'team',
      questions: [
        { id: 'team', type: 'single', title: 'Team', options },
        { id: 'mood', type: 'csat', title: 'Content?' },
        { id: 'why', type: 'text', title: 'Why?' },
      ],
    })
    const { link } = await post(`/${surveyId}/open`)
    for (const team of ['o1', 'o1', 'o1', 'o1', 'o1', 'o2', 'o2', 'o2', 'o2', 'o2', 'o2']) {
      const accept = { Accept: 'application/json', 'Content-Type': 'application/json' }
      const { ticket } = (await (await fetch(link, { headers: accept })).json()) as { ticket: string }
      const body = JSON.stringify({ ticket, answers: { team, mood: team === 'o1' ? 5 : 2, why: 'pay' } })
      expect((await fetch(link, { method: 'POST', headers: accept, body })).status).toBe(201)
    }
    await press(messages.form.back)
    await press(messages.form.back)
    await enter('Mood')
    expect(await page.getByText(messages.surveyBuilder.next.staff).isVisible()).toBe(true)
    await post(`/${surveyId}`, { status: 'closed' }, 'PATCH')
    await press(messages.form.back)
    await enter('Mood')
    await press(text.open)
    await choose(text.question, 'mood')
    await choose(text.by, 'segment')
    expect(await page.getByRole('row').count()).toBe(3)
    await page.getByRole('columnheader', { name: 'Team' }).waitFor()
    expect(await page.getByRole('combobox').count()).toBe(3)
    await see('staff-closed')
    await choose(text.question, 'team')
    expect(await page.getByRole('listitem').allTextContents()).toHaveLength(2)
    await see('choice')
    await form.press(text.comments)
    expect(await page.getByRole('listitem').allTextContents()).toEqual(Array.from({ length: 11 }, () => 'pay'))
    expect(await page.getByRole('button', { name: /^pay/ }).textContent()).toBe('pay 11')
    await see('staff-comments')
    await form.close()
  })
})
