import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  customerMark,
  entriesBefore,
  findTrailHead,
  told,
  trailSeal,
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
const at = (minute: number) => backend(minute).now().toISOString()
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
const putIfNew = (sk: string): Write => ({
  Put: { Item: { pk: place('own').partition(), sk }, ConditionExpression: 'attribute_not_exists(pk)' },
})
const isThere = async (sk: string) =>
  (await table.db.send(new GetCommand({ TableName: table.table, Key: { pk: 'W#own', sk } }))).Item !== undefined

describe('what is told', () => {
  const of = (person?: { sub: string; name: string }) =>
    told({ backend: backend(0), workspace: place('w'), ...(person && { person }) }, 'keyMade', {})
  test('is what is known of the act, by whom and when', () => {
    const about = { keyId: 'k', days: 0, shared: false, name: '', grants: [], before: undefined }
    expect(told({ backend: backend(7), workspace: place('w'), person }, 'keyMade', about)).toStrictEqual({
      workspace: place('w'),
      signingKey: 'key',
      at: at(7),
      who: person,
      act: 'keyMade',
      about: { keyId: 'k', days: 0, shared: false, name: '', grants: [] },
    })
    expect(of().who).toEqual({ sub: '', name: '' })
    expect(of({ sub: 'bo', name: 'bo@example.com' }).who).toEqual({ sub: 'bo', name: '' })
  })
  test('names a customer by a mark that only this workspace of this deployment gives', () => {
    const mark = customerMark('key', place('w'), 'C-1')
    // As it stands in trails that were written before.
    expect(mark).toBe('rZ3xKXJs5Sl5aDn8rHTlOn')
    const others = [customerMark('other', place('w'), 'C-1'), customerMark('key', place('v'), 'C-1')]
    expect([...others, customerMark('key', place('w'), 'C-2')]).not.toContain(mark)
  })
})

describe('entries', () => {
  test('are numbered from 1, each sealed over the one before, the last of them in the head', async () => {
    const workspace = await trail('chain', 2)
    const [second, first] = await latest(workspace)
    const about = (minute: number) => ({
      at: at(minute),
      who: person,
      act: 'keyMade',
      about: { keyId: `key ${minute}` },
    })
    expect(first).toEqual({ seq: 1, ...about(1), before: '', seal: trailSeal('key', workspace, { ...first }) })
    expect(second).toEqual({
      seq: 2,
      ...about(2),
      before: first!.seal,
      seal: trailSeal('key', workspace, { ...second }),
    })
    expect(await findTrailHead(table, workspace)).toEqual({ seq: 2, at: at(2), seal: second!.seal })
    // As it stands in trails that were written before.
    expect(first!.seal).toBe('mPiBvQm7ISgWl7RPNlu7IxFe-ATOIL4q0f6jDoPMLcc')
    expect(trailSeal('key', place('other'), { ...first })).not.toBe(first!.seal)
    expect(trailSeal('key', workspace, { ...first, note: 1 })).not.toBe(first!.seal)
  })
  test('are never earlier than the one before', async () => {
    const workspace = await trail('clock', 2)
    await transactTold(table, [], act(workspace, 1))
    await transactTold(table, [], act(workspace, 3))
    expect((await latest(workspace)).map((entry) => entry.at)).toEqual([at(3), at(2), at(2), at(1)])
    expect(await findTrailHead(table, workspace)).toMatchObject({ at: at(3) })
  })
  test('are written with what they tell of, or neither is', async () => {
    const workspace = place('with')
    expect(await transactTold(table, [putIfNew('A')], act(workspace, 1))).toBeUndefined()
    const refused = await transactTold(table, [putIfNew('B'), putIfNew('A')], act(workspace, 2))
    expect(refused?.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed'])
    expect([await isThere('A'), await isThere('B')]).toEqual([true, false])
    expect(await latest(workspace)).toHaveLength(1)
  })
  test('of a workspace that is being made read nothing, and are refused where it has a trail', async () => {
    withoutPauses()
    const table0 = watched(table)
    await transactTold(table0, [], act(place('made'), 0, 'workspaceMade'))
    expect(table0.asked.map((input) => Object.keys(input))).toEqual([['TransactItems']])
    expect(await findTrailHead(table, place('made'))).toMatchObject({ seq: 1 })
    const again = await transactTold(table, [putIfNew('C')], act(place('made'), 1, 'workspaceMade'))
    expect(again).toHaveLength(1)
    expect([await isThere('C'), (await latest(place('made'))).length]).toEqual([false, 1])
  })
  test('go on behind what others did meanwhile', async () => {
    const workspace = await trail('race', 1)
    const pauses = withoutPauses()
    let others = 2
    const busy = watched(table, async ({ TransactItems }) => {
      if (TransactItems && others-- > 0) await transactTold(table, [], act(workspace, 10))
    })
    expect(await transactTold(busy, [putIfNew('D')], act(workspace, 20))).toBeUndefined()
    expect((await latest(workspace)).map(({ seq, at }) => [seq, at])).toEqual([
      [4, at(20)],
      [3, at(10)],
      [2, at(10)],
      [1, at(1)],
    ])
    expect(pauses).toEqual([5, 10])
    // Nobody looks for an end that the head has.
    expect(busy.asked.some((input) => 'ScanIndexForward' in input)).toBe(false)
  })
  test('are given up after twelve times; what was refused of the act is told at once', async () => {
    const pauses = withoutPauses()
    const no = 'ConditionalCheckFailed'
    const never = (codes: string[]) =>
      watched(table, ({ TransactItems }) => {
        if (TransactItems) throw cancelled(...codes)
      })
    const beaten = never(['None', no, no])
    expect(await transactTold(beaten, [putIfNew('E')], act(place('never')))).toEqual([{ Code: 'None' }])
    expect(beaten.asked.filter(({ TransactItems }) => TransactItems)).toHaveLength(12)
    expect(pauses).toHaveLength(11)
    const refused = never([no, no, no])
    expect(await transactTold(refused, [putIfNew('E')], act(place('never')))).toEqual([{ Code: no }])
    expect(refused.asked.filter(({ TransactItems }) => TransactItems)).toHaveLength(1)
  })
})
