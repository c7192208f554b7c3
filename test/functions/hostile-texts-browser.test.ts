import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formLengths } from '../../core/complaint/public-form.ts'
import { plainText } from '../../functions/request/plain-text.ts'
import { PATIENCE_MS } from '../patience.ts'
import { sharedBrowser } from '../shared-browser.ts'
import { hostileTexts } from './hostile-texts.ts'
import { faults } from './page-faults.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

/** Those that a survey can be asked in. */
const texts = hostileTexts.filter((text) => plainText(text).trim() && text.length <= 500)
/** As many questions as a survey has. */
const MOST = 100

let app: RunningApp
let server: ReturnType<typeof createAdaptorServer>
let origin: string
let context: BrowserContext
let page: Page
let heard: { asked: string[]; said: string[] }
beforeAll(async () => {
  app = await runningApp()
  server = createAdaptorServer({ fetch: app.hono.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  context = await (await sharedBrowser()).newContext({ viewport: { width: 360, height: 640 }, locale: 'en' })
  page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  heard = { asked: [], said: [] }
  context.on('request', (request) => heard.asked.push(`${request.method()} ${request.url().replace(/\?.*/, '')}`))
  context.on('page', () => heard.said.push('another page'))
  page.on('dialog', (dialog) => {
    heard.said.push(dialog.message())
    return dialog.dismiss()
  })
  page.on('console', (message) => heard.said.push(message.text()))
  page.on('pageerror', (error) => heard.said.push(String(error)))
})
afterAll(async () => {
  await context.close()
  server.close()
  await app.close()
})

const TAGS =
  'html head meta title style body main form button h1 p input div span label legend fieldset textarea ul li a dl dt dd'.split(
    ' ',
  )

/** That a page did nothing but stand there, and stands as it should. */
async function isHarmless(shown: readonly string[], path: string) {
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    tags: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
    attributes: [...document.querySelectorAll('*')].flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => /^on|^(style|src|srcdoc|href|formaction|ping)$/.test(name))
        .map((name) => `${name}=${element.getAttribute(name)}`),
    ),
    words: `${document.body.textContent}${[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value).join('\n')}`,
  }))
  expect(found.ran).toBe(false)
  expect(found.tags.filter((tag) => !TAGS.includes(tag))).toEqual([])
  expect(found.attributes.filter((each) => !/^href=(#q-|\?lang=)[\w-]+$/.test(each))).toEqual([])
  expect(page.frames()).toHaveLength(1)
  const isOwn = (asked: string) => new RegExp(`^(GET|POST) ${origin}${path.replace('.', '\\.')}$`).test(asked)
  expect(heard.asked.filter((asked) => !isOwn(asked))).toEqual([])
  expect(heard.said.filter((text) => !/status of 400/.test(text))).toEqual([])
  expect(shown.filter((text) => !found.words.includes(text))).toEqual([])
  expect(await page.evaluate(faults)).toEqual([])
}

const asShown = (text: string) => plainText(text).trim()

test('over a hundred hostile texts, as titles, questions and options, run, load and move nothing', async () => {
  expect(texts.length).toBeGreaterThan(100)
  for (let from = 0; from < texts.length; from += MOST) {
    const asked = texts.slice(from, from + MOST)
    const questions = asked.map((title, i) => ({
      id: `q${i}`,
      type: i % 2 ? 'text' : 'multiple',
      title,
      required: i === 0,
      ...(i > 0 && i % 3 === 0 && { showIf: { question: 'q0', anyOf: ['o1'] } }),
      ...(i % 2 === 0 && { options: [{ label: title }, { label: `${texts.at(-i - 1)!.slice(0, 400)} ${i}` }] }),
    }))
    const desk = await surveyDesk(app, { title: asked.slice(1, 60).join('').slice(0, 500), questions })
    heard.asked = []
    await page.goto(origin + desk.path)
    await isHarmless(asked.map(asShown), desk.path)
    expect(await page.title()).toBe((await page.locator('h1').textContent())!.replace(/[\t\n ]+/g, ' ').trim())
    // Sent without what has to be answered, and shown again with all problems and what was typed.
    const typed = texts.slice(0, Math.min(50, Math.floor(asked.length / 2))).map((text) => text.slice(0, 150))
    await page.evaluate((values) => {
      const fields = document.querySelectorAll('textarea')
      for (const [i, field] of fields.entries()) field.value = values[i] ?? ''
    }, typed)
    await page.getByRole('button', { name: 'Send' }).last().click()
    await expect.poll(() => page.title()).toMatch(/^Please check: /)
    await isHarmless(
      [...asked.map(asShown), ...typed.slice(0, 20).map((text) => plainText(text).replace(/\r\n?/g, '\n'))],
      desk.path,
    )
  }
})

test('nor where a customer corrects an answer, or writes to the desk', async () => {
  const [one, other] = [texts.slice(0, 40).join('\n'), texts.slice(40, 80).join('\n')].map((text) =>
    text.slice(0, 3000),
  )
  const desk = await surveyDesk(app)
  const link = await desk.linkOf('C1')
  await desk.answer({ nps: '1', why: one! }, link)
  heard.asked = []
  await page.goto(origin + link)
  await page.locator('textarea').fill(other!)
  await page.getByRole('button', { name: 'Send the change' }).last().click()
  await expect.poll(() => page.getByRole('definition').textContent()).toContain('→')
  await isHarmless([], link)

  const made = await app.call<{ link: string }>('POST', app.at('/complaint-link'), { token: app.token, body: {} })
  const form = new URL(made.body.link).pathname
  const names = ['description', 'wantedOutcome', 'links', 'name', 'phone', 'email', 'reference'] as const
  const left = [...texts]
  for (let round = 0; left.length > 0; round++) {
    heard.asked = []
    await page.goto(origin + form)
    // Each round another field takes most of them.
    const most = names[round % names.length]!
    const typed = names.map((name) => {
      const taken = left.splice(0, name === most ? formLengths[name] / 60 : 4)
      return [name, taken.join(name === 'links' ? '\n' : ' ').slice(0, formLengths[name])] as const
    })
    await page.evaluate((values) => {
      for (const [name, value] of values) (document.querySelector(`[name="${name}"]`) as HTMLInputElement).value = value
    }, typed)
    await page.getByRole('button', { name: 'Send' }).last().click()
    await page.locator('.summary').waitFor()
    await isHarmless([], form)
  }
})
