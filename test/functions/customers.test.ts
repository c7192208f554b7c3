import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

const sync = (customers: unknown, operation?: string) =>
  app.call('POST', app.at('/customers'), { token: app.token, body: { customers }, ...(operation && { operation }) })

test('a page is added, then changes nothing, then only what changed', async () => {
  const page = Array.from({ length: 500 }, (_, i) => ({ id: `客户 ${i}#x`, name: `Customer ${i}`, tier: 'B' }))
  expect((await sync(page)).body).toEqual({ added: 500, changed: 0, unchanged: 0 })
  expect((await sync(page)).body).toEqual({ added: 0, changed: 0, unchanged: 500 })
  const [first, ...rest] = page
  expect((await sync([{ ...first, tier: 'A' }, ...rest])).body).toEqual({ added: 0, changed: 1, unchanged: 499 })
  expect((await sync([{ id: first!.id }])).body).toEqual({ added: 0, changed: 1, unchanged: 0 })
})

test('the same operation reports the same again; another page under it is refused', async () => {
  const first = await sync([{ id: 'same' }], 'sync-1')
  expect(first.body).toEqual({ added: 1, changed: 0, unchanged: 0 })
  expect((await sync([{ id: 'same' }], 'sync-1')).body).toEqual(first.body)
  expect((await sync([{ id: 'other' }], 'sync-1')).status).toBe(409)
})

const bad: [string, unknown, string][] = [
  ['no list', undefined, '"customers" is missing. Add it.'],
  ['an empty list', [], '"customers" must hold at least 1 entries.'],
  ['too many', Array.from({ length: 501 }, (_, i) => ({ id: `${i}` })), '"customers" must hold at most 500 entries.'],
  ['no id', [{ id: 'a' }, { name: 'B' }], '"customers.1.id" is missing. Add it.'],
  ['a blank id', [{ id: '' }], '"customers.0.id" must hold at least 1 characters.'],
  ['an id twice', [{ id: 'a' }, { id: 'a' }], 'The id a comes twice. Send each once.'],
  ['a tier that is no text', [{ id: 'a', tier: 1 }], '"customers.0.tier" must be text.'],
  [
    'an e-mail for a hash',
    [{ id: 'a', contactHash: 'a@b.c' }],
    '"customers.0.contactHash" must be a SHA-256 in hexadecimal.',
  ],
]
test.each(bad)('%s is refused with one sentence', async (_, customers, message) => {
  expect(await sync(customers)).toMatchObject({ status: 400, body: { error: { message } } })
})

test('more than three megabytes are refused', async () => {
  const reply = await sync([{ id: 'a', name: 'x'.repeat(3_000_000) }])
  expect(reply).toMatchObject({
    status: 413,
    body: { error: { message: 'This is over 3000 KB. Shorten it, or send it in smaller parts.' } },
  })
})
