import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedQuestion } from '../../../core/complaint/checked-question.ts'
import { severities } from '../../../core/complaint/complaint.ts'
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts'
import { type ComplaintQuestion, complaintFigures } from '../../../core/complaint/complaint-figures.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { type ComplaintMetric, complaintMetrics } from '../../../core/complaint/complaint-measures.ts'
import { allowedActions } from '../../../core/complaint/complaint-moves.ts'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { defaultCalendar } from '../../../core/working-time/business-calendar.ts'
import { businessMinutes } from '../../../core/working-time/business-minutes.ts'
import { customer, instant, type Life, livedEvents } from './lived-complaint.ts'

const now = instant('2026-02-12 12:00')
/** Ten of each tier; fifteen of Li's, the others nobody's. */
const customers = Array.from({ length: 40 }, (_, at) => ({
  tier: 'ABCD'[at % 4] as string,
  owner: at < 15 ? 'li' : '',
  segment: '',
}))
const outlook = { now, timeZone: 'UTC', customers }

const one = customer('c-1', 'A', 'li')
const two = customer('c-2', 'B', 'wang')
const three = customer('c-3', 'B', 'li')

/** Six cases, worked by hand. Mondays: 5 January, 2 and 9 February. */
const desk = [
  // Targets 60 and 480. Answered in 30 minutes, resolved in 300.
  livedEvents({ id: 'k1', customer: one, severity: 'high' }, '2026-01-05 09:00', [
    ['2026-01-05 09:30', { action: 'acknowledge' }],
    ['2026-01-05 15:00', { action: 'resolve', compensation: 20.5, rootCause: 'Packing' }],
    ['2026-01-06 10:00', { action: 'close', satisfaction: 5 }],
  ]),
  // Targets 120 and 1200. Answered in 240: missed at 11:00. Resolved in 1920, again in 2040.
  livedEvents({ id: 'k2', customer: one, channel: 'email', category: 'Billing' }, '2026-01-06 09:00', [
    ['2026-01-06 14:00', { action: 'acknowledge' }],
    ['2026-01-09 18:00', { action: 'resolve' }],
    ['2026-02-02 09:00', { action: 'reopen', satisfaction: 2 }],
    ['2026-02-02 11:00', { action: 'resolve', compensation: 0.1 }],
    ['2026-02-03 09:00', { action: 'close', satisfaction: 4 }],
  ]),
  // Answered in 60, waits ever since.
  livedEvents({ id: 'k3', customer: two }, '2026-01-29 09:00', [
    ['2026-01-29 10:00', { action: 'acknowledge' }],
    ['2026-01-29 11:00', { action: 'wait' }],
  ]),
  // Targets 480 and 4800, warned on Wednesday 11 February at 18:00.
  livedEvents({ id: 'k4', customer: three, severity: 'low', channel: 'visit', category: '' }, '2026-02-02 09:00', [
    ['2026-02-02 10:00', { action: 'acknowledge' }],
  ]),
  // Targets 60 and 480, nothing done: missed at 10:00.
  livedEvents({ id: 'k5', customer: two, severity: 'critical' }, '2026-02-09 09:00', []),
  livedEvents({ id: 'e1', customer: three, kind: 'enquiry' }, '2026-02-09 09:00', []),
].map(complaintFromEvents)

const figure = (question: ComplaintQuestion) => complaintFigures(desk, question, outlook)

/** Metric, over all time, January, February. */
const worked: [ComplaintMetric, number, number, number][] = [
  ['OPEN', 3, 2, 3],
  ['NEW', 5, 3, 2],
  ['RESOLVED', 3, 2, 1],
  ['CLOSED', 2, 1, 1],
  ['REOPENED', 1, 0, 1],
  ['BREACHED', 2, 1, 1],
  ['AT_RISK', 1, 0, 1],
  ['MEDIAN_RESPONSE_HOURS', 1, 1, 1],
  ['MEDIAN_RESOLUTION_HOURS', 32, 18.5, 34],
  ['P90_RESOLUTION_HOURS', 33.6, 29.3, 34],
  ['ON_TIME_RATE', 1 / 3, 1 / 2, 0],
  ['REOPEN_RATE', 1 / 3, 1 / 2, 0],
  ['PER_100_CUSTOMERS', 12.5, 7.5, 5],
  ['REPEAT_RATE', 2 / 3, 1 / 2, 0],
  ['HANDLING_CSAT', 2 / 3, 1, 1 / 2],
  ['COMPENSATION', 20.6, 20.5, 0.1],
]

test('every metric is worked by hand', () => {
  expect(worked.map(([metric]) => metric)).toEqual(complaintMetrics)
})

test.each(worked)('%s', (metric, all, january, february) => {
  expect(figure({ metric })).toEqual([{ value: '', n: expect.any(Number), figure: expect.closeTo(all, 9) }])
  const months = figure({ metric, by: 'month' })
  expect(months.map(({ value }) => value)).toEqual(['2026-01', '2026-02'])
  expect(months.map((row) => row.figure)).toEqual([expect.closeTo(january, 9), expect.closeTo(february, 9)])
  expect(figure({ metric, from: '2026-01-01', to: '2026-01-31' })[0]?.figure).toBeCloseTo(january, 9)
})

describe('cuts', () => {
  const rows = (question: ComplaintQuestion) => figure(question).map(({ value, n, figure }) => [value, n, figure])

  test.each<[ComplaintQuestion, unknown[][]]>([
    [
      { metric: 'NEW', by: 'tier' },
      [
        ['A', 2, 2],
        ['B', 3, 3],
      ],
    ],
    [
      { metric: 'OPEN', by: 'owner' },
      [
        ['li', 1, 1],
        ['wang', 2, 2],
      ],
    ],
    [
      { metric: 'NEW', by: 'channel' },
      [
        ['email', 1, 1],
        ['hotline', 3, 3],
        ['visit', 1, 1],
      ],
    ],
    [
      { metric: 'NEW', by: 'category' },
      [
        ['', 1, 1],
        ['Billing', 1, 1],
        ['Delivery', 3, 3],
      ],
    ],
    [
      { metric: 'NEW', by: 'root_cause' },
      [
        ['', 4, 4],
        ['Packing', 1, 1],
      ],
    ],
    [
      { metric: 'ON_TIME_RATE', by: 'severity' },
      [
        ['high', 1, 1],
        ['normal', 2, 0],
      ],
    ],
    [{ metric: 'PER_100_CUSTOMERS', by: 'tier', value: 'B' }, [['B', 3, 30]]],
    [
      { metric: 'PER_100_CUSTOMERS', by: 'tier' },
      [
        ['A', 2, 20],
        ['B', 3, 30],
        ['C', 0, 0],
        ['D', 0, 0],
      ],
    ],
    // Of customers whose owner is Li, whoever handles them.
    [
      { metric: 'PER_100_CUSTOMERS', by: 'owner' },
      [
        ['', 0, 0],
        ['li', 3, 20],
        ['wang', 2, null],
      ],
    ],
    [
      { metric: 'PER_100_CUSTOMERS', by: 'severity' },
      [
        ['critical', 1, 2.5],
        ['high', 1, 2.5],
        ['low', 1, 2.5],
        ['normal', 2, 5],
      ],
    ],
    [
      { metric: 'NEW', by: 'category', from: '2026-02-01' },
      [
        ['', 1, 1],
        ['Delivery', 1, 1],
      ],
    ],
    [{ metric: 'NEW', by: 'tier', value: 'Z' }, [['Z', 0, 0]]],
    [{ metric: 'OPEN', by: 'tier', value: 'Z' }, [['Z', 0, 0]]],
    [
      { metric: 'NEW', by: 'month', to: '9999-12-31' },
      [
        ['2026-01', 3, 3],
        ['2026-02', 2, 2],
      ],
    ],
    [{ metric: 'NEW', by: 'month', from: '2026-01-06', to: '2026-01-31' }, [['2026-01', 2, 2]]],
    [{ metric: 'NEW', by: 'month', from: '2026-03-01' }, []],
    [{ metric: 'NEW', from: '0001-01-01', to: '9999-12-31' }, [['', 5, 5]]],
    [{ metric: 'NEW', by: 'quarter' }, [['2026-Q1', 5, 5]]],
    [
      { metric: 'NEW', by: 'week', from: '2026-01-26' },
      [
        ['2026-01-26', 1, 1],
        ['2026-02-02', 1, 1],
        ['2026-02-09', 1, 1],
      ],
    ],
    [
      { metric: 'OPEN', by: 'day', from: '2026-02-02', to: '2026-02-04' },
      [
        ['2026-02-02', 3, 3],
        ['2026-02-03', 2, 2],
        ['2026-02-04', 2, 2],
      ],
    ],
    [{ metric: 'NEW', by: 'month', value: '2026-01' }, [['2026-01', 3, 3]]],
    [{ metric: 'NEW', by: 'month', value: '2026-01-05' }, [['2026-01', 3, 3]]],
    [{ metric: 'NEW', by: 'month', value: '2025-07' }, [['2025-07', 0, 0]]],
    [{ metric: 'OPEN', by: 'quarter', value: '2025-q4' }, [['2025-Q4', 0, 0]]],
    [{ metric: 'NEW', by: 'week', value: '2026-02-11' }, [['2026-02-09', 1, 1]]],
    [{ metric: 'NEW', by: 'day', value: '2026-02-02' }, [['2026-02-02', 1, 1]]],
    [{ metric: 'NEW', by: 'month', value: '2026-01', from: '2026-01-06' }, [['2026-01', 2, 2]]],
  ])('%o', (question, expected) => {
    expect(rows(question)).toEqual(expected)
  })

  test('the first month is that of the first complaint, wherever it stands', () => {
    const [first] = complaintFigures([...desk].reverse(), { metric: 'NEW', by: 'month' }, outlook)
    expect(first).toEqual({ value: '2026-01', n: 3, figure: 3 })
  })

  test.each<[ComplaintQuestion['by'], string, string]>([
    ['month', 'March', '"March" is no month. Write 2026-03.'],
    ['month', '2026-13', '"2026-13" is no month. Write 2026-03.'],
    ['quarter', '2026-Q5', '"2026-Q5" is no quarter. Write 2026-Q1.'],
    ['week', '2026-W07', '"2026-W07" is no week. Write any of its days, such as 2026-03-31.'],
    ['day', '2026-02-30', '"2026-02-30" is no day. Write 2026-03-31.'],
  ])('by %s, the value %s is refused', (by, value, sentence) => {
    expect(() => figure({ metric: 'NEW', by, value })).toThrow(sentence)
  })

  test('without complaints there is the month of asking', () => {
    expect(complaintFigures([], { metric: 'NEW', by: 'month' }, outlook)).toEqual([
      { value: '2026-02', n: 0, figure: 0 },
    ])
  })

  test('4,000 rows are given, one more is refused', () => {
    const days = (from: string) => figure({ metric: 'NEW', by: 'day', from, to: '2026-02-12' })
    expect(days('2015-03-03')).toHaveLength(4000)
    expect(() => days('2015-03-02')).toThrow('From 2015-03-02 to 2026-02-12 is over 4,000 rows.')
    expect(figure({ metric: 'NEW', by: 'month', from: '2000-01-01' })).toHaveLength(12 * 26 + 2)
    expect(figure({ metric: 'NEW', by: 'week', from: '1956-01-01' }).length).toBeGreaterThan(3600)
  })

  test("days are those of the workspace's time zone", () => {
    const late = [complaintFromEvents(livedEvents({ customer: one }, '2026-01-31 20:00'))]
    const question: ComplaintQuestion = { metric: 'NEW', from: '2026-02-01', to: '2026-02-01' }
    expect(complaintFigures(late, question, { ...outlook, timeZone: 'Asia/Shanghai' })[0]?.figure).toBe(1)
    expect(complaintFigures(late, question, outlook)[0]?.figure).toBe(0)
  })
})

test.each([
  [{ metric: 'mood' }, '"MOOD" is not a known metric. Use one of OPEN, NEW'],
  [{ by: 'colour' }, '"colour" is not a known by. Use one of tier, owner'],
  [{ value: 'A' }, '"A" is a value of what? Say what to break down by, or leave it out.'],
  [{ from: '2026-2-1' }, '"2026-2-1" is no date. Write it like 2026-10-01.'],
  [
    { from: '2026-02-02', to: '2026-02-01' },
    'The period ends (2026-02-01) before it begins (2026-02-02). Swap the days.',
  ],
])('%o is refused with one sentence', (asked, message) => {
  expect(() => checkedQuestion(asked)).toThrow(message)
})

test.each<[Parameters<typeof checkedQuestion>[0], ComplaintQuestion]>([
  [{}, { metric: 'OPEN' }],
  [{ metric: '', by: '', value: '', from: '', to: '' }, { metric: 'OPEN' }],
  [
    { metric: 'on_time_rate', by: 'Tier', value: 'A' },
    { metric: 'ON_TIME_RATE', by: 'tier', value: 'A' },
  ],
  [
    { metric: 'new', from: '2026-02-01', to: '2026-02-02' },
    { metric: 'NEW', from: '2026-02-01', to: '2026-02-02' },
  ],
  [
    { from: '2026-02-01', to: '2026-02-01' },
    { metric: 'OPEN', from: '2026-02-01', to: '2026-02-01' },
  ],
  [{ to: '2026-02-01' }, { metric: 'OPEN', to: '2026-02-01' }],
])('%o is understood', (asked, question) => {
  expect(checkedQuestion(asked)).toEqual(question)
})

describe('at the edge of a period', () => {
  const january = { from: '2026-01-01', to: '2026-01-31' } as const
  const onDesk = (receivedAt: string, life: Life = []) => [
    complaintFromEvents(livedEvents({ customer: two }, receivedAt, life)),
  ]
  const open = (receivedAt: string, life: Life = []) =>
    complaintFigures(onDesk(receivedAt, life), { metric: 'OPEN', ...january }, outlook)[0]?.figure

  const closedAt = (at: string): Life => [
    ['2026-01-08 09:00', { action: 'acknowledge' }],
    ['2026-01-08 10:00', { action: 'resolve' }],
    [at, { action: 'close' }],
  ]
  test.each<[string, string, Life, number]>([
    ['received in its last moment', '2026-01-31 23:59:59.999', [], 1],
    ['received as the next begins', '2026-02-01 00:00', [], 0],
    ['closed in its last moment', '2026-01-07 09:00', closedAt('2026-01-31 23:59:59.999'), 0],
    ['closed as the next begins', '2026-01-07 09:00', closedAt('2026-02-01 00:00'), 1],
    [
      'closed and reopened',
      '2026-01-07 09:00',
      [...closedAt('2026-01-09 09:00'), ['2026-01-20 09:00', { action: 'reopen' }]],
      1,
    ],
    [
      'reopened in the moment of closing',
      '2026-01-07 09:00',
      [...closedAt('2026-01-09 09:00'), ['2026-01-09 09:00', { action: 'reopen' }]],
      1,
    ],
    [
      'reopened as the next begins',
      '2026-01-07 09:00',
      [...closedAt('2026-01-09 09:00'), ['2026-02-01 00:00', { action: 'reopen' }]],
      0,
    ],
    [
      'reopened before it was closed for good',
      '2026-01-07 09:00',
      [
        ['2026-01-08 09:00', { action: 'acknowledge' }],
        ['2026-01-08 10:00', { action: 'resolve' }],
        ['2026-01-08 11:00', { action: 'reopen' }],
        ['2026-01-08 12:00', { action: 'resolve' }],
        ['2026-01-09 09:00', { action: 'close' }],
      ],
      0,
    ],
  ])('a complaint %s', (_, receivedAt, life, figure) => {
    expect(open(receivedAt, life)).toBe(figure)
  })

  test('each moment belongs to one period', () => {
    const asked = { metric: 'NEW', by: 'month' } as const
    const first = complaintFigures(onDesk('2026-02-01 00:00'), { ...asked, from: '2026-01-01' }, outlook)
    expect(first.map(({ figure }) => figure)).toEqual([0, 1])
  })

  test('what comes in at the moment of asking counts, what a faster clock says comes later does not', () => {
    const question = { metric: 'NEW', from: '2026-02-12', to: '2026-02-12' } as const
    const count = (receivedAt: string) => complaintFigures(onDesk(receivedAt), question, outlook)[0]?.figure
    expect(count('2026-02-12 12:00')).toBe(1)
    expect(count('2026-02-12 12:00:00.001')).toBe(0)
  })

  test('of two missed targets the first is the breach', () => {
    const rules = [{ responseMinutes: 960, resolutionMinutes: 60 }]
    const strict = complaintFromEvents(
      livedEvents({ customer: two }, '2026-02-02 09:00', [], { ...defaultPolicy('UTC'), rules }),
    )
    const days = complaintFigures([strict], { metric: 'BREACHED', by: 'day', from: '2026-02-02' }, outlook)
    expect(days.filter(({ figure }) => figure !== 0).map(({ value }) => value)).toEqual(['2026-02-02'])
  })

  test('one whose first answer was late is at risk again as its resolution runs out', () => {
    const late = onDesk('2026-02-11 09:00', [['2026-02-11 17:00', { action: 'acknowledge' }]])
    const atRisk = (moment: string) =>
      complaintFigures(late, { metric: 'AT_RISK' }, { ...outlook, now: instant(moment) })[0]?.figure
    expect(atRisk('2026-02-12 09:00')).toBe(0)
    expect(atRisk('2026-02-17 10:00')).toBe(1)
    expect(atRisk('2026-02-18 10:00')).toBe(0)
  })

  test('of no customers there is no rate', () => {
    const nobody = { ...outlook, customers: [] }
    expect(complaintFigures(desk, { metric: 'PER_100_CUSTOMERS' }, nobody)).toEqual([{ value: '', n: 5, figure: null }])
  })
})

describe('a recount from the events agrees', () => {
  const life = fc.array(
    fc.record({ pick: fc.nat(), hours: fc.integer({ min: 0, max: 60 }), severity: fc.constantFrom(...severities) }),
    {
      maxLength: 14,
    },
  )
  const complaint = fc.record({
    start: fc.integer({ min: 0, max: 1200 }),
    customer: fc.constantFrom(one, two, three),
    life,
  })

  test('for every metric, in any span', () => {
    const day = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.array(complaint, { maxLength: 8 }), day, day, (plans, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((n) =>
          new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
        )
        const histories = plans.map((plan, i) => history(`x${i}`, plan))
        const heads = histories.map(complaintFromEvents)
        const later = { ...outlook, now: instant('2026-09-01 00:00') }
        for (const [metric, count] of Object.entries(recounts)) {
          const question = { metric: metric as ComplaintMetric, from, to }
          const [row] = complaintFigures(heads, question, later)
          const expected = count(histories, `${from}T00:00:00.000Z`, `${to}T23:59:59.999Z`)
          expect([metric, row?.figure]).toEqual([metric, expected === null ? null : expect.closeTo(expected, 6)])
        }
      }),
      { numRuns: 30 },
    )
  })
})

function history(
  id: string,
  plan: {
    start: number
    customer: typeof one
    life: { pick: number; hours: number; severity: (typeof severities)[number] }[]
  },
) {
  const { start, customer, life } = plan
  const hour = (n: number) =>
    new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  let steps: Life = []
  let at = start
  for (const { pick, hours, severity } of life) {
    at += hours
    const events = livedEvents({ id, customer }, hour(start), steps)
    const actions = allowedActions(complaintFromEvents(events).state)
    const action = actions[pick % actions.length]!
    const more =
      action === 'assign'
        ? { owner: 'x' }
        : action === 'change_severity'
          ? { severity }
          : action === 'identify'
            ? { customer }
            : {}
    const rated = action === 'close' || action === 'reopen' ? { satisfaction: 1 + (pick % 5) } : {}
    steps = [
      ...steps,
      [hour(at), { action, text: 'x', compensation: pick % 7 === 0 ? 0.1 : undefined, ...more, ...rated }],
    ]
  }
  return livedEvents({ id, customer }, hour(start), steps)
}

/** Counted plainly from the events, knowing nothing of heads, facts and clocks. */
const calendar = defaultCalendar('UTC')
type Recount = (histories: ComplaintEvent[][], from: string, to: string) => number | null
const happened =
  (holds: (event: ComplaintEvent) => boolean): Recount =>
  (histories, from, to) =>
    histories.flat().filter((event) => event.at >= from && event.at <= to && holds(event)).length
const recounts: Partial<Record<ComplaintMetric, Recount>> = {
  NEW: happened(({ action }) => action === 'receive'),
  RESOLVED: happened(({ action }) => action === 'resolve'),
  CLOSED: happened(({ action }) => action === 'close'),
  REOPENED: happened(({ action }) => action === 'reopen'),
  OPEN: (histories, _, to) =>
    histories.filter((events) => {
      const past = events.filter(({ at }) => at <= to)
      return past.length > 0 && complaintFromEvents(past).state !== 'closed'
    }).length,
  COMPENSATION: (histories, from, to) =>
    histories
      .flat()
      .reduce(
        (sum, event) =>
          sum + (event.at >= from && event.at <= to && event.action !== 'receive' ? (event.compensation ?? 0) : 0),
        0,
      ),
  MEDIAN_RESPONSE_HOURS: (histories, from, to) =>
    middle(
      histories.flatMap((events) => {
        const answer = events.find(({ action }) => action === 'acknowledge' || action === 'reply')
        return answer && answer.at >= from && answer.at <= to ? [hoursBetween(events[0]!.at, answer.at)] : []
      }),
    ),
  MEDIAN_RESOLUTION_HOURS: (histories, from, to) =>
    middle(
      histories.flatMap((events) =>
        resolutionsOf(events)
          .filter(({ at }) => at >= from && at <= to)
          .map(({ hours }) => hours),
      ),
    ),
  REOPEN_RATE: (histories, from, to) => {
    const resolved = histories.flatMap((events) =>
      events.flatMap((event, i) =>
        event.action === 'resolve' && event.at >= from && event.at <= to
          ? [events.slice(i).some(({ action }) => action === 'reopen')]
          : [],
      ),
    )
    return resolved.length ? resolved.filter(Boolean).length / resolved.length : null
  },
}

/** Hours on the desk at each resolution: all time from reception but the waits and the stretches as resolved. */
function resolutionsOf(events: ComplaintEvent[]) {
  let hours = 0
  let since: string | undefined = events[0]!.at
  return events.flatMap(({ action, at }) => {
    if ((action === 'wait' || action === 'resolve') && since) {
      hours += hoursBetween(since, at)
      since = undefined
    }
    if (action === 'resume' || action === 'reopen') since = at
    return action === 'resolve' ? [{ at, hours }] : []
  })
}

function hoursBetween(from: string, to: string): number {
  return businessMinutes(Date.parse(from), Date.parse(to), calendar) / 60
}

function middle(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return sorted.length ? (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2 : null
}
