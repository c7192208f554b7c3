import { object, optional, parse, string } from 'valibot'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { countAnswers } from '../../../core/survey/tally.ts'
import { dayHeadWrite, rowStamp } from '../../../functions/store/day-head.ts'
import { type DaySource, dayTallies, tallyOf } from '../../../functions/store/figures.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt, workspace } from './answers.ts'
import { watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
let source: DaySource & { count: ReturnType<typeof vi.fn> }
let n = 0
beforeAll(async () => {
  table = await bareTable()
})
beforeEach(() => {
  const partitions = [0, 1].map((bucket) => ({
    rows: workspace.partition('S', `s${n}`, bucket),
    figures: workspace.partition('G', `s${n}`, bucket),
  }))
  n++
  const row = object({ value: string(), nps: optional(string(), '9') })
  source = {
    ...{ partitions, cut: 'tier' },
    count: vi.fn((groups, item) => {
      const { value, nps } = parse(row, item)
      countAnswers(tallyOf(groups, value), { nps }, () => false)
    }),
  }
})

const at = new Date('2026-03-10T08:00:00.000Z')
const MARCH = { from: '2026-03-01', to: '2026-03-31' }
/** As a request asks, whose client is its own. */
const tallies = (now = at, span = MARCH) => dayTallies({ ...watched(table), now: () => now }, source, span)
const failure = () =>
  tallies().then(
    () => undefined,
    ({ code, details }) => ({ code, ...details }),
  )
/** Puts rows of a day, and tells its head that there are `more` beside them. */
async function rows(day: string, ids: string[], { bucket = 0, value = 'A', more = 0 } = {}) {
  const pk = source.partitions[bucket]!.rows
  const put = ids.map((id) => ({ Put: { Item: { pk, sk: `R#${day}#${id}`, value, stamp: rowStamp(id) } } }))
  await transact(table, [...put, dayHeadWrite(pk, day, ids, ids.length + more)])
}
const day = (date: string, count: number, value = 'A') => ({
  ...{ day: date, value, n: count, questions: { nps: { 9: count } } },
})
const keptOf = (date: string, bucket = 0) => itemAt(table, source.partitions[bucket]!.figures, `tier#${date}`)

describe('days', () => {
  test('are counted by value from all partitions, those of the span alone', async () => {
    for (const date of ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']) await rows(date, ['1', '2'])
    await rows('2026-03-01', ['3'], { value: 'B' })
    await rows('2026-03-01', ['4'], { bucket: 1 })
    const { days, behind } = await tallies()
    expect(behind).toBeUndefined()
    expect(days.sort((a, b) => `${a.day}${a.value}${a.n}`.localeCompare(`${b.day}${b.value}${b.n}`))).toEqual([
      ...[day('2026-03-01', 1), day('2026-03-01', 2), day('2026-03-01', 1, 'B'), day('2026-03-31', 2)],
    ])
    expect(await tallies(at, { from: '2026-05-01', to: '2026-05-31' })).toEqual({ days: [], behind: undefined })
  })
  test('are kept as counted, and counted again only where they changed', async () => {
    await rows('2026-03-01', ['1'])
    await rows('2026-03-02', ['2'])
    const first = await tallies()
    expect(await keptOf('2026-03-01')).toEqual({
      ...{ pk: source.partitions[0]!.figures, sk: 'tier#2026-03-01', version: 1, at: at.toISOString() },
      groups: [{ value: 'A', n: 1, questions: { nps: { 9: 1 } } }],
    })
    expect(await tallies()).toEqual(first)
    expect(source.count).toHaveBeenCalledTimes(2)
    await rows('2026-03-02', ['3'])
    expect((await tallies()).days).toEqual([day('2026-03-01', 1), day('2026-03-02', 2)])
    expect(source.count).toHaveBeenCalledTimes(4)
  })
  test('that are seen half written are counted again once they are whole', async () => {
    await rows('2026-03-01', ['1'])
    const pk = source.partitions[0]!.rows
    await transact(table, [dayHeadWrite(pk, '2026-03-01', ['late'], 1)])
    expect((await tallies()).days).toEqual([day('2026-03-01', 1)])
    expect(await keptOf('2026-03-01')).toMatchObject({ version: 1 })
    await table.put({ pk, sk: 'R#2026-03-01#late', value: 'A', stamp: rowStamp('late') })
    expect((await tallies()).days).toEqual([day('2026-03-01', 2)])
    expect(await keptOf('2026-03-01')).toMatchObject({ version: 2 })
  })
  test('are counted once a request, but for what changes meanwhile', async () => {
    await rows('2026-03-01', ['1'])
    const request = { ...watched(table), now: () => at }
    const twice = await Promise.all([dayTallies(request, source, MARCH), dayTallies(request, source, MARCH)])
    expect(twice.map(({ days }) => days)).toEqual([[day('2026-03-01', 1)], [day('2026-03-01', 1)]])
    expect(source.count).toHaveBeenCalledTimes(1)
    await rows('2026-03-01', ['2'])
    await rows('2026-03-02', ['3'])
    expect((await dayTallies(request, source, MARCH)).days).toEqual([day('2026-03-02', 1), day('2026-03-01', 2)])
    expect(source.count).toHaveBeenCalledTimes(1 + 3)
    await dayTallies(request, { ...source, cut: 'owner' }, MARCH)
    expect(source.count).toHaveBeenCalledTimes(1 + 3 + 3)
  })
  test('are counted eight at once', async () => {
    const dates = Array.from({ length: 17 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`)
    for (const date of dates) await rows(date, ['1'])
    const watch = watched(table)
    const { days } = await dayTallies({ ...watch, now: () => at }, source, MARCH)
    expect(days.map((each) => each.day)).toEqual(dates)
    expect(watch.most).toBe(8)
  })
})

describe('days that are large', () => {
  test('are told as of when they were counted, of several since the first', async () => {
    await rows('2026-03-02', ['1'], { more: 30_000 })
    await tallies(new Date('2026-03-10T08:00:00.000Z'))
    await rows('2026-03-01', ['1'], { more: 30_000 })
    await tallies(new Date('2026-03-10T08:00:01.000Z'))
    for (const date of ['2026-03-01', '2026-03-02']) await rows(date, ['2'])
    await rows('2026-03-03', ['1'])
    const { days, behind } = await tallies(new Date('2026-03-10T08:00:30.000Z'))
    expect(days).toEqual([day('2026-03-03', 1), day('2026-03-01', 1), day('2026-03-02', 1)])
    expect(behind).toBe('2026-03-10T08:00:00.000Z')
  })
  test('and were never counted leave no figure: the next call goes on', async () => {
    for (const date of ['2026-03-01', '2026-03-02', '2026-03-03']) await rows(date, ['1'], { more: 100_000 })
    expect(await failure()).toEqual({ code: 'figuresCounting', days: 2 })
    expect(await keptOf('2026-03-03')).toBeUndefined()
    expect(await failure()).toEqual({ code: 'figuresCounting', days: 1 })
    expect((await tallies()).days).toHaveLength(3)
  })
  test('and that nobody can wait for are left to the audit, which finds them among those kept', async () => {
    await rows('2026-03-01', ['1'], { more: 150_000, bucket: 1 })
    for (let asked = 0; asked < 2; asked++) expect(await failure()).toEqual({ code: 'figuresCounting', days: 1 })
    expect(await keptOf('2026-03-01', 1)).toMatchObject({ version: 0, at: '', groups: [] })
    expect(source.count).not.toHaveBeenCalled()
  })
})
