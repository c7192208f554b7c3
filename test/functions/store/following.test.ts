import { beforeAll, describe, expect, test } from 'vitest'
import { followed, followingNow, followWrite, stillFollowing } from '../../../functions/store/following.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt } from './answers.ts'
import { answering } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const changed = new Date('2026-03-10T08:00:00.000Z')
const later = (ms: number) => new Date(changed.getTime() + ms)
const team = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const entryAt = (id: string, sk: string) => itemAt(table, `W#${id}#N`, sk)
async function changing(id: string, ...writes: Parameters<typeof followWrite>[]) {
  await transact(
    table,
    writes.map((each) => followWrite(...each)),
  )
  return async (now: Date, most = 10) => followingNow(table, team(id), now, most)
}

describe('customers whose answers have to follow', () => {
  test('are those that changed, or are to be erased, each once', async () => {
    const now = await changing('a', [team('a'), 'C#1', changed], [team('a'), 'C2', later(500), true])
    expect(await now(later(1000))).toEqual({
      due: [
        { sk: 'E#C2', customerId: 'C2', erase: true, changedAt: later(500).toISOString() },
        { sk: 'T#C#1', customerId: 'C#1', erase: false, changedAt: changed.toISOString() },
      ],
      settlesAt: later(60_500).toISOString(),
    })
    expect(await followingNow(table, team('nobody'), changed, 10)).toEqual({ due: [], settlesAt: undefined })
  })
  test('that followed wait until no answer can be on its way, and follow once more', async () => {
    const now = await changing('b', [team('b'), 'C1', changed])
    const [entry] = (await now(changed)).due
    await followed(table, team('b'), entry!, later(1000))
    expect(await entryAt('b', 'T#C1')).toMatchObject({ appliedAt: later(1000).toISOString() })
    expect(await now(later(59_999))).toEqual({ due: [], settlesAt: later(60_000).toISOString() })
    const { due, settlesAt } = await now(later(60_000))
    expect([due.map(({ customerId }) => customerId), settlesAt]).toEqual([['C1'], undefined])
    await followed(table, team('b'), due[0]!, later(59_999))
    expect(await entryAt('b', 'T#C1')).toBeDefined()
    await followed(table, team('b'), due[0]!, later(60_000))
    expect(await entryAt('b', 'T#C1')).toBeUndefined()
  })
  test('that change again are to follow anew, whatever was done for the change before', async () => {
    const now = await changing('c', [team('c'), 'C1', changed])
    const [entry] = (await now(changed)).due
    expect(await transact(table, [stillFollowing(team('c'), entry!)])).toBeUndefined()
    await changing('c', [team('c'), 'C1', later(5)])
    expect(await transact(table, [stillFollowing(team('c'), entry!)])).toBeDefined()
    for (const time of [1000, 60_000]) await followed(table, team('c'), entry!, later(time))
    expect(await entryAt('c', 'T#C1')).toEqual({ pk: 'W#c#N', sk: 'T#C1', changedAt: later(5).toISOString() })
  })
  test('are so many at the most; what changed last is told of all that were looked at', async () => {
    const writes = [1, 3, 2].map((n): Parameters<typeof followWrite> => [team('d'), `C${n}`, later(n)])
    const now = await changing('d', ...writes)
    const { due, settlesAt } = await now(later(10), 2)
    expect([due.map(({ customerId }) => customerId), settlesAt]).toEqual([['C1', 'C2'], later(60_003).toISOString()])
  })
  test('are read page by page, until there are enough', async () => {
    const item = (sk: string) => ({ sk, changedAt: changed.toISOString() })
    const key = { pk: 'W#ws#N', sk: 'T#1' }
    const pages = () => [
      { Items: [item('T#1')], LastEvaluatedKey: key },
      { LastEvaluatedKey: key },
      { Items: [item('T#2'), item('T#3')] },
    ]
    for (const [most, reads] of [[1, 1] as const, [2, 3] as const]) {
      const { table: paged, asked } = answering(...pages())
      expect((await followingNow(paged, team('ws'), changed, most)).due).toHaveLength(most)
      expect(asked.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([undefined, key, key].slice(0, reads))
      expect(asked[0]).toMatchObject({ TableName: 'name', ConsistentRead: true })
    }
  })
})
