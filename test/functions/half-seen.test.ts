import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit } from '../../functions/survey/audit.ts'
import { type RunningApp, runningApp } from './running-app.ts'

/*
 * DynamoDB isolates a query from a transaction by read-committed only: it may show some of its items as they are after
 * it, others as they were before. These tests show queries so.
 */

let app: RunningApp
let surveyId: string
beforeEach(async () => {
  app = await runningApp()
  const body = { title: 'S', questions: [{ id: 'nps', type: 'nps', title: 'Recommend?' }] }
  surveyId = (await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token: app.token, body })).body
    .surveyId
})
afterEach(() => app.close())

const DAY = '2026-03-01'
const HEAD = `H#${DAY}`
const importing = async (...ids: string[]) => {
  const body = { rows: ids.map((id) => ({ id, date: DAY, answers: { nps: 9 } })) }
  const path = app.at(`/surveys/${surveyId}/answers/import`)
  const reply = await app.call<{ rows: { answerId: string }[] }>('POST', path, { token: app.token, body })
  return reply.body.rows.map(({ answerId }) => answerId)
}
const nps = async () => {
  const path = app.at(`/surveys/${surveyId}/figures`)
  const { body } = await app.call<{ n: number; figure: number }>('GET', path, { token: app.token })
  return [body.n, body.figure]
}
const audited = (pause = async () => {}) => audit(app.backend, { now: app.backend.now, isOver: () => false, pause })

type Item = { pk: string; sk: string }
const head = async (): Promise<Item> => {
  const Key = { pk: `W#${app.workspaceId}#S#${surveyId}#0`, sk: HEAD }
  return (await app.backend.db.send(new GetCommand({ TableName: app.backend.table, Key }))).Item as Item
}

/** Until `restore` is called, every query and read shows items as `shown` says; undefined hides one. */
function showing(shown: (item: Item) => Item | undefined) {
  app.backend.db.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const output = result.output as { Items?: Item[]; Item?: Item }
      if (output.Items) output.Items = output.Items.flatMap((item) => shown(item) ?? [])
      if (output.Item) Object.assign(output, { Item: shown(output.Item) })
      return result
    },
    { step: 'initialize', name: 'shown', override: true },
  )
  return { restore: () => app.backend.db.middlewareStack.remove('shown') }
}
const hiding = (...answerIds: string[]) => {
  const hidden = answerIds.map((id) => `R#${id.replace('.', '#')}`)
  return showing((item) => (hidden.includes(item.sk) ? undefined : item))
}

test('a head that is seen before the row of the same transaction leaves no figure without it', async () => {
  const [, late] = await importing('1', '2')
  const seen = hiding(late!)
  expect(await nps()).toEqual([1, 100])
  seen.restore()
  expect(await nps()).toEqual([2, 100])
})

test('of a bulk import that is seen in part nothing is kept', async () => {
  await importing('0')
  await nps()
  const ids = await importing(...Array.from({ length: 60 }, (_, at) => `row ${at}`))
  const seen = hiding(...ids.slice(20, 40))
  expect(await nps()).toEqual([41, 100])
  seen.restore()
  expect(await nps()).toEqual([61, 100])
})

test('a row that is seen early does not stand for one that is seen late', async () => {
  const [late] = await importing('1')
  const before = await head()
  await importing('2')
  const seen = showing((item) => (item.sk === HEAD ? before : item.sk.endsWith(late!.slice(11)) ? undefined : item))
  expect(await nps()).toEqual([1, 100])
  seen.restore()
  const old = showing((item) => (item.sk === HEAD ? before : item))
  expect(await nps()).toEqual([2, 100])
  old.restore()
})

test.each(['PATCH', 'DELETE'])(
  'a correction that is seen as yet to come is counted once it is there: %s',
  async (method) => {
    const [id] = await importing('1', '2')
    const rowKey = `R#${id!.replace('.', '#')}`
    let before: Item | undefined
    showing((item) => {
      if (item.sk === rowKey) before ??= item
      return item
    })
    await nps()
    const path = app.at(`/surveys/${surveyId}/answers/${id}`)
    const body = method === 'PATCH' ? { revision: 1, answers: { nps: 0 } } : undefined
    expect((await app.call(method, path, { token: app.token, body })).status).toBe(200)
    const seen = showing((item) => (item.sk === rowKey ? before : item))
    expect(await nps()).toEqual([2, 100])
    seen.restore()
    expect(await nps()).toEqual(method === 'PATCH' ? [2, 0] : [1, 100])
  },
)

test('an audit that sees a transaction in part changes nothing', async () => {
  const [, late] = await importing('1', '2')
  expect(await nps()).toEqual([2, 100])
  const seen = hiding(late!)
  expect(await audited(async () => void seen.restore())).toMatchObject({ wrong: 0, mended: 0 })
  expect(await nps()).toEqual([2, 100])
  expect(await audited()).toMatchObject({ wrong: 0, mended: 0 })
})
