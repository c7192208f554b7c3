import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Series } from '../../../functions/store/audience.ts'
import {
  currentFigures,
  type FigureRow,
  figureItems,
  figuresByDay,
  forgetFigures,
  letGo,
  putFigures,
  seriesKeys,
} from '../../../functions/store/published-kpi.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { watched } from './watched.ts'

const team = WorkspaceKey.ofScanned('W#team')
const NOW = new Date('2026-03-10T08:00:00.001Z')
const HOUR_LATER = Date.parse('2026-03-10T09:00:01Z') / 1000
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`
const series = (id: string, n: number, change: Partial<Series> = {}): Series => ({
  ...{ id, day: day(n), version: `v${n}`, kpi: 'nps', by: 'tier', label: 'NPS', unit: 'score', direction: 1 },
  ...{ asOf: `${day(n)}T08:00:00.000Z`, parts: 1, since: '2026-03-01' },
  ...change,
})
const rowsOf = (count: number, value = 1): FigureRow[] =>
  Array.from({ length: count }, (_, n) => [`group ${n}`, value, null])
const put = (of: Series, rows: FigureRow[], facts = {}) =>
  putFigures(table, figureItems(team, of, { asOf: of.asOf, rows, ...facts }))
async function stored(id: string) {
  const values = { ':pk': `W#team#K#${id}` }
  const asked = { TableName: table.table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: values }
  return (await table.db.send(new QueryCommand(asked))).Items ?? []
}
const places = async (id: string) => (await stored(id)).map(({ sk }) => sk)

describe('current figures', () => {
  test('are given as they were published, in the order of their series', async () => {
    const facts = { period: 'March', standard: { name: 'Own', version: 2 }, definition: { version: 3, says: 'n' } }
    const [one, other] = [series('one', 10), series('other', 9)]
    await put(one, rowsOf(2), facts)
    await put(other, rowsOf(1))
    expect(await currentFigures(table, team, [other, one])).toEqual([
      { series: other, snapshot: { day: day(9), asOf: other.asOf, rows: rowsOf(1) } },
      { series: one, snapshot: { day: day(10), asOf: one.asOf, rows: rowsOf(2), ...facts } },
    ])
    expect(Object.keys((await currentFigures(table, team, [other]))[0]!.snapshot)).toEqual(['day', 'asOf', 'rows'])
  })
  test.each([
    [0, [0]],
    [1, [1]],
    [250, [250]],
    [251, [250, 1]],
    [750, [250, 250, 250]],
  ])('%i rows lie in items of up to 250', async (count, sizes) => {
    const of = series(`rows-${count}`, 10, { parts: sizes.length })
    const items = figureItems(team, of, { asOf: of.asOf, rows: rowsOf(count) })
    expect(items.map(({ rows }) => JSON.parse(String(rows)).length)).toEqual(sizes)
    expect(items.map(({ parts }) => parts)).toEqual(sizes.map(() => sizes.length))
    await putFigures(table, items)
    expect((await currentFigures(table, team, [of]))[0]?.snapshot.rows).toEqual(rowsOf(count))
  })
  test('of a series of which anything is gone are left out', async () => {
    const whole = series('whole', 10)
    const half = series('half', 10, { parts: 2 })
    await put(whole, rowsOf(1))
    await put(half, rowsOf(1))
    const found = await currentFigures(table, team, [half, series('none', 10), whole])
    expect(found.map(({ series }) => series.id)).toEqual(['whole'])
    expect(await currentFigures(table, team, [])).toEqual([])
  })
  test('are asked for by hundreds, again where the table was too busy, and put by twenties', async () => {
    const of = series('large', 10, { parts: 101 })
    const many: FigureRow[] = Array.from({ length: 25_001 }, () => [''])
    const transactions = watched(table)
    await putFigures(transactions, figureItems(team, of, { asOf: of.asOf, rows: many }))
    expect(transactions.asked.map(({ TransactItems }) => (TransactItems as unknown[]).length)).toEqual([
      ...Array(5).fill(20),
      1,
    ])
    const sizes: number[] = []
    const busy = watched(table, ({ RequestItems }) => {
      const request = (RequestItems as Record<string, { Keys: object[]; ConsistentRead: boolean }>)[table.table]!
      expect(request.ConsistentRead).toBe(true)
      return sizes.push(request.Keys.length) === 1 ? { UnprocessedKeys: { [table.table]: request } } : undefined
    })
    const [found] = await currentFigures(busy, team, [of])
    expect([found?.snapshot.rows, sizes]).toEqual([many, [100, 100, 1]])
  })
})

describe('figures by day', () => {
  const following = (n: number) => ({ before: { day: day(n), version: `v${n}` } })
  const last = series('days', 10, following(8))
  beforeAll(async () => {
    await put(series('days', 3), rowsOf(1, 3))
    await put(series('days', 5, following(3)), rowsOf(251, 5), { period: 'March' })
    await put(series('days', 8, following(5)), rowsOf(1, 8))
    await put(series('days', 8, { version: 'replaced' }), rowsOf(1, 80))
    await put(last, rowsOf(1, 10))
    await put(series('days', 11), rowsOf(1, 11))
  })
  const found = async (from: string, to: string, change: Partial<Series> = {}) =>
    (await figuresByDay(table, team, { ...last, ...change }, { from, to })).map(({ day, rows }) => [day, rows[0]![1]])
  const all = [3, 5, 8, 10].map((n) => [day(n), n])

  test('are what stood at the end of each, the first first', async () => {
    expect(await found('2026-01-01', '2026-12-31')).toEqual(all)
    expect((await figuresByDay(table, team, last, { from: day(5), to: day(5) }))[0]).toEqual({
      day: day(5),
      asOf: `${day(5)}T08:00:00.000Z`,
      rows: rowsOf(251, 5),
      period: 'March',
    })
  })
  test('are of the days that are asked for, both included', async () => {
    expect(await found(day(5), day(8))).toEqual(all.slice(1, 3))
    expect(await found(day(10), day(10))).toEqual(all.slice(3))
    expect(await found(day(6), day(7))).toEqual([])
    expect(await found(day(11), day(12))).toEqual([])
  })
  test('go back no further than the audience may read them', async () => {
    expect(await found('2026-01-01', '2026-12-31', { since: day(5) })).toEqual(all.slice(1))
    expect(await found(day(8), '2026-12-31', { since: day(5) })).toEqual(all.slice(2))
    expect(await found('2026-01-01', '2026-12-31', { since: day(11) })).toEqual([])
  })
  test('end where one is gone', async () => {
    expect(await found('2026-01-01', '2026-12-31', { version: 'none' })).toEqual([])
    await put(series('broken', 9, following(7)), rowsOf(1, 9))
    expect(await found('2026-01-01', '2026-12-31', { id: 'broken', day: day(9), version: 'v9' })).toEqual([[day(9), 9]])
  })
})

describe('figures that nobody reads any more', () => {
  test('are let go an hour later, those that are gone staying so', async () => {
    const of = series('let-go', 10, { parts: 2 })
    await put(of, rowsOf(251))
    await put(series('let-go', 9), rowsOf(1))
    const looked = watched(table)
    await letGo(looked, team, { ...of, parts: 3 }, NOW)
    expect(looked.asked).toHaveLength(3)
    expect((await stored('let-go')).map(({ sk, ttl }) => [sk, ttl])).toEqual([
      ['2026-03-09#v9#000', undefined],
      ['2026-03-10#v10#000', HOUR_LATER],
      ['2026-03-10#v10#001', HOUR_LATER],
    ])
    const failing = watched(table, () => {
      throw new Error('away')
    })
    await expect(letGo(failing, team, of, NOW)).rejects.toThrow('away')
  })
  test('are all of the days before the last two, and of these what stood at their end', async () => {
    for (const [n, version] of [
      [7, 'x'],
      [8, 'x'],
      [8, 'v8'],
      [9, 'v9'],
      [9, 'made'],
      [10, 'v10'],
      [10, 'v1'],
      [11, 'v11'],
    ] as const)
      await put(series('keys', n, { version }), rowsOf(1))
    const keys = async (before?: { day: string; version: string }) =>
      (await seriesKeys(table, team, series('keys', 10, before && { before }))).map(({ sk }) => sk)
    const older = ['2026-03-07#x#000', '2026-03-08#v8#000', '2026-03-08#x#000']
    expect(await keys()).toEqual([...older, '2026-03-10#v10#000'])
    expect(await keys({ day: day(9), version: 'v9' })).toEqual([...older, '2026-03-09#v9#000', '2026-03-10#v10#000'])
  })
  test('are deleted, a hundred at once', async () => {
    const of = series('deleted', 10)
    const keys = Array.from({ length: 101 }, (_, n) => ({ pk: team.partition('K', of.id), sk: `${n}` }))
    await putFigures(table, keys)
    const transactions = watched(table)
    await forgetFigures(transactions, keys)
    expect(transactions.asked.map(({ TransactItems }) => (TransactItems as unknown[]).length)).toEqual([100, 1])
    expect(await places('deleted')).toEqual([])
    const full = watched(table, () => ({}))
    await forgetFigures(full, keys.slice(1))
    await putFigures(full, keys.slice(0, 20))
    expect(full.asked).toHaveLength(2)
  })
})
