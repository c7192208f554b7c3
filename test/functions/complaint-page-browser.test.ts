import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackAddress } from '../../functions/complaint/feedback-link.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'
import { type ComplaintDesk, complaintDesk, type Told } from './complaint-desk.ts'
import { faults } from './page-faults.ts'
import { ADA } from './running-app.ts'

let desk: ComplaintDesk
let browser: Browser
let server: ReturnType<typeof createAdaptorServer>
let origin: string
let form: string
beforeAll(async () => {
  desk = await complaintDesk()
  server = createAdaptorServer({ fetch: desk.hono.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await sharedBrowser()
  const made = await desk.call<{ link: string }>('POST', desk.path('/complaint-link'), { token: desk.token, body: {} })
  form = origin + new URL(made.body.link).pathname
})
afterAll(async () => {
  server.close()
  await desk.close()
})

/** A page on a phone that runs no script, and what its browser asked for. */
async function phone(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    javaScriptEnabled: false,
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(`${request.method()} ${request.url().replace(/\?.*/, '')}`))
  return { page, context, asked }
}

/** The question to the customer of a complaint that was resolved. */
async function question() {
  const { body } = await desk.log({ customerId: '', contact: { name: 'Mei' } })
  const actions = ['acknowledge', 'resolve', 'ask_feedback']
  for (const [at, action] of actions.entries()) await desk.act(body.id, { action, expectedVersion: at + 1 })
  const { workspace } = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!
  return { id: body.id, path: origin + new URL(feedbackAddress(desk.backend, workspace, body.id, 4)).pathname }
}

const all = async () => (await desk.get<{ complaints: Told[] }>('/complaints?status=all')).body.complaints

test('a customer writes on a phone, in both languages, and is given a number', async () => {
  const { page, context, asked } = await phone()
  const before = (await all()).length
  await page.goto(form)
  await page.getByLabel('What happened?').fill('The pallet arrived wet.')
  await page.getByLabel('Enquiry').check()
  await page.getByRole('button', { name: '中文' }).click()
  expect(await page.getByLabel('发生了什么？').inputValue()).toBe('The pallet arrived wet.')
  expect(await page.getByLabel('咨询').isChecked()).toBe(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => page.title()).toBe('请核对：联系我们')
  await page.getByRole('link', { name: '请填写您的姓名。' }).click()
  expect(page.url()).toMatch(/#q-name$/)
  await page.getByLabel('您的姓名').fill('梅')
  await page.getByLabel('电话').fill('010 1234567')
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('谢谢')
  const told = await all()
  expect(told).toHaveLength(before + 1)
  const [{ number }] = told.filter(({ kind }) => kind === 'enquiry') as [Told]
  expect(await page.getByText(`我们已收到您的反馈，编号为 ${number}。`).isVisible()).toBe(true)
  expect([...asked]).toEqual([`GET ${form}`, `POST ${form}`])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('the keyboard alone reaches every field in order and never the one for machines', async () => {
  const { page, context } = await phone({ javaScriptEnabled: true })
  await page.goto(form)
  const order: string[] = []
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    order.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.className || 'send'))
  }
  const fields = ['description', 'wantedOutcome', 'links', 'name', 'phone', 'email', 'customerType', 'reference']
  expect(order).toEqual(['switch', 'q-kind', ...fields.map((field) => `q-${field}`), 'send', expect.any(String)])
  await page.getByLabel('What happened?').fill('By keyboard')
  await page.getByLabel('Your name').fill('Mei')
  await page.getByLabel('E-mail').fill('mei@example.com')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('Thank you')
  await context.close()
})

test('a customer says on a phone that it is not solved', async () => {
  const { page, context, asked } = await phone()
  const { id, path } = await question()
  await page.goto(path)
  await page.getByLabel('No, not yet').check()
  await page.getByLabel('What else should we know?').fill('Still wet')
  await page.getByRole('button', { name: '中文' }).click()
  expect(await page.getByLabel('还没有解决').isChecked()).toBe(true)
  await page.getByLabel('2', { exact: true }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('谢谢')
  const { body } = await desk.get(`/complaints/${id}`)
  expect(body.history.at(-1)).toMatchObject({ action: 'reopen', satisfaction: 2, text: 'Still wet' })
  expect([...asked]).toEqual([`GET ${path}`, `POST ${path}`])
  await context.close()
})

test.each([
  ['light', 360],
  ['dark', 320],
] as const)('%s, %d pixels wide: all fits, can be touched and read', async (colorScheme, width) => {
  const { page, context } = await phone({ colorScheme, viewport: { width, height: 640 }, javaScriptEnabled: true })
  const { path } = await question()
  for (const language of ['en', 'zh-CN']) {
    for (const at of [form, path]) {
      await page.goto(`${at}?lang=${language}`)
      await page.locator('button[type=submit]').last().click()
      await page.locator('.summary').waitFor()
      expect(await page.evaluate(faults)).toEqual([])
    }
  }
  await context.close()
})
