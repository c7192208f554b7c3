import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { InputError } from '../../core/input-error.ts'
import { app as backendApp } from '../../functions/app.ts'
import { PUBLIC_LIMITS, rateLimiter } from '../../functions/request/rate-limits.ts'
import { startBackend } from '../../local/backend.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 3_600_000)
  desk = await surveyDesk(app)
})

/** Refused before anything is read, so that many requests take no time. */
const NOTHING = `/s/${'x'.repeat(301)}`
/** Not to be found among all there are. */
const NOBODYS = `/s/nobody.${'a'.repeat(43)}`

const from = (sourceIp: string) => ({ requestContext: { http: { sourceIp } } })
const get = async (at: string, env: object = {}, accept = 'text/html') =>
  app.hono.request(at, { headers: { Accept: accept } }, env)

async function until429(ask: () => Promise<Response>): Promise<{ asked: number; reply: Response }> {
  for (let asked = 1; ; asked++) {
    const reply = await ask()
    if (reply.status === 429 || asked > 2000) return { asked, reply }
  }
}

test('an address that asks too often is told when to come back, whatever it asks for', async () => {
  const { asked, reply } = await until429(() => get(NOTHING, from('192.0.2.1')))
  expect(asked).toBe(PUBLIC_LIMITS.address.burst + 1)
  expect(reply.headers.get('Retry-After')).toBe('1')
  expect(await reply.text()).toMatch(/Wait 1 second and try again\. Go back: what you typed is still there\./)
  expect((await get(desk.path, from('192.0.2.1'))).status).toBe(429)
  expect((await get(desk.path, from('192.0.2.2'))).status).toBe(200)
  app.clock.now = new Date(app.clock.now.getTime() + 1000)
  expect((await get(desk.path, from('192.0.2.1'))).status).toBe(200)
  const stored = JSON.stringify([await everything(app), app.log])
  expect(stored).not.toContain('192.0.2')
})

test('on one machine the address is that of the connection, whatever a header says', async () => {
  const { url, close } = await startBackend({ dir: ':memory:', port: 0, now: () => app.clock.now })
  const { asked } = await until429(() => fetch(url + NOTHING, { headers: { 'X-Forwarded-For': `${Math.random()}` } }))
  expect(asked).toBe(PUBLIC_LIMITS.address.burst + 1)
  await close()
})

test('an address whose links lead nowhere is kept from trying others, whatever it tries, and nobody else is', async () => {
  const few = backendApp(app.backend, { ...PUBLIC_LIMITS, miss: { burst: 3, perSecond: 0.1 } })
  const ask = async (at: string, sourceIp = '192.0.2.3') => (await few.request(at, {}, from(sourceIp))).status
  const own = await desk.linkOf('C1')
  const statuses = []
  for (const at of [NOBODYS, own, '/c/x', own, NOBODYS.replace('/s/', '/f/'), own, NOBODYS, desk.path])
    statuses.push(await ask(at))
  expect(statuses).toEqual([404, 200, 404, 200, 404, 429, 429, 429])
  expect(await ask(own, '192.0.2.4')).toBe(200)
  app.clock.now = new Date(app.clock.now.getTime() + 10_000)
  expect([await ask(own), await ask(own), await ask(NOBODYS), await ask(own)]).toEqual([200, 200, 404, 429])
})

test('addresses of one IPv6 network count together', async () => {
  const ends = Array.from({ length: PUBLIC_LIMITS.address.burst }, (_, i) => `2001:db8:1:2:${i.toString(16)}::1`)
  for (const end of ends) await get(NOTHING, from(end))
  expect((await get(NOTHING, from('2001:db8:1:2:ffff::1'))).status).toBe(429)
  expect((await get(NOTHING, from('2001:db8:1:3::1'))).status).toBe(404)
})

test("a customer's own link is limited from wherever it is asked; a dead one tells nothing", async () => {
  const link = await desk.linkOf('C1')
  const { asked, reply } = await until429(() => get(link, {}, 'application/json'))
  expect(asked).toBe(PUBLIC_LIMITS.link.burst + 1)
  expect(await reply.json()).toMatchObject({ error: { code: 'tooManyRequests', details: { seconds: 1 } } })
  const send = { method: 'POST', body: new URLSearchParams({ 'answers.nps': '9' }) }
  expect((await app.hono.request(link, send)).status).toBe(429)
  expect((await get(await desk.linkOf('C2'))).status).toBe(200)
  await desk.change({ status: 'closed' })
  expect((await get(link)).status).toBe(404)
})

test('a survey is limited through all of its links together, and each survey by itself', async () => {
  const few = backendApp(app.backend, { ...PUBLIC_LIMITS, survey: { burst: 3, perSecond: 0.5 } })
  const [own, other, other2] = [await desk.linkOf('C1'), await desk.linkOf('C2'), await surveyDesk(app)]
  const ask = (at: string, headers: Record<string, string> = {}) => few.request(at, { headers })
  const { ticket } = (await (await ask(own, { Accept: 'application/json' })).json()) as { ticket: string }
  for (const at of [desk.path, other]) expect((await ask(at)).status).toBe(200)

  const json = { Accept: 'application/json', 'Accept-Language': 'zh-CN' }
  const told = await ask(desk.path, json)
  expect([told.status, told.headers.get('Retry-After')]).toEqual([429, '2'])
  expect(await told.json()).toMatchObject({
    error: { code: 'tooManyRequests', message: '短时间内请求过多，请等待 2 秒后再试。', details: { seconds: 2 } },
  })
  const page = await ask(other, { 'Accept-Language': 'en' })
  expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '2'])
  expect(await page.text()).toContain('Wait 2 seconds and try again.')
  const body = new URLSearchParams({ ticket, 'answers.nps': '9' })
  expect((await few.request(own, { method: 'POST', body })).status).toBe(429)
  expect(await desk.count()).toBe(0)
  expect((await ask(other2.path)).status).toBe(200)

  app.clock.now = new Date(app.clock.now.getTime() + 2000)
  expect((await few.request(own, { method: 'POST', body })).status).toBe(200)
  expect(await desk.count()).toBe(1)
})

test('whoever waits as long as they are told is let in, wherever a limit holds', () => {
  for (const of of Object.keys(PUBLIC_LIMITS) as (keyof typeof PUBLIC_LIMITS)[]) {
    const clock = { now: new Date(0) }
    const limit = rateLimiter({ now: () => clock.now })
    let waits = 0
    for (let asked = 0; asked < PUBLIC_LIMITS[of].burst + 50; asked++) {
      try {
        limit(of, 'one')
      } catch (error) {
        const { seconds } = (error as InputError<'tooManyRequests'>).details
        clock.now = new Date(clock.now.getTime() + seconds * 1000)
        limit(of, 'one')
        waits++
      }
    }
    expect([of, waits > 0]).toEqual([of, true])
    expect(() => limit(of, 'another')).not.toThrow()
  }
})

test('a bucket fills again by the second, and a survey takes more the more partitions it has', () => {
  const clock = { now: new Date(0) }
  const limit = rateLimiter({ now: () => clock.now }, { ...PUBLIC_LIMITS, survey: { burst: 2, perSecond: 0.5 } })
  const takes = (times: number) => {
    for (let taken = 0; taken < 100; taken++) {
      try {
        limit('survey', 's', times)
      } catch (error) {
        return [taken, (error as Error).message]
      }
    }
    return undefined
  }
  expect(takes(1)).toEqual([2, 'Too many requests came in a short time. Wait 2 seconds and try again.'])
  clock.now = new Date(3000)
  expect(takes(1)?.[0]).toBe(1)
  clock.now = new Date(60_000)
  expect(takes(1)?.[0]).toBe(2)
  clock.now = new Date(120_000)
  expect(takes(16)?.[0]).toBe(32)
})
