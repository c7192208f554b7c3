import { afterAll, beforeAll, expect, test } from 'vitest'
import { whoMay } from '../../functions/request/access.ts'
import { routes } from '../../functions/routes/routes.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

let app: RunningApp
/** What `{link}` stands for, by kind. */
let links: Record<string, string>
beforeAll(async () => {
  app = await runningApp()
  const post = (path: string, body: unknown) => app.call('POST', app.at(path), { token: app.token, body })
  await post('/customers', { customers: [{ id: 'C1' }, { id: 'C2' }, { id: 'C3' }] })
  const followUp = [{ question: 'nps', atMost: 6, opens: 'complaint' }]
  const desk = await surveyDesk(app, { followUp, quota: 100 })
  const used = await desk.linkOf('C2')
  await desk.answer({ nps: '3', why: 'late' }, used)
  const over = await surveyDesk(app)
  const closed = await over.linkOf('C1')
  await over.change({ status: 'closed' })
  const expired = await desk.linkOf('C3', { wave: '2', expiresOn: '2026-03-09' })
  const own = await desk.linkOf('C1')
  const paths = { open: desk.path, own, used, expired, closed, foreign: `${own}x`, malformed: '/s/nothing' }
  links = Object.fromEntries(Object.entries(paths).map(([kind, path]) => [kind, path.slice('/s/'.length)]))
})
afterAll(() => app.close())

const READERS: Record<string, Record<string, string>> = {
  'a browser': { 'User-Agent': 'Mozilla/5.0', Accept: 'text/html' },
  'a client of the API': { Accept: 'application/json' },
  WeChat: { 'User-Agent': 'MicroMessenger/8.0.49', 'Accept-Language': 'zh-CN' },
  'a mail scanner': { 'User-Agent': 'Mozilla/5.0 (compatible; Microsoft Office; ms-office; SafeLinks)', Accept: '*/*' },
  'a link preview': { 'User-Agent': 'facebookexternalhit/1.1', Accept: '*/*', Range: 'bytes=0-524287' },
  'a prefetch': { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch;prerender' },
  'a reader with somebody else’s fields': {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-HTTP-Method-Override': 'POST',
  },
}
const QUERIES = ['', '?a.nps=0', '?answers.nps=0&ticket=x&show=en', '?_method=POST&lang=zh-CN']

/** Every path that answers a GET of anybody. */
const PATHS = [
  '/health',
  '/openapi.json',
  '/',
  '/nothing',
  ...routes
    .filter(({ operationId, method }) => whoMay(operationId) === 'public' && method === 'get')
    .map(({ path }) => path),
]

test('the public page is among what is read', () => {
  expect(PATHS).toContain('/s/{link}')
})

test.each(PATHS)('nothing in the table changes, and no link is used up, by reading %s', async (path) => {
  const before = await everything(app)
  const kinds = path.includes('{link}') ? Object.values(links).map((link) => path.replace('{link}', link)) : [path]
  const [browser, ...others] = Object.values(READERS)
  const asked = kinds.flatMap((at) => [
    ...QUERIES.map((query) => ({ at: at + query, method: 'GET', headers: browser })),
    ...others.map((headers) => ({ at: `${at}?a.nps=0`, method: 'GET', headers })),
    ...['HEAD', 'OPTIONS'].map((method) => ({ at: `${at}?a.nps=0`, method, headers: browser })),
  ])
  for (const { at, method, headers } of asked) {
    const reply = await app.hono.request(at, { method, ...(headers && { headers }) })
    expect(reply.status).toBeLessThan(500)
  }
  expect(await everything(app)).toEqual(before)
})
