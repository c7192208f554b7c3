import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  entriesBefore,
  findTrailHead,
  told,
  trailItems,
  trailPlace,
  transactTold,
} from '../../../functions/store/audit-trail.ts'
import type { Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { withoutPauses } from '../pauses.ts'
import { cancelled, watched } from './watched.ts'

const backend = (minute: number) => ({
  signingKey: 'key',
  now: () => new Date(`2026-03-10T08:${String(minute).padStart(2, '0')}:00Z`),
})
const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const person = { sub: 'ada', name: 'Ada' }

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})
afterEach(() => void vi.restoreAllMocks())

const act = (workspace: WorkspaceKey, minute = 0, act: 'workspaceMade' | 'keyMade' = 'keyMade') =>
  told({ backend: backend(minute), workspace, person }, act, { keyId: `key ${minute}` })
/** A trail of so many acts, a minute apart. */
async function trail(id: string, acts: number) {
  const workspace = place(id)
  for (let minute = 1; minute <= acts; minute++) await transactTold(table, [], act(workspace, minute))
  return workspace
}
const latest = async (workspace: WorkspaceKey, limit = 9) =>
  (await entriesBefore(table, workspace, Number.POSITIVE_INFINITY, limit)).entries
const put = (workspace: WorkspaceKey, sk: string, item: object = {}) =>
  table.put({ pk: workspace.partition('AU'), sk, ...item })
const putIfNew = (sk: string): Write => ({
  Put: { Item: { pk: place('own').partition(), sk }, ConditionExpression: 'attribute_not_exists(pk)' },
})
const removeHead = (workspace: WorkspaceKey) =>
  table.db.send(new DeleteCommand({ TableName: table.table, Key: { pk: workspace.partition(), sk: 'TRAIL' } }))

describe('a trail that somebody reached into', () => {
  test.each([
    ['away', undefined],
    ['back', 1],
  ])('goes on behind its last entry where the head was taken %s', async (how, back) => {
    const workspace = await trail(`head-${how}`, 3)
    const first = (await latest(workspace))[2]!
    const head = { pk: workspace.partition(), sk: 'TRAIL', seq: back, at: first.at, seal: first.seal }
    await (back ? table.put(head) : removeHead(workspace))
    for (let junk = 0; junk < 3; junk++) await put(workspace, `E#${junk}`)
    const lost = watched(table)
    expect(await transactTold(lost, [putIfNew(`LOST ${how}`)], act(workspace, 4))).toBeUndefined()
    const [fourth, third] = await latest(workspace)
    expect([fourth?.seq, fourth?.before]).toEqual([4, third!.seal])
    expect(await findTrailHead(table, workspace)).toMatchObject({ seq: 4, seal: fourth!.seal })
    expect(lost.asked.find((input) => 'ScanIndexForward' in input)).toMatchObject({ Limit: 100, ConsistentRead: true })
  })
  test('begins anew where nothing of it can be found', async () => {
    withoutPauses()
    const workspace = place('junk')
    await put(workspace, 'E#000000000001x')
    const no = 'ConditionalCheckFailed'
    let times = 0
    const once = watched(table, ({ TransactItems }) => {
      if (TransactItems && times++ === 0) throw cancelled(no, 'None')
    })
    expect(await transactTold(once, [], act(workspace, 1))).toBeUndefined()
    expect(await findTrailHead(table, workspace)).toMatchObject({ seq: 1 })
  })
  test('is read just as it is stored, from its beginning or behind an entry', async () => {
    const workspace = await trail('items', 3)
    await put(workspace, 'A', { odd: 1 })
    const read = async (after: number, limit: number) => {
      const { items, isLast } = await trailItems(table, workspace, after, limit)
      return [items.map(({ sk }) => sk), isLast]
    }
    const [one, two, three] = ['E#000000000001', 'E#000000000002', 'E#000000000003']
    expect(await read(0, 9)).toEqual([['A', one, two, three], true])
    expect(await read(0, 2)).toEqual([['A', one], false])
    expect(await read(1, 9)).toEqual([[two, three], true])
    expect((await trailItems(table, workspace, 0, 1)).items).toEqual([{ pk: 'W#items#AU', sk: 'A', odd: 1 }])
    const asked = watched(table)
    await trailItems(asked, workspace, 0, 1)
    expect(asked.asked[0]).toMatchObject({ ConsistentRead: true })
    const none = watched(table, () => ({}))
    expect(await trailItems(none, workspace, 0, 1)).toEqual({ items: [], isLast: true })
    expect(await entriesBefore(none, workspace, 1, 1)).toEqual({ entries: [], isLast: true })
  })
  test('is listed backwards, without what is no entry; one that cannot be read says nothing', async () => {
    const workspace = await trail('list', 3)
    await put(workspace, 'E#000000000002', { act: 7 })
    for (const sk of ['A', 'E#000000000001x', 'E#1', 'E#00000000000a']) await put(workspace, sk)
    const seqs = async (before: number, limit: number) => {
      const { entries, isLast } = await entriesBefore(table, workspace, before, limit)
      return [entries.map(({ seq }) => seq), isLast]
    }
    expect(await seqs(Number.POSITIVE_INFINITY, 99)).toEqual([[3, 2, 1], true])
    expect(await seqs(3, 99)).toEqual([[2, 1], true])
    expect(await seqs(3, 1)).toEqual([[2], false])
    const unreadable = { at: '', who: { sub: '', name: '' }, act: '', about: {}, before: '', seal: '' }
    expect((await latest(workspace, 4))[1]).toEqual({ seq: 2, ...unreadable })
  })
  test('names the place of entries alone', () => {
    expect(trailPlace('E#000000000120')).toBe(120)
    for (const sk of ['A', 'E#120', 'E#0000000001200', 'xE#000000000120', 'E#00000000000a', ''])
      expect(trailPlace(sk), sk).toBeUndefined()
  })
})
