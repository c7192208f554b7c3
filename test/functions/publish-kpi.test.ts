import { DeleteCommand, ScanCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seriesId } from '../../functions/kpi/figure-rows.ts'
import { allAudiences, audienceWrites, type Series } from '../../functions/store/audience.ts'
import { transact } from '../../functions/store/table.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type AudienceDesk, audienceDesk, figure, type History, type Linked } from './audience-desk.ts'
import { failingWrites } from './failing-writes.ts'
import { ADA } from './running-app.ts'
import { everything } from './survey-desk.ts'

let desk: AudienceDesk
let sales: string
let leaders: string
let linked: Linked
beforeEach(async () => {
  desk = await audienceDesk()
  sales = await desk.audience('Sales')
  leaders = await desk.audience('Leaders')
  linked = await desk.link(sales)
})
afterEach(() => desk.close())

const values = async () => (await desk.read(linked.documentKey)).body.figures.map(({ value }) => value)
const history = async (kpi: string, by = '') => {
  const { body } = await desk.read<History>(linked.documentKey, { history: { kpi, by } })
  return body.history.map(({ day, figures }) => [day, ...figures.map(({ value }) => value)])
}
const cells = (...asked: [by?: string, period?: string][]) =>
  desk.cells(
    linked.documentKey,
    asked.map(([by = '', period = '']) => ({ function: 'KPI', name: 'nps', by, period })),
  )

test('the last figures of a day stand, and those of earlier days never change', async () => {
  await desk.publish([figure('nps', 1), figure('nps', 5, 'A')], [sales])
  await desk.publish([figure('nps', 2), figure('nps', 6, 'A')], [sales])
  desk.at('2026-03-12T08:00:00Z')
  await desk.publish([figure('nps', 3), figure('nps', 7, 'A')], [sales])
  await desk.publish([figure('nps', 4), figure('nps', 8, 'A'), figure('nps', 9, 'B')], [sales])
  expect(await history('nps')).toEqual([
    ['2026-03-10', 2],
    ['2026-03-12', 4],
  ])
  expect(await history('nps', 'tier')).toEqual([
    ['2026-03-10', 6],
    ['2026-03-12', 8, 9],
  ])
  expect(await cells([], ['', '2026-03-10'], ['', '2026-03-11'], ['', '2026-03'], ['a', '2026-03-10'])).toEqual([
    4, 2, 2, 4, 6,
  ])
  const [all, tier, groups, b] = (await cells(['', 'all'], ['tier'], ['Tier', 'ALL'], ['B', 'ALL'])) as unknown[][][]
  const header = ['Value', 'n', 'Figure', 'Low', 'High']
  expect(all).toEqual([
    ['Day', 'n', 'Figure', 'Low', 'High'],
    ['2026-03-10', 10, 2, '', ''],
    ['2026-03-12', 10, 4, '', ''],
  ])
  expect(tier).toEqual([header, ['A', 10, 8, '', ''], ['B', 10, 9, '', '']])
  expect(groups?.slice(1).map(([day, group, , value]) => [day, group, value])).toEqual([
    ['2026-03-10', 'A', 6],
    ['2026-03-12', 'A', 8],
    ['2026-03-12', 'B', 9],
  ])
  expect(b?.slice(1)).toEqual([['2026-03-12', 10, 9, '', '']])
  for (const none of ['last week', '2025-13', '2025-00', '2025-02-30'])
    expect(await cells(['', none])).toMatchObject([{ code: 'kpiPeriod' }])
})

test('a month or day without a publication is as it stood at its end; before the first there is nothing', async () => {
  await desk.publish([figure('nps', 1), figure('nps', 5, 'A')], [sales])
  desk.at('2026-06-12T08:00:00Z')
  await desk.publish([figure('nps', 2), figure('nps', 6, 'B')], [sales])
  desk.at('2026-06-14T08:00:00Z')
  await desk.publish([figure('nps', 3), figure('nps', 7, 'B')], [sales])
  expect(await cells(['', '2026-02'], ['', '2026-05'], ['', '2026-06-13'], ['', '2026-07'])).toEqual(['', 1, 2, 3])
  const [table] = (await cells(['tier', '2026-05'])) as unknown[][][]
  expect(table?.slice(1)).toEqual([['A', 10, 5, '', '']])
  expect(await cells(['a', '2026-05'], ['A'], ['b', '2026-05'])).toEqual([5, '', ''])
})

test('what two KPIs or two groups are called is refused with what to write instead', async () => {
  const called = (kpi: string, value: number) => ({ ...figure(kpi, value), label: 'Deals' })
  const by = (cut: 'owner' | 'tier', group: string, value: number) => ({ ...figure('nps', value, group), by: cut })
  const groups = [
    by('tier', 'A', 1),
    by('owner', 'A', 2),
    by('owner', 'bo', 3),
    by('owner', 'Bo', 4),
    by('tier', 'B', 5),
  ]
  await desk.publish([called('own:s1', 1), called('own:s2', 2), ...groups], [sales])
  const ask = (name: string, group = '') => ({ function: 'KPI', name, by: group })
  const asked = ['A', 'tier: a', 'OWNER:A', 'Bo', 'bo', 'BO', 'b'].map((group) => ask('nps', group))
  const found = await desk.cells(linked.documentKey, [ask('deals'), ask('own:s2'), ...asked])
  expect(found).toEqual([
    expect.objectContaining({ code: 'kpiNameTwice', message: expect.stringContaining('"own:s1" or "own:s2"') }),
    2,
    expect.objectContaining({ code: 'kpiGroupTwice', message: expect.stringContaining('"tier: A" or "owner: A"') }),
    ...[1, 2, 4, 3],
    expect.objectContaining({ code: 'kpiGroupTwice', message: expect.stringContaining('"owner: bo" or "owner: Bo"') }),
    5,
  ])
})

test('a KPI that is published to others is gone at once with its history, and comes back without it', async () => {
  await desk.publish([figure('nps', 1)], [sales, leaders])
  desk.at('2026-03-11T08:00:00Z')
  await desk.publish([figure('nps', 2)], [leaders])
  expect([await values(), await history('nps')]).toEqual([[], []])
  expect(await cells(['', 'ALL'])).toMatchObject([{ code: 'kpiUnknown' }])
  desk.at('2026-03-12T08:00:00Z')
  await desk.publish([figure('nps', 3)], [sales, leaders])
  expect(await history('nps')).toEqual([['2026-03-12', 3]])
})

test('what is withdrawn, or whose last audience is removed, is kept nowhere', async () => {
  const before = await everything(desk)
  await desk.publish([figure('nps', 1), figure('nps', 2, 'A')], [sales])
  await desk.publish([figure('csat', 1)], [leaders])
  await desk.publish([], [], {
    withdraw: [
      { kpi: 'nps', by: '' },
      { kpi: 'nps', by: 'tier' },
    ],
  })
  await desk.write('DELETE', `/audiences/${leaders}`)
  const figures = (items: string[]) => items.filter((item) => item.includes('"rows"'))
  expect(figures(await everything(desk))).toEqual(figures(before))
  expect(await values()).toEqual([])
})

test('one audience loses what cannot be counted now, and another keeps it as it was', async () => {
  await desk.publish([figure('nps', 1), figure('csat', 2)], [sales, leaders])
  const withdraw = [{ kpi: 'nps', by: '', audiences: [leaders] }]
  expect((await desk.publish([], [], { withdraw })).body).toMatchObject({ readable: true })
  const kpis = (await desk.list()).map(({ kpis }) => kpis.map(({ kpi }) => kpi).sort())
  expect(kpis).toEqual([['csat', 'nps'], ['csat']])
  expect((await values()).sort()).toEqual([1, 2])
})

test('what a withdrawal leaves that was killed before it deleted anything goes with the next publication', async () => {
  const stored = async () => (await everything(desk)).filter((item) => item.includes('"rows"')).length
  const before = await stored()
  await desk.publish([figure('nps', 1)], [sales])
  desk.at('2026-03-11T08:00:00Z')
  await desk.publish([figure('nps', 2)], [sales])
  let writes = 0
  const restore = failingWrites(
    desk.backend.db,
    'before',
    () => (++writes > 1 ? new Error('power cut') : undefined),
    /^TransactWrite/,
  )
  await desk.publish([], [], { withdraw: [{ kpi: 'nps', by: '' }] })
  restore()
  expect([await values(), await stored()]).toEqual([[], before + 2])
  await desk.publish([figure('csat', 1)], [leaders])
  expect(await stored()).toBe(before + 1)
  // What is published again meanwhile is not taken for what was left.
  await desk.publish([figure('nps', 3)], [sales])
  await desk.publish([figure('csat', 2)], [leaders])
  expect(await values()).toEqual([3])
})

test('the version and sentence of a statistic, and the standard, come with its figures', async () => {
  const about = {
    standard: { name: 'Value', version: 3 },
    definitions: [{ kpi: 'own:s1', version: 2, says: 'All of it' }],
  }
  await desk.publish([figure('own:s1', 1), figure('nps', 2)], [sales], about)
  const { body } = await desk.read(linked.documentKey)
  expect(body.sources).toEqual([
    {
      kpi: 'own:s1',
      by: '',
      asOf: '2026-03-10T08:00:00.000Z',
      standard: about.standard,
      definition: { version: 2, says: 'All of it' },
    },
    { kpi: 'nps', by: '', asOf: '2026-03-10T08:00:00.000Z', standard: about.standard },
  ])
})

test('figures as large as they come fit, and a group that comes twice is refused', async () => {
  const groups = Array.from({ length: 2000 }, (_, at) => ({
    ...figure('nps', at, 'x'),
    group: `${at} ${'客'.repeat(190)}`,
  }))
  expect((await desk.publish(groups, [sales])).body).toMatchObject({ readable: true })
  expect((await values()).length).toBe(2000)
  expect((await desk.publish([figure('nps', 1, 'A'), figure('nps', 2, 'A')], [sales])).body.error.code).toBe('kpiTwice')
})

/** So many KPIs of long names can forty audiences have. */
const MOST = 261
describe('what all audiences together have', () => {
  const name = '客户满意度调查净推荐值按区域分组统计结果一览'
  const named = (at: number) => ({ kpi: `goal:${name}${at + 100}`, label: `${name}${at + 100}` })
  const kpis = (count: number) => Array.from({ length: count }, (_, at) => ({ ...figure('', at), ...named(at) }))
  const forty = async () => {
    for (let at = 2; at < 40; at++) await desk.audience(`Region ${at + 10}`)
    return (await desk.list()).map(({ audienceId }) => audienceId)
  }

  test('is refused where it is too much, before anything is written, and what is taken can be refreshed', async () => {
    const audiences = await forty()
    const before = await everything(desk)
    const refused = await desk.publish(kpis(300), audiences)
    expect([refused.status, refused.body.error.code]).toEqual([400, 'tooMuchShared'])
    expect(refused.body.error.message).toContain('would take 4809 KB, and 4194 KB can be changed at once')
    expect(await everything(desk)).toEqual(before)
    expect((await desk.publish(kpis(MOST + 1), audiences)).status).toBe(400)
    for (const day of ['2026-03-10', '2026-03-11']) {
      desk.at(`${day}T08:00:00Z`)
      expect((await desk.publish(kpis(MOST), audiences)).body).toMatchObject({ readable: true })
    }
    expect((await values()).length).toBe(MOST)
  })

  test('can be made less however much it is', async () => {
    const audiences = await forty()
    const { workspace } = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!
    const before = await allAudiences(desk.backend, workspace)
    const place = { day: '2026-03-10', version: 'v'.repeat(22), asOf: '2026-03-10T08:00:00.000Z', since: '2026-03-10' }
    const series = kpis(300).map(({ kpi, label, unit, by, direction }): Series => {
      return { kpi, label, unit, by, direction, ...place, id: seriesId({ kpi, by }), parts: 1 }
    })
    const full = before.audiences.map((each) => ({ ...each, series }))
    expect(await transact(desk.backend, audienceWrites(workspace, before, full))).toBeUndefined()
    const withdraw = [{ kpi: named(0).kpi, by: '' }]
    expect((await desk.publish([], [], { withdraw })).body).toMatchObject({ readable: true })
    expect((await desk.publish(kpis(1), audiences)).status).toBe(400)
  })
})

test('two that publish at once are one after the other', async () => {
  const replies = await Promise.all(
    [1, 2, 3].map((value) => desk.publish([figure('nps', value)], value === 2 ? [leaders] : [sales])),
  )
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  const owners = (await desk.list()).filter(({ kpis }) => kpis.length > 0)
  expect(owners).toHaveLength(1)
})

test('a repeat that overlaps the first lets nothing go of what the first made readable', async () => {
  await desk.publish([figure('nps', 1)], [sales])
  const publish = async () => (await desk.publish([figure('nps', 2)], [sales], {}, 'twice')).body
  const overlap = { step: 'initialize', name: 'overlap' } as const
  let first: unknown
  let isOvertaken = false
  desk.backend.db.middlewareStack.add(
    (next) => async (args) => {
      const { Key, TransactItems } = args.input as TransactWriteCommandInput & { Key?: { sk: string } }
      if (!isOvertaken && first && TransactItems?.some(({ Put }) => Put?.Item?.sk === 'AUDIENCES')) {
        isOvertaken = true
        await desk.publish([figure('csat', 9)], [sales])
      }
      const result = await next(args)
      // The repeat has read that nothing was done: now the first is done, on its second try since another comes before it.
      if (!first && Key?.sk === 'OP#twice') {
        first = 'under way'
        first = await publish()
      }
      return result
    },
    overlap,
  )
  const repeat = await publish()
  desk.backend.db.middlewareStack.remove(overlap.name)
  expect([isOvertaken, first, repeat]).toEqual([true, ...[1, 2].map(() => ({ readable: true, kpis: 1, figures: 1 }))])
  await expire()
  expect(await values()).toEqual([9, 2])
})

/** Deletes what DynamoDB deletes sooner or later once its time has come. */
async function expire() {
  const { db, table: TableName } = desk.backend
  const { Items = [] } = await db.send(new ScanCommand({ TableName, ConsistentRead: true }))
  for (const { pk, sk, ttl } of Items) if (ttl) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
}

const OLD = [figure('nps', 1), figure('nps', 1, 'A'), figure('csat', 1)]
const NEW = [figure('nps', 2), figure('nps', 2, 'A'), figure('csat', 2)]

test('pages become readable together, with the last; as long as it is missing nothing changes', async () => {
  await desk.publish(OLD, [sales])
  const pages = (more: boolean) => ({ publication: { id: 'p1', more } })
  expect((await desk.publish([NEW[0]!], [sales], pages(true), 'page-1')).body.readable).toBe(false)
  expect((await desk.publish([NEW[0]!], [sales], pages(true), 'page-1')).body.readable).toBe(false)
  await desk.publish([NEW[1]!], [leaders], pages(true))
  expect(await values()).toEqual([1, 1, 1])
  expect((await desk.publish([NEW[2]!], [sales], pages(false))).body.readable).toBe(true)
  expect((await values()).sort()).toEqual([2, 2])
  const leading = (await desk.list()).find(({ audienceId }) => audienceId === leaders)
  expect(leading?.kpis.map(({ kpi, by }) => [kpi, by])).toEqual([['nps', 'tier']])
})

test('a page that was written before somebody else published is not mixed with what came after', async () => {
  await desk.publish(OLD, [sales])
  await desk.publish([NEW[0]!], [sales], { publication: { id: 'p2', more: true } })
  await desk.publish([figure('nps', 3)], [sales])
  const late = await desk.publish([NEW[2]!], [sales], { publication: { id: 'p2', more: false } })
  expect([late.status, late.body.error.code]).toEqual([409, 'stale'])
  expect((await values()).sort()).toEqual([1, 1, 3])
})

test.each(['before', 'after'] as const)(
  'killed %s any write, readers have the former figures or the new, whole',
  async (when) => {
    await desk.publish(OLD, [sales])
    desk.at('2026-03-11T08:00:00Z')
    await desk.publish([figure('nps', 1.5), figure('nps', 1.5, 'A'), figure('csat', 1.5)], [sales])
    const seen = new Set<string>()
    for (let dies = 1; ; dies++) {
      const former = JSON.stringify(await values())
      let killed = false
      const cut = (write: number) => {
        killed ||= write === dies
        return killed ? new Error('power cut') : undefined
      }
      const restore = failingWrites(desk.backend.db, when, cut, /^(TransactWrite|Put|Update|Delete)/)
      const figures = NEW.map((each) => ({ ...each, value: 10 + dies }))
      await desk.publish(figures, [sales], { publication: { id: `p${dies}`, more: false } }, `kill-${dies}`)
      restore()
      const now = JSON.stringify(await values())
      expect([former, JSON.stringify(figures.map(({ value }) => value))]).toContain(now)
      seen.add(now === former ? 'former' : 'new')
      expect((await history('nps')).slice(0, -1)).toEqual([['2026-03-10', 1]])
      expect(
        (await desk.publish(figures, [sales], { publication: { id: `p${dies}`, more: false } }, `kill-${dies}`)).status,
      ).toBe(200)
      expect(await values()).toEqual(figures.map(({ value }) => value))
      if (!killed) break
    }
    expect([...seen].sort()).toEqual(['former', 'new'])
  },
)

test('goals are published by the ids that teams give them', async () => {
  for (const id of ['goal:G2/person/Ann', 'goal:目标 1']) await desk.publish([figure(id, 0.5)], [sales])
  expect(await values()).toEqual([0.5, 0.5])
})
