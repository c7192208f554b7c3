import { beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import { complaintFact } from '../../../core/complaint/complaint-fact.ts'
import { type ComplaintQuestion, complaintFigures } from '../../../core/complaint/complaint-figures.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { complaintMetrics } from '../../../core/complaint/complaint-measures.ts'
import { recountedMetrics } from '../../../core/complaint/recounted-complaints.ts'
import { complaintFactWrites } from '../../../functions/store/complaint-fact.ts'
import {
  storedComplaintFigures,
  storedComplaintRecount,
  storedComplaintReport,
} from '../../../functions/store/complaint-figures.ts'
import { complaintNumbers } from '../../../functions/store/complaint-number.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { ACME, received } from './complaint-of.ts'
import { watched } from './watched.ts'

const team = WorkspaceKey.ofScanned('W#team')
const empty = WorkspaceKey.ofScanned('W#empty')
const timeZone = 'Asia/Shanghai'
const NOW = '2026-05-12T10:00:00.000Z'
const customers = [
  { tier: 'A', owner: 'Ada', segment: 'retail' },
  { tier: 'B', owner: 'Bo', segment: '' },
  { tier: '', owner: '', segment: '' },
  { tier: 'A', owner: '', segment: 'retail' },
]
const of = (id: string, receivedAt: string, change: Partial<Complaint> = {}): Complaint => {
  const { resolution, response } = received(id)
  const clock = (dueAt?: string) => ({ ...resolution, since: receivedAt, warnAt: dueAt, dueAt })
  const head = complaintFromEvents([received(id, { receivedAt, response: clock(response.dueAt), resolution: clock() })])
  return { ...head, ...change }
}
const shut = (at: string, change: Partial<Complaint> = {}): Partial<Complaint> => ({
  ...{ state: 'closed', closings: [at], resolutions: [{ at, minutes: 90, onTime: true }] },
  ...{ response: { targetMinutes: 60, usedMinutes: 70, missedAt: at }, respondedAt: at },
  ...{ ratings: [{ at, score: 5 }], compensations: [{ at, amount: 12.34 }], ...change },
})
/** In Shanghai the first came in March, and the third in the first minute of May. */
const complaints = [
  of('evening', '2026-02-28T20:00:00.000Z', shut('2026-04-30T18:00:00.000Z')),
  of(
    'january',
    '2026-01-05T08:00:00.000Z',
    shut('2026-01-09T08:00:00.000Z', { customer: { ...ACME, id: 'b', tier: 'B' } }),
  ),
  of('midnight', '2026-04-30T16:00:00.000Z'),
  of(
    'new-year',
    '2025-12-31T17:00:00.000Z',
    shut('2026-03-31T17:00:00.000Z', { state: 'reopened', reopenings: ['2026-04-02T08:00:00.000Z'] }),
  ),
  of('now', NOW, { severity: 'high' }),
]

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
  for (const { id } of [team, empty])
    await table.put({ pk: `W#${id}`, sk: 'META', name: 'Team', timeZone, createdAt: '2026-01-01T00:00:00.000Z' })
  await transact(table, [(await complaintNumbers(table, team, 2026)).take(4)])
  for (const each of complaints) await transact(table, complaintFactWrites(team, each))
  const kept = [customers[0], { tier: 'B', owner: 'Bo' }, {}, { tier: 'A', segment: 'retail' }]
  for (const [n, groups] of kept.entries()) await table.put({ pk: 'W#team#C', sk: `c${n}`, id: `c${n}`, ...groups })
})

/** The same from everything that there is. */
const whole = (question: ComplaintQuestion, now = NOW) =>
  complaintFigures(complaints.map(complaintFact), question, { now, timeZone, customers })
/** The months that were read, and whether customers were. */
function read(asked: Record<string, unknown>[]) {
  const pks = asked.map(
    (input) => (input.ExpressionAttributeValues as Record<string, string> | undefined)?.[':pk'] ?? '',
  )
  return {
    months: pks.flatMap((pk) => /#QM#(\d.*)/.exec(pk)?.[1] ?? []).sort(),
    customers: pks.some((pk) => pk.endsWith('#C')),
  }
}
const spans: Omit<ComplaintQuestion, 'metric'>[] = [
  {},
  { by: 'tier' },
  { by: 'owner' },
  { by: 'segment' },
  { by: 'month' },
  { by: 'segment', value: 'retail' },
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-05-01', to: '2026-05-01' },
  { from: '2026-01-01', to: '2026-01-01' },
  { to: '2026-03-31' },
  { by: 'month', from: '2026-04-15', to: '2026-12-31' },
]

describe('figures', () => {
  test.each(['OPEN', 'AT_RISK', 'NEW', 'PER_100_CUSTOMERS'] as const)(
    '%s is what all complaints together give',
    async (metric) => {
      for (const span of spans) {
        const question = { metric, ...span }
        expect([span, await storedComplaintFigures(table, team, question, NOW)]).toEqual([span, whole(question)])
      }
    },
  )
  test('are all told at once from what is read once', async () => {
    for (const span of spans) {
      const looked = watched(table)
      const report = await storedComplaintReport(looked, team, span, NOW)
      expect([span, report]).toEqual([
        span,
        Object.fromEntries(complaintMetrics.map((metric) => [metric, whole({ metric, ...span })])),
      ])
      const { months } = read(looked.asked)
      expect(months).toEqual([...new Set(months)])
    }
    const looked = watched(table)
    await storedComplaintReport(looked, team, { from: '2026-04-15', to: '2026-03-15' }, NOW)
    expect(read(looked.asked)).toEqual({ months: ['2026-03', '2026-04', '2026-05'], customers: true })
  })

  const year = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
  const cases: [string, ComplaintQuestion, string[], string?][] = [
    ['since the first year that had one', { metric: 'NEW' }, year],
    ['no earlier than that', { metric: 'NEW', from: '2020-02-02' }, year],
    ['within a month', { metric: 'NEW', from: '2026-03-02', to: '2026-03-30' }, ['2026-03']],
    [
      'a whole month, in any zone',
      { metric: 'NEW', from: '2026-03-01', to: '2026-03-31' },
      ['2026-02', '2026-03', '2026-04'],
    ],
    ['up to now', { metric: 'NEW', from: '2026-04-02', to: '2026-12-31' }, ['2026-04', '2026-05']],
    ['who is open', { metric: 'OPEN' }, ['2026-05']],
    ['who was open then', { metric: 'OPEN', from: '2026-01-01', to: '2026-03-15' }, ['2026-03', '2026-04', '2026-05']],
    ['who is open, by a cut', { metric: 'OPEN', by: 'tier' }, ['2026-05']],
    [
      'who was open, month by month',
      { metric: 'OPEN', by: 'month', from: '2026-04-15', to: '2026-04-20' },
      ['2026-04', '2026-05'],
    ],
    ['what is at risk', { metric: 'AT_RISK' }, ['2026-05']],
    ['what is at risk of then', { metric: 'AT_RISK', from: '2026-01-01', to: '2026-03-15' }, []],
    [
      'what is at risk, month by month',
      { metric: 'AT_RISK', by: 'month', from: '2026-03-15', to: '2026-03-20' },
      ['2026-03'],
    ],
    ['on the first of a month', { metric: 'OPEN' }, ['2026-04', '2026-05'], '2026-05-01T00:00:00.000Z'],
    ['on the last of a month', { metric: 'OPEN' }, ['2026-05', '2026-06'], '2026-05-31T00:00:00.000Z'],
  ]
  test.each(cases)('read no more months than they need: %s', async (_, question, months, now = NOW) => {
    const looked = watched(table)
    await storedComplaintFigures(looked, team, question, now)
    expect(read(looked.asked)).toEqual({ months, customers: false })
  })
  test('of a desk without complaints are of this year', async () => {
    const looked = watched(table)
    expect(await storedComplaintFigures(looked, empty, { metric: 'NEW' }, NOW)).toEqual([
      { value: '', n: 0, figure: 0 },
    ])
    expect(read(looked.asked).months).toEqual(year)
  })
})

describe('a recount', () => {
  const recount = (metric: (typeof recountedMetrics)[number], from: string, to: string, now = NOW) =>
    storedComplaintRecount(table, team, { metric, from, to }, now)
  test.each(recountedMetrics)('of %s gives the figure, complaint by complaint', async (metric) => {
    for (const [from, to] of [
      ['2025-01-01', '2026-12-31'],
      ['2026-03-01', '2026-03-31'],
      ['2026-05-01', '2026-05-12'],
      ['2026-04-30', '2026-04-30'],
    ] as const) {
      const { n, figure } = whole({ metric, from, to })[0]!
      expect([from, await recount(metric, from, to)]).toEqual([from, { n, figure }])
    }
  })
  test('ends with the day, to the millisecond', async () => {
    // The next day begins as a complaint comes in.
    const midnight = '2026-04-30T16:00:00.000Z'
    expect(await recount('NEW', '2026-04-01', '2026-04-30', midnight)).toMatchObject({ n: 0 })
    expect(await recount('NEW', '2026-05-01', '2026-05-01', midnight)).toMatchObject({ n: 1 })
  })
  test('reads all there is, and customers only where they count', async () => {
    const reads = async (workspace: WorkspaceKey, metric: 'NEW' | 'PER_100_CUSTOMERS') => {
      const looked = watched(table)
      await storedComplaintRecount(looked, workspace, { metric, from: '2026-05-01', to: '2026-05-01' }, NOW)
      return read(looked.asked)
    }
    const months = ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
    expect(await reads(team, 'NEW')).toEqual({ months, customers: false })
    expect(await reads(team, 'PER_100_CUSTOMERS')).toEqual({ months, customers: true })
    expect((await reads(empty, 'NEW')).months).toEqual(months)
  })
})
