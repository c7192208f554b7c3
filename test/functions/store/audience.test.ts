import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Audience,
  allAudiences,
  audienceCheck,
  audienceWrites,
  findAudience,
  type Series,
} from '../../../functions/store/audience.ts'
import { codeUse, codeWrite } from '../../../functions/store/audience-code.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { codeKey, WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const at = '2026-03-10T08:00:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

/** What became of each write: refused or not, where any was. */
const tried = async (...writes: Write[]) => (await transact(table, writes))?.map(({ Code }) => Code !== 'None')
const series = (id: string): Series => ({
  id,
  day: '2026-03-10',
  version: 'v2',
  kpi: 'nps',
  by: 'tier',
  label: 'NPS',
  unit: 'score',
  direction: 1,
  asOf: at,
  parts: 2,
  before: { day: '2026-03-09', version: 'v1' },
  since: '2026-03-01',
})
const audience = (audienceId: string, change: Partial<Audience> = {}): Audience => ({
  audienceId,
  kind: 'position',
  name: `Audience ${audienceId}`,
  createdAt: at,
  series: [],
  ...change,
})

describe('audiences', () => {
  const [a, b, c] = [
    audience('b', { series: [series('s1')] }),
    audience('a', { kind: 'everyone', name: '' }),
    audience('c'),
  ]
  test('are found in the order in which they were made, at a revision', async () => {
    const team = place('made')
    const none = { revision: 0, audiences: [], gone: [] }
    expect(await allAudiences(table, team)).toEqual(none)
    expect(await tried(...audienceWrites(team, none, [a, b]))).toBeUndefined()
    const first = await allAudiences(table, team)
    expect(first).toEqual({ revision: 1, audiences: [a, b], gone: [] })
    expect([await findAudience(table, team, 'a'), await findAudience(table, team, 'none')]).toEqual([b, undefined])
    const gone = [{ id: 's1', day: '2026-03-10', version: 'v2', before: { day: '2026-03-09', version: 'v1' } }]
    expect(await tried(...audienceWrites(team, first, [first.audiences[1]!, c], gone))).toBeUndefined()
    const second = await allAudiences(table, team)
    expect(second).toEqual({ revision: 2, audiences: [b, c], gone })
    expect(await findAudience(table, team, 'b')).toBeUndefined()
    // What is gone stays known, unless another list of it is given.
    await tried(...audienceWrites(team, second, second.audiences))
    expect(await allAudiences(table, team)).toEqual({ ...second, revision: 3 })
  })
  test('are written where they changed alone', () => {
    const before = { revision: 3, audiences: [a, b], gone: [] }
    const changed = { ...b, name: 'x' }
    const kinds = audienceWrites(place('w'), before, [a, changed]).map(({ Put }) => Put?.Item?.audienceId)
    expect(kinds).toEqual([undefined, 'a'])
  })
  test('are refused where any was changed meanwhile, the first too', async () => {
    const team = place('raced')
    for (let round = 0; round < 2; round++) {
      const read = await allAudiences(table, team)
      const write = (each: Audience) => tried(...audienceWrites(team, read, [...read.audiences, each]))
      expect([await write(audience(`x${round}`)), (await write(audience(`y${round}`)))?.[0]]).toEqual([undefined, true])
    }
    expect((await allAudiences(table, team)).audiences.map(({ audienceId }) => audienceId)).toEqual(['x0', 'x1'])
  })
  test('that are gone from under their list are left out', async () => {
    const team = place('lost')
    await tried(...audienceWrites(team, { revision: 0, audiences: [], gone: [] }, [a, b]))
    await tried({ Delete: { Key: { pk: team.partition('A', 'b'), sk: 'HEAD' } } })
    expect((await allAudiences(table, team)).audiences).toEqual([b])
  })
  test('of before had nothing that was gone', async () => {
    await table.put({ pk: 'W#old', sk: 'AUDIENCES', revision: 4, ids: [] })
    expect(await allAudiences(table, place('old'))).toEqual({ revision: 4, audiences: [], gone: [] })
  })
  test('hold a transaction to what they were when they were read', async () => {
    const team = place('held')
    await tried(...audienceWrites(team, { revision: 0, audiences: [], gone: [] }, [a]))
    expect(await tried(audienceCheck(team, a))).toBeUndefined()
    expect(await tried(audienceCheck(team, { ...a, name: 'Another' }))).toEqual([true])
    expect(await tried(audienceCheck(team, b))).toEqual([true])
  })
})

test('a code is kept for a day longer than it is good, and used once, before its end', async () => {
  const code = { workspaceId: 'codes', audienceId: 'a', expiresAt: '2026-03-10T08:00:00.001Z' }
  const kept = async (hash: string) => (await WorkspaceKey.ofCode(table, hash))?.code
  expect(await tried(codeWrite(codeKey('h'), code))).toBeUndefined()
  expect(await kept('h')).toEqual({ ...code, ttl: Date.parse('2026-03-11T08:00:01Z') / 1000 })
  expect(await tried(codeWrite(codeKey('h'), code))).toEqual([true])
  expect(await tried(codeUse(codeKey('h'), 'k1', code.expiresAt))).toEqual([true])
  expect(await tried(codeUse(codeKey('h'), 'k1', at))).toBeUndefined()
  expect(await kept('h')).toMatchObject({ ...code, usedFor: 'k1' })
  expect(await tried(codeUse(codeKey('h'), 'k2', at))).toEqual([true])
  expect(await tried(codeUse(codeKey('none'), 'k1', at))).toEqual([true])
})
