import { beforeEach, expect, test } from 'vitest'
import { countAnswers } from '../../../core/survey/tally.ts'
import { dayHeadWrite, rowStamp } from '../../../functions/store/day-head.ts'
import { type DaySource, dayTallies, tallyOf } from '../../../functions/store/figures.ts'
import { transact } from '../../../functions/store/table.ts'
import { bareTable } from '../bare-table.ts'
import { workspace } from './answers.ts'
import { watched } from './watched.ts'

const table = await bareTable()
let survey = 0
let counted = 0
beforeEach(() => {
  survey++
  counted = 0
})

/** The rows of the test's survey by a cut; each is its own value. */
const by = (cut: string, of = `s${survey}`): DaySource => ({
  cut,
  partitions: [{ rows: workspace.partition('S', of, 0), figures: workspace.partition('G', of, 0) }],
  count(groups, row) {
    counted++
    countAnswers(tallyOf(groups, `${cut} ${(row as { sk: string }).sk.slice(-1)}`), {}, () => false)
  },
})
/** Puts rows of a day, and tells its head that there are `more` beside them. */
async function rows(day: string, ids: string[], more = 0, of = `s${survey}`) {
  const pk = workspace.partition('S', of, 0)
  const put = ids.map((id) => ({ Put: { Item: { pk, sk: `R#${day}#${id}`, stamp: rowStamp(id) } } }))
  await transact(table, [...put, dayHeadWrite(pk, day, ids, ids.length + more)])
}
/** A request, with the days whose rows it has read. */
function request() {
  const watch = watched(table)
  const asking = { ...watch, now: () => new Date('2026-03-10T08:00:00.000Z') }
  const values = async (source: DaySource, from = '2026-03-01', to = '2026-03-31') =>
    dayTallies(asking, source, { from, to }).then(
      ({ days }) => days.map(({ day, value }) => `${day.slice(-2)} ${value}`).sort(),
      ({ code, details }) => [code, details.days],
    )
  const read = () =>
    watch.asked
      .map(({ ExpressionAttributeValues: asked = {} }) => JSON.stringify(asked))
      .flatMap((asked) => /R#\d{4}-\d\d-(\d\d)#/.exec(asked)?.[1] ?? [])
  return { values, read }
}

test('a day is read once for all cuts that are asked for together, each kept by itself', async () => {
  await rows('2026-03-01', ['a', 'b'])
  await rows('2026-03-02', ['c'])
  const first = request()
  const all = await Promise.all([first.values(by('tier')), first.values(by('owner')), first.values(by('tier'))])
  expect(all).toEqual([
    ['01 tier a', '01 tier b', '02 tier c'],
    ['01 owner a', '01 owner b', '02 owner c'],
    ['01 tier a', '01 tier b', '02 tier c'],
  ])
  expect(first.read().sort()).toEqual(['01', '02'])
  expect(counted).toBe(3 * 2)
  const later = request()
  expect(await later.values(by('owner'))).toEqual(['01 owner a', '01 owner b', '02 owner c'])
  expect(later.read()).toEqual([])
})

test('a cut that is asked for later reads it again, by itself', async () => {
  await rows('2026-03-01', ['a'])
  const { values, read } = request()
  await values(by('tier'))
  expect(await values(by('owner'))).toEqual(['01 owner a'])
  expect(read()).toEqual(['01', '01'])
  expect(counted).toBe(2)
  expect([await values(by('tier')), await values(by('owner'))]).toEqual([['01 tier a'], ['01 owner a']])
  expect(read()).toHaveLength(2)
})

test('all formulas of a request have its time together, and the next request goes on', async () => {
  for (const day of ['2026-03-01', '2026-03-02']) await rows(day, ['a'], 100_000)
  const { values } = request()
  const first = [values(by('tier'), '2026-03-01', '2026-03-01'), values(by('owner'), '2026-03-01', '2026-03-01')]
  expect(await Promise.all(first)).toEqual([['01 tier a'], ['01 owner a']])
  expect(await values(by('tier'), '2026-03-02')).toEqual(['figuresCounting', 1])
  expect(await values(by('segment'))).toEqual(['figuresCounting', 2])
  expect(await request().values(by('tier'))).toEqual(['01 tier a', '02 tier a'])
})

test('surveys that are asked for together are told apart', async () => {
  const [one, other] = [`s${survey}`, `t${survey}`]
  await rows('2026-03-01', ['a'], 0, one)
  await rows('2026-03-01', ['b'], 0, other)
  const { values, read } = request()
  expect(await Promise.all([values(by('tier', one)), values(by('tier', other))])).toEqual([
    ['01 tier a'],
    ['01 tier b'],
  ])
  expect(read()).toHaveLength(2)
})
