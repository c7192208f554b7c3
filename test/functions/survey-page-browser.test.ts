import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'
import { faults } from './page-faults.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

let app: RunningApp
let browser: Browser
let server: ReturnType<typeof createAdaptorServer>
let origin: string
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
  server = createAdaptorServer({ fetch: app.hono.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await sharedBrowser()
  const both = (en: string, zh: string) => ({ en, 'zh-CN': zh })
  const questions = [
    { id: 'nps', type: 'nps', title: both('Recommend us?', '会推荐我们吗？'), required: true },
    { id: 'why', type: 'text', title: both('What went wrong?', '哪里不好？'), showIf: { question: 'nps', atMost: 6 } },
    { id: 'ease', type: 'ces', title: both('Easy?', '容易吗？'), required: true },
    { id: 'long', type: 'single', title: 'Which?', options: [{ label: 'W'.repeat(60) }, { label: 'Other' }] },
  ]
  desk = await surveyDesk(app, { title: both('Spring survey', '春季调查'), questions })
})
afterAll(async () => {
  server.close()
  await app.close()
})

/** A page on a phone, and all that its browser asked for or complained of. */
async function phone(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const heard = { requests: new Set<string>(), complaints: [] as string[] }
  page.on('request', (request) => heard.requests.add(`${request.method()} ${request.url().replace(/\?.*/, '')}`))
  page.on('console', (message) => heard.complaints.push(message.text()))
  return { page, context, heard }
}

const option = (page: Page, id: string, value: number) => page.locator(`[name="answers.${id}"][value="${value}"]`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className)

test.each([true, false])('a person answers on a phone, in both languages, with script on: %s', async (script) => {
  const { page, context, heard } = await phone({ javaScriptEnabled: script, locale: 'en-GB' })
  const before = await desk.count()
  await page.goto(origin + desk.path)
  expect(await page.getByLabel('What went wrong?').isVisible()).toBe(false)
  await option(page, 'nps', 3).check()
  await page.getByLabel('What went wrong?').fill('Late again')
  await page.getByRole('button', { name: '中文' }).click()
  expect(await page.getByLabel('哪里不好？').inputValue()).toBe('Late again')
  expect(await option(page, 'nps', 3).isChecked()).toBe(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => page.title()).toBe('请核对：春季调查')
  await expect.poll(() => focused(page)).toBe('summary')
  await page.getByRole('link', { name: '第 3 题必须回答' }).click()
  await expect.poll(() => focused(page)).toBe('q-ease')
  await option(page, 'ease', 7).check()
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('谢谢')
  expect(await desk.count()).toBe(before! + 1)
  expect([...heard.requests]).toEqual([`GET ${origin}${desk.path}`, `POST ${origin}${desk.path}`])
  expect(heard.complaints.filter((text) => !text.includes('400'))).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('the keyboard alone reaches everything in order, and Enter sends', async () => {
  const { page, context } = await phone({ javaScriptEnabled: false, locale: 'en' })
  const link = await desk.linkOf('C1')
  await page.goto(origin + link)
  const order: unknown[] = []
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab')
    order.push(await focused(page))
  }
  expect(order).toEqual(['switch', 'q-nps', 'q-ease', 'q-long', ''])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  await option(page, 'nps', 0).focus()
  await page.keyboard.press('ArrowLeft')
  expect(await option(page, 'nps', 10).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('Thank you')
  await page.getByRole('link', { name: 'See or change my answer' }).click()
  expect(await option(page, 'nps', 10).isChecked()).toBe(true)
  await option(page, 'nps', 2).check()
  await page.getByRole('button', { name: 'Send the change' }).last().click()
  await expect.poll(() => page.getByRole('definition').textContent()).toBe('10 → 2')
  await context.close()
})

test('the answer of an e-mail button is chosen on the page and sent from there', async () => {
  const { page, context } = await phone({ javaScriptEnabled: false, locale: 'en' })
  const before = await desk.count()
  await page.goto(`${origin}${desk.path}?a.nps=10`)
  expect(await option(page, 'nps', 10).isChecked()).toBe(true)
  expect(await desk.count()).toBe(before)
  await option(page, 'ease', 1).check()
  await page.getByRole('button', { name: 'Send' }).last().click()
  await expect.poll(() => desk.count()).toBe(before! + 1)
  await context.close()
})

test.each(['light', 'dark'] as const)('at 360 pixels, %s: all fits, can be touched and read', async (colorScheme) => {
  const { page, context } = await phone({ colorScheme, locale: 'en' })
  // 180 is how wide a phone of 360 is to who reads letters of twice the size.
  for (const width of [360, 320, 180]) {
    await page.setViewportSize({ width, height: 640 })
    await page.goto(origin + desk.path)
    await option(page, 'nps', 0).check()
    await page.getByRole('button', { name: 'Send' }).last().click()
    await page.locator('.summary').waitFor()
    expect(await page.evaluate(faults)).toEqual([])
  }
  await context.close()
})

test('a browser without :has shows every question, with what it depends on', async () => {
  const { page, context } = await phone({ locale: 'en' })
  await page.goto(origin + desk.path)
  const without = (await page.content()).replaceAll(':has(', ':not-known(')
  await page.setContent(without)
  expect(await page.getByLabel('What went wrong?').isVisible()).toBe(true)
  expect(await page.getByText('Only if your answer to question 1 is 0 to 6.').isVisible()).toBe(true)
  await context.close()
})
