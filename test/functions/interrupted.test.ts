import { afterEach, beforeEach, expect, test } from 'vitest'
import { failingWrites } from './failing-writes.ts'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
let surveyId: string
beforeEach(async () => {
  app = await runningApp()
  const body = { title: 'Survey', questions: [{ id: 'nps', type: 'nps', title: 'Recommend?' }] }
  surveyId = (await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token: app.token, body })).body
    .surveyId
})
afterEach(() => app.close())

const importing = (rows: unknown[], operation?: string) =>
  app.call('POST', app.at(`/surveys/${surveyId}/answers/import`), {
    token: app.token,
    body: { rows },
    ...(operation && { operation }),
  })

const count = async () => {
  const at = app.at(`/surveys/${surveyId}/figures?metric=COUNT`)
  return (await app.call<{ figure: number }>('GET', at, { token: app.token })).body.figure
}

const rowsOf = (days: string[], perDay: number) =>
  days.flatMap((date) =>
    Array.from({ length: perDay }, (_, i) => ({ id: `${date}-${i}`, date, answers: { nps: i % 11 } })),
  )

const failing = (when: 'before' | 'after', fail: (write: number) => Error | undefined, writing?: RegExp) =>
  failingWrites(app.backend.db, when, fail, writing)

function conflict(Code = 'TransactionConflict'): Error {
  const reasons = [{ Code: 'None' }, { Code }]
  return Object.assign(new Error('cancelled'), { name: 'TransactionCanceledException', CancellationReasons: reasons })
}

const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']
test.each(passing)('a %s on one day head is tried again and every answer is counted once', async (code) => {
  let conflicts = 0
  failing('before', (write) => {
    if (write % 2 === 0) return undefined
    conflicts++
    return conflict(code)
  })
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, i) => importing([{ id: `${code}${i}`, date: '2026-03-01', answers: { nps: 9 } }])),
  )
  for (const reply of replies) expect(reply).toMatchObject({ status: 200, body: { accepted: 1 } })
  expect(conflicts).toBeGreaterThanOrEqual(8)
  expect(await count()).toBe(8)
})

test('a conflict that never ends is a failure, not a silent loss', async () => {
  const restore = failing('before', () => conflict())
  expect((await importing(rowsOf(['2026-03-01'], 1))).status).toBe(500)
  restore()
  expect(await count()).toBe(0)
})

const deaths = [1, 2, 3, 4].flatMap((write) => [['before', write] as const, ['after', write] as const])
test.each(deaths)('an import that dies %s write %i goes on where it was', async (when, dies) => {
  const rows = rowsOf(['2026-03-01', '2026-03-02', '2026-03-03'], 5)
  const powerCut = (write: number) => (write === dies ? new Error('power cut') : undefined)
  const restore = failing(when, powerCut, /^(TransactWrite|Put)/)
  expect((await importing(rows, 'import')).status).toBe(500)
  restore()
  const again = await importing(rows, 'import')
  expect(again).toMatchObject({ status: 200, body: { accepted: 15, duplicate: 0, rejected: 0 } })
  expect(await count()).toBe(15)
})

test('an edit that was written but not answered is told again, and done once', async () => {
  const { body } = await importing(rowsOf(['2026-03-01'], 1))
  const { answerId } = (body as unknown as { rows: { answerId: string }[] }).rows[0]!
  const edit = () =>
    app.call('PATCH', app.at(`/surveys/${surveyId}/answers/${answerId}`), {
      token: app.token,
      operation: 'edit-1',
      body: { revision: 1, answers: { nps: 10 } },
    })
  const restore = failing('after', () => new Error('the reply was lost'))
  expect((await edit()).status).toBe(500)
  restore()
  expect(await edit()).toMatchObject({ status: 200, body: { revision: 2, answers: { nps: 10 } } })
})

test('a recount that dies before it is kept leaves figures that are counted again', async () => {
  await importing(rowsOf(['2026-03-01', '2026-03-02'], 3))
  app.backend.db.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'PutCommand' || context.commandName === 'PutItemCommand') throw new Error('power cut')
      return next(args)
    },
    { step: 'initialize', name: 'no-puts' },
  )
  const at = app.at(`/surveys/${surveyId}/figures?metric=COUNT`)
  expect((await app.call('GET', at, { token: app.token })).status).toBe(500)
  app.backend.db.middlewareStack.remove('no-puts')
  expect(await count()).toBe(6)
})

test('what fails inside is told with its request id and nothing more', async () => {
  app.log.length = 0
  failing('before', () => new Error('a secret about ada@example.com'))
  const reply = await importing(rowsOf(['2026-03-01'], 1))
  const requestId = reply.headers.get('X-Request-Id')!
  expect(reply).toMatchObject({ status: 500, body: { error: { code: 'internal', requestId } } })
  expect(JSON.stringify(reply.body)).not.toContain('secret')
  expect(app.log[0]).toMatchObject({ requestId, status: 500, failure: { name: 'Error' } })
  expect(JSON.stringify(app.log)).not.toMatch(/secret|ada@/)
})
