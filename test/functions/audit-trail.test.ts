import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { told, transactTold } from '../../functions/store/audit-trail.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type TrailMark, verifiedTrail } from '../../functions/trail/verified-trail.ts'
import { audienceDesk, figure } from './audience-desk.ts'
import { ADA, type RunningApp, runningApp } from './running-app.ts'

type Entry = {
  seq: number
  at: string
  who: { sub: string; name: string }
  act: string
  about: Record<string, unknown>
}
type Item = { pk: string; sk: string } & Record<string, unknown>
type Flaw = { seq: number; what: string }
type Verified = { checked: number; mark: TrailMark; isEnd: boolean; flaw?: Flaw }

let app: RunningApp
let workspace: WorkspaceKey
beforeAll(async () => {
  app = await runningApp()
  workspace = (await WorkspaceKey.ofMember(app.backend, ADA, app.workspaceId))!.workspace
  for (let i = 1; i <= 6; i++) await makeKey(`sheet ${i}`)
})
afterAll(() => app.close())

const asAda = <T>(method: string, path: string, body?: unknown) =>
  app.call<T>(method, app.at(path), { token: app.token, ...(body !== undefined && { body }) })
const makeKey = (spreadsheetId: string) => asAda<{ keyId: string }>('POST', '/document-keys', { spreadsheetId })
const list = async (query = '') =>
  (await asAda<{ entries: Entry[]; next?: string }>('GET', `/audit-trail?${query}`)).body
const verify = async (query = '') => (await asAda<Verified>('GET', `/audit-trail/verify?${query}`)).body

describe('what was done stands in the trail, with the act and never without it', () => {
  test('who, when, what and about which, the latest first, without an address', async () => {
    const { entries } = await list()
    expect(entries.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(entries[6]).toMatchObject({ act: 'workspaceMade', about: { name: 'Team', timeZone: 'UTC' } })
    expect(entries[0]).toMatchObject({
      at: '2026-03-10T08:00:00.000Z',
      who: { sub: 'ada', name: 'Ada' },
      act: 'keyMade',
      about: { spreadsheetId: 'sheet 6', grants: ['figures'], keyId: expect.any(String) },
    })
    expect(JSON.stringify(entries)).not.toContain('@')
  })

  test('a request sent twice is told once, one that is refused not at all', async () => {
    const asked = { token: app.token, body: { spreadsheetId: 'twice' }, operation: 'told-once' }
    await app.call('POST', app.at('/document-keys'), asked)
    await app.call('POST', app.at('/document-keys'), asked)
    expect((await asAda('DELETE', `/document-keys/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await list('limit=2')).entries.map(({ about }) => about.spreadsheetId)).toEqual(['twice', 'sheet 6'])
  })

  test('acts at the same moment stand one behind the other, all of them', async () => {
    const before = (await verify()).mark.seq
    const replies = await Promise.all(Array.from({ length: 8 }, (_, i) => makeKey(`at once ${i}`)))
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(await verify()).toMatchObject({ checked: before + 8, mark: { seq: before + 8 }, isEnd: true })
  })

  test('a clock that goes back moves no entry before another', async () => {
    const later = app.clock.now
    app.clock.now = new Date('2026-03-10T07:00:00Z')
    await makeKey('an hour ago')
    app.clock.now = later
    expect((await list('limit=1')).entries[0]).toMatchObject({ at: '2026-03-10T08:00:00.000Z' })
  })

  test('somebody who is called by an e-mail address is told by their id alone', async () => {
    const person = { sub: 'bo', name: 'bo@example.com' }
    await transactTold(app.backend, [], told({ ...app, workspace, person }, 'keyRotated', { keyId: 'k' }))
    expect((await list('person=bo')).entries).toMatchObject([{ who: { sub: 'bo', name: '' }, act: 'keyRotated' }])
  })

  test('only administrators read it', async () => {
    const token = await app.tokenOf({ sub: 'eve', email: 'eve@example.com', name: 'Eve' })
    for (const path of ['/audit-trail', '/audit-trail/verify'])
      expect((await app.call('GET', app.at(path), { token })).status).toBe(403)
  })
})

test('by act, person and days of the workspace, page by page', async () => {
  const other = await runningApp()
  const made = await other.call<{ workspaceId: string }>('POST', '/v1/workspaces', {
    token: other.token,
    body: { name: 'Shanghai', timeZone: 'Asia/Shanghai' },
  })
  const at = (path: string) => `/v1/workspaces/${made.body.workspaceId}${path}`
  const key = { token: other.token, body: { spreadsheetId: 's' } }
  other.clock.now = new Date('2026-03-10T15:59:59Z')
  await other.call('POST', at('/document-keys'), key)
  other.clock.now = new Date('2026-03-10T16:00:00Z')
  const { body } = await other.call<{ keyId: string }>('POST', at('/document-keys'), key)
  await other.call('DELETE', at(`/document-keys/${body.keyId}`), { token: other.token })
  const seqs = async (query: string) => {
    const found: number[] = []
    let next: string | undefined
    do {
      const cursor = next ? `&cursor=${encodeURIComponent(next)}` : ''
      const asked = at(`/audit-trail?limit=1&${query}${cursor}`)
      const page = (await other.call<{ entries: Entry[]; next?: string }>('GET', asked, { token: other.token })).body
      found.push(...page.entries.map(({ seq }) => seq))
      next = page.next
    } while (next)
    return found
  }
  expect(await seqs('')).toEqual([4, 3, 2, 1])
  expect(await seqs('act=keyMade')).toEqual([3, 2])
  expect(await seqs('to=2026-03-10')).toEqual([2, 1])
  expect(await seqs('from=2026-03-11')).toEqual([4, 3])
  expect(await seqs('person=nobody')).toEqual([])
  await other.close()
})

describe('the trail names what was done to it at the store', () => {
  const { raw, put, remove } = store()
  const sk = (seq: number) => `E#${String(seq).padStart(12, '0')}`

  /** What somebody does who reaches the table, and what the trail says to it. `n` is the last entry. */
  const cases: [string, (items: Item[], n: number) => Promise<unknown>, (n: number) => Flaw][] = [
    ['another name', async (items) => put({ ...items[2], who: { sub: 'ada', name: 'Eve' } }), () => flaw(3, 'altered')],
    ['another time', async (items) => put({ ...items[0], at: '2020-01-01T00:00:00.000Z' }), () => flaw(1, 'altered')],
    ['something added', async (items) => put({ ...items[3], note: 'approved' }), () => flaw(4, 'altered')],
    ['a seal made up', async (items) => put({ ...items[1], seal: items[0]!.seal }), () => flaw(2, 'altered')],
    ['emptied', async (items) => put({ pk: items[1]!.pk, sk: items[1]!.sk }), () => flaw(2, 'altered')],
    ['one removed', async (items) => remove(items[4]!), () => flaw(5, 'removed')],
    ['the first removed', async (items) => remove(items[0]!), () => flaw(1, 'removed')],
    ['the last removed', async (items, n) => remove(items[n - 1]!), (n) => flaw(n, 'cut')],
    [
      'the last three removed',
      async (items, n) => Promise.all(items.slice(n - 3).map(remove)),
      (n) => flaw(n - 2, 'cut'),
    ],
    ['all removed', async (items) => Promise.all(items.map(remove)), () => flaw(1, 'cut')],
    [
      'two swapped',
      async (items) => {
        await put({ ...items[2], sk: sk(4) })
        await put({ ...items[3], sk: sk(3) })
      },
      () => flaw(3, 'altered'),
    ],
    ['one put twice', async (items, n) => put({ ...items[2], sk: sk(n + 1) }), (n) => flaw(n + 1, 'altered')],
    ['one put in between', async (items) => put({ ...items[2], sk: `${sk(3)}x` }), () => flaw(3, 'inserted')],
    ['one put before all', async (items) => put({ ...items[2], sk: 'A' }), () => flaw(0, 'inserted')],
    ['one put far behind', async (items, n) => put({ ...items[2], sk: sk(n + 9) }), (n) => flaw(n + 1, 'removed')],
    [
      'the head taken back, the end left',
      async (items, n) => put({ ...(await head()), seq: n - 1, seal: items[n - 2]!.seal }),
      (n) => flaw(n, 'head'),
    ],
    ['the head removed', async () => remove(await head()), (n) => flaw(n, 'head')],
    ['another seal in the head', async () => put({ ...(await head()), seal: 'x' }), (n) => flaw(n, 'head')],
  ]

  test.each(cases)('%s', async (_, tamper, expected) => {
    const [before, first] = await Promise.all([raw(), head()])
    await tamper(before, before.length)
    try {
      // A page ends amid what was done.
      expect((await verifiedBy(4)).flaw).toEqual(expected(before.length))
    } finally {
      await restore(before, first)
    }
  })

  test('an end that was cut off with its head, or a trail that was made anew, is seen by who kept a mark', async () => {
    const before = await raw()
    const first = await head()
    const { mark } = await verify()
    const n = before.length
    const known = `knownSeq=${mark.seq}&knownSeal=${mark.seal}`
    expect(await verify(known)).toEqual({ checked: n, mark, isEnd: true })
    await remove(before[n - 1]!)
    await put({ ...first, seq: n - 1, seal: before[n - 2]!.seal })
    expect((await verify()).flaw).toBeUndefined()
    expect((await verify(known)).flaw).toEqual(flaw(n, 'cut'))
    await makeKey('in its place')
    expect((await verify()).flaw).toBeUndefined()
    expect((await verify(known)).flaw).toEqual(flaw(n, 'remade'))
    await restore(before, first)
  })

  test('an entry that another of its number was put for is named by the one behind it', async () => {
    const before = await raw()
    const first = await head()
    const n = before.length
    await remove(before[n - 1]!)
    await put({ ...first, seq: n - 1, seal: before[n - 2]!.seal })
    await makeKey('another one')
    await makeKey('and one more')
    await put(before[n - 1]!)
    expect((await verify()).flaw).toEqual(flaw(n, 'altered'))
    await restore(before, first)
  })

  test('acts go on where the head was taken away, behind the last entry', async () => {
    const { mark } = await verify()
    await remove(await head())
    expect((await makeKey('without a head')).status).toBe(201)
    expect(await verify()).toMatchObject({ mark: { seq: mark.seq + 1 }, isEnd: true })
    expect((await verify()).flaw).toBeUndefined()
  })

  test('an entry that cannot be read any more is listed without what it said', async () => {
    const [first] = await raw()
    await put({ pk: first!.pk, sk: first!.sk, act: 7 })
    expect((await list()).entries.at(-1)).toMatchObject({ seq: 1, act: '', about: {} })
    await put(first!)
  })

  function flaw(seq: number, what: string): Flaw {
    return { seq, what }
  }

  async function restore(before: Item[], first: Item) {
    const kept = new Map(before.map((item) => [item.sk, JSON.stringify(item)]))
    const now = await raw()
    const same = now.filter((item) => kept.get(item.sk) === JSON.stringify(item)).map((item) => item.sk)
    await Promise.all(now.filter((item) => !kept.has(item.sk)).map(remove))
    await Promise.all([...before.filter((item) => !same.includes(item.sk)), first].map(put))
  }

  async function verifiedBy(limit: number) {
    let mark: TrailMark = { seq: 0, seal: '' }
    for (;;) {
      const found = await verifiedTrail(app.backend, workspace, mark, { limit })
      if (found.isEnd) return found
      mark = found.mark
    }
  }

  async function head(): Promise<Item> {
    const Key = { pk: `W#${app.workspaceId}`, sk: 'TRAIL' }
    return (await app.backend.db.send(new GetCommand({ TableName: app.backend.table, Key }))).Item as Item
  }
})

test('what is shared with whom is told where it changes, not with every refresh', async () => {
  const desk = await audienceDesk()
  const audienceId = await desk.audience('Sales managers')
  const publish = (value: number, to = [audienceId]) => desk.publish([figure('nps', value, 'A')], to)
  for (const value of [40, 41]) expect((await publish(value)).status).toBe(200)
  await desk.audience('mo@example.com', 'account')
  await desk.redeem(await desk.code(audienceId))
  await publish(42, [])
  const reply = await desk.call<{ entries: Entry[] }>('GET', desk.path('/audit-trail'), { token: desk.token })
  const { entries } = reply.body
  expect(entries.map(({ act, about, who }) => [act, about.given, about.taken, who.sub]).reverse()).toEqual([
    ['workspaceMade', undefined, undefined, 'ada'],
    ['audienceMade', undefined, undefined, 'ada'],
    ['sharingChanged', [`${audienceId} nps tier`], [], 'ada'],
    ['audienceMade', undefined, undefined, 'ada'],
    ['audienceCodeMade', undefined, undefined, 'ada'],
    ['spreadsheetLinked', undefined, undefined, 'bo'],
    ['sharingChanged', [], [`${audienceId} nps tier`], 'ada'],
  ])
  expect(JSON.stringify(entries)).not.toContain('@')
  await desk.close()
})

function store() {
  const named = () => ({ TableName: app.backend.table })
  return {
    async raw(): Promise<Item[]> {
      const values = { ':pk': `W#${app.workspaceId}#AU` }
      const asked = { ...named(), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: values }
      return ((await app.backend.db.send(new QueryCommand({ ...asked, ConsistentRead: true }))).Items ?? []) as Item[]
    },
    put: (Item: Record<string, unknown>) => app.backend.db.send(new PutCommand({ ...named(), Item })),
    remove: ({ pk, sk }: Item) => app.backend.db.send(new DeleteCommand({ ...named(), Key: { pk, sk } })),
  }
}
