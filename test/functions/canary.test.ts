import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { app as backendApp } from '../../functions/app.ts'
import { sweep } from '../../functions/complaint/sweep.ts'
import { routes } from '../../functions/routes/routes.ts'
import { failingWrites } from './failing-writes.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

/** No word of the program's own. */
const CANARY = 'kanarek'
let planted = 0
const canary = () => `${CANARY}${++planted}`

/** A route's example with a canary in the place of each text, or after it, so that some pass and some are refused. */
function withCanaries(value: unknown, after: boolean): unknown {
  if (typeof value === 'string') return after ? `${value} ${canary()}` : canary()
  if (Array.isArray(value)) return value.map((each) => withCanaries(each, after))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withCanaries(each, after)]))
}

/** Each field by itself has one, the others are as in the example: so all of them are reached, behind every check. */
function oneByOne(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value} ${canary()}`, canary()]
  if (Array.isArray(value))
    return value.flatMap((each, i) => oneByOne(each).map((other) => value.map((kept, at) => (at === i ? other : kept))))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => oneByOne(each).map((other) => ({ ...value, [name]: other })))
}

test('what anybody sends, in whatever field, is in no line of the log, and of a failure in no reply', async () => {
  const spied = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  )
  const written = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'))
  const failed: string[] = []
  const ask = async (hono: RunningApp['hono'], { method, path, page }: (typeof routes)[number], body: unknown) => {
    const at = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'workspaceId' ? app.workspaceId : canary()))
    for (const accept of page ? ['application/json', 'text/html'] : ['application/json']) {
      const reply = await hono.request(`${at}?${canary()}=${canary()}&day=${canary()}&metric=${canary()}`, {
        method: method.toUpperCase(),
        headers: {
          Authorization: `Bearer ${app.token}`,
          'Idempotency-Key': canary(),
          'Content-Type': 'application/json',
          Accept: accept,
          'X-Document-Key': `${app.workspaceId}.${canary()}${'x'.repeat(20)}`,
          'X-Spreadsheet-Id': canary(),
          'User-Agent': canary(),
          'X-Request-Id': canary(),
          Referer: `https://${canary()}.test`,
        },
        ...(method !== 'get' && { body: JSON.stringify(body ?? {}) }),
      })
      if (reply.status === 500) failed.push(await reply.text(), JSON.stringify([...reply.headers]))
    }
  }
  const quoting = (command: unknown) =>
    Promise.reject(new Error(`${canary()} ${JSON.stringify(command)}\n at ${canary()}`))
  const broken = backendApp({ ...app.backend, db: { send: quoting } as unknown as typeof app.backend.db })
  for (const route of routes) {
    const body = route.example?.body
    for (const sent of [body, withCanaries(body, true), withCanaries(body, false), ...oneByOne(body).slice(0, 12)])
      await ask(app.hono, route, sent)
    await ask(broken, route, body)
  }
  // Writes that fail behind all checks, in the middle.
  const restore = failingWrites(app.backend.db, 'before', () => new Error(`${canary()} in a failing write`))
  for (const route of routes.filter(({ method }) => method !== 'get')) await ask(app.hono, route, route.example?.body)
  restore()
  const swept = await sweep(app.backend, { mailer: () => Promise.reject(new Error(canary())) })

  const lines = app.log.map((entry) => JSON.stringify(entry))
  const said = [...spied, ...written].flatMap(({ mock }) => mock.calls.map((call) => call.map(String).join(' ')))
  for (const spy of [...spied, ...written]) spy.mockRestore()
  expect(lines.length).toBeGreaterThan(routes.length * 3)
  expect(failed.length).toBeGreaterThan(routes.length)
  expect([...lines, ...failed, ...said, JSON.stringify(swept)].filter((line) => line.includes(CANARY))).toEqual([])
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
})
