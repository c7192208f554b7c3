import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { cellMoment } from '../../../core/complaint/import/cell-moment.ts'
import type { ComplaintPlan } from '../../../core/complaint/import/complaint-plan.ts'
import { complaintReading } from '../../../core/complaint/import/complaint-reading.ts'
import { complaintTimes } from '../../../core/complaint/import/complaint-times.ts'
import { complaintChannel, wordMeaning } from '../../../core/complaint/import/complaint-words.ts'
import { handlingScore } from '../../../core/complaint/import/handling-score.ts'
import { importedEvents, importedPast } from '../../../core/complaint/import/imported-events.ts'
import { proposedComplaintColumns } from '../../../core/complaint/import/proposed-complaint-columns.ts'
import { unknownWords } from '../../../core/complaint/import/unknown-words.ts'
import { customerFinder } from '../../../core/customer-file/customer-finder.ts'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'

const SHANGHAI = 'Asia/Shanghai'

describe('when a cell says that something happened', () => {
  const moments: [PlainCell, string | undefined][] = [
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05 14:30:00', '2026-03-05T06:30:00.000Z'],
    ['2026-03-05T14:30:00Z', '2026-03-05T14:30:00.000Z'],
    ['2026-03-05T14:30:00.250+01:00', '2026-03-05T13:30:00.000Z'],
    ['2026-03-05T14:30:00-0500', '2026-03-05T19:30:00.000Z'],
    ['25/03/2026 02:30 PM', '2026-03-25T06:30:00.000Z'],
    ['25/03/2026 12:05 AM', '2026-03-24T16:05:00.000Z'],
    ['2026年3月5日 下午3:05', '2026-03-05T07:05:00.000Z'],
    ['2026年3月5日 15时05分30秒', '2026-03-05T07:05:30.000Z'],
    ['Mar 5, 2026 9:00', '2026-03-05T01:00:00.000Z'],
    // A spreadsheet's serial numbers: 2026-03-05 is 46,086, and half a day is noon.
    [46_086, '2026-03-05'],
    [46_086.5, '2026-03-05T04:00:00.000Z'],
    ['46086.5', '2026-03-05T04:00:00.000Z'],
    ['03/04/2026', 'ambiguous'],
    ['2026-02-30', undefined],
    ['2026-03-05 25:00', undefined],
    ['soon', undefined],
  ]
  test.each(moments)('%s', (cell, moment) => {
    expect(cellMoment(cell, undefined, SHANGHAI)).toBe(moment)
  })

  test('the order that a person chose settles what can be read in two ways', () => {
    expect(cellMoment('03/04/2026 08:00', 'DAY_FIRST', 'UTC')).toBe('2026-04-03T08:00:00.000Z')
    expect(cellMoment('03/04/2026 08:00', 'MONTH_FIRST', 'UTC')).toBe('2026-03-04T08:00:00.000Z')
  })
})

describe('times', () => {
  test('a day counts from its first moment in the zone, but not before what happened earlier on it', () => {
    const told = { receivedAt: '2026-03-05T06:30:00.000Z', firstResponseAt: '2026-03-05', resolvedAt: '2026-03-06' }
    expect(complaintTimes(told, SHANGHAI)).toEqual({
      receivedAt: '2026-03-05T06:30:00.000Z',
      firstResponseAt: '2026-03-05T06:30:00.000Z',
      resolvedAt: '2026-03-05T16:00:00.000Z',
    })
  })

  test('what runs backwards is named', () => {
    const told = { receivedAt: '2026-03-05', resolvedAt: '2026-03-07', closedAt: '2026-03-06T23:00:00Z' }
    expect(complaintTimes(told, 'UTC')).toEqual({ backwards: ['resolvedAt', 'closedAt'] })
    expect(complaintTimes({ receivedAt: '2026-03-05', closedAt: '2026-03-04' }, 'UTC')).toEqual({
      backwards: ['receivedAt', 'closedAt'],
    })
  })
})

describe('columns by their headings', () => {
  const exports: [string, string[], Record<string, number>][] = [
    [
      'Zoho Desk',
      [
        ...['Ticket Id', 'Subject', 'Description', 'Status (Ticket)', 'Priority (Ticket)', 'Channel', 'Category'],
        ...[
          'Classification',
          'Contact Name',
          'Email (Ticket)',
          'Account Name',
          'Ticket Owner',
          'Created Time (Ticket)',
        ],
        ...['Agent Responded Time', 'Ticket Closed Time', 'Resolution', 'Happiness Rating'],
      ],
      {
        ...{ reference: 0, description: 2, status: 3, severity: 4, channel: 5, category: 6, kind: 7, customerName: 8 },
        ...{ customer: 9, segment: 10, owner: 11, receivedAt: 12, firstResponseAt: 13, closedAt: 14 },
        ...{ correctiveAction: 15, satisfaction: 16 },
      },
    ],
    [
      'Freshdesk',
      [
        ...['Ticket ID', 'Subject', 'Status', 'Priority', 'Source', 'Type', 'Agent', 'Group', 'Created time'],
        ...['Due by Time', 'Resolved time', 'Closed time', 'Last update time', 'Initial response time', 'Product'],
        ...['First response time (in hrs)', 'Full name', 'Email', 'Company', 'Survey results'],
      ],
      {
        ...{ reference: 0, description: 1, status: 2, severity: 3, channel: 4, kind: 5, owner: 6, receivedAt: 8 },
        ...{ resolvedAt: 10, closedAt: 11, firstResponseAt: 13, category: 14, customerName: 16, customer: 17 },
        ...{ segment: 18, satisfaction: 19 },
      },
    ],
    [
      'a list in Chinese',
      [
        '投诉编号',
        '客户名称',
        '投诉时间',
        '投诉内容',
        '紧急程度',
        '处理人',
        '处理状态',
        '结案时间',
        '赔偿金额',
        '满意度',
      ],
      {
        ...{ reference: 0, customerName: 1, receivedAt: 2, description: 3, severity: 4, owner: 5, status: 6 },
        ...{ closedAt: 7, compensation: 8, satisfaction: 9 },
      },
    ],
  ]
  test.each(exports)('%s', (_, header, at) => {
    expect(proposedComplaintColumns(header)).toEqual(at)
  })

  test('a state of the country is no status', () => {
    expect(proposedComplaintColumns(['Date received', 'State'])).toEqual({ receivedAt: 0 })
  })
})

describe('words', () => {
  test.each([
    ['status', 'Closed with explanation', 'closed'],
    ['status', 'ON HOLD', 'waiting'],
    ['status', '已结案', 'closed'],
    ['status', 'Untimely response', 'in_progress'],
    ['status', 'Resolved', 'resolved'],
    ['kind', '表扬', 'praise'],
    ['kind', 'Feature Request', 'suggestion'],
    ['severity', '紧急', 'critical'],
    ['severity', 'Medium', 'normal'],
    ['severity', 'Purple', undefined],
  ] as const)('%s %s is %s', (part, word, meaning) => {
    expect(wordMeaning(part, word)).toBe(meaning)
  })

  test('a channel has its key in either language; any other is the own of a team', () => {
    expect(['Phone', '热线电话', 'E-mail', 'Fax '].map(complaintChannel)).toEqual([
      'hotline',
      'hotline',
      'email',
      'Fax',
    ])
  })

  test('satisfaction is a whole number from 1 to 5, or one of the usual words', () => {
    const scores = [5, '４', 'Good', '不满意', '', 0, 6, 2.5].map(handlingScore)
    expect(scores).toEqual([5, 4, 5, 2, undefined, 'unreadable', 'unreadable', 'unreadable'])
  })

  test('those that nobody knows are asked for, the most frequent first', () => {
    const rows = [['Lost'], ['closed'], ['Found'], [' lost '], ['']]
    expect(unknownWords(rows, { at: { status: 0 } })).toEqual([
      { part: 'status', word: 'lost', text: 'Lost', rows: 2 },
      { part: 'status', word: 'found', text: 'Found', rows: 1 },
    ])
  })
})

test('what is resolved stays so, and closes by itself only where that is still ahead', () => {
  const importedAt = '2026-03-10T10:00:00.000Z'
  const closesAt = (receivedAt: string, resolvedAt: string) => {
    const words = {
      kind: 'complaint',
      channel: 'import',
      category: '',
      severity: 'normal',
      description: 'Wet',
    } as const
    const told = { ...words, receivedAt, resolvedAt }
    const customer = { id: '', name: '', tier: '', owner: '', segment: '' }
    const about = { id: 'a', number: 'C-1', customer, by: { sub: 'ann', name: 'Ann' }, importedAt }
    const past = importedPast(told, 'UTC', importedAt)
    return importedEvents(told, past, { ...about, policy: defaultPolicy('UTC') }).complaint
  }
  expect(closesAt('2026-03-03', '2026-03-05')).toMatchObject({
    state: 'resolved',
    closesAt: '2026-03-19T00:00:00.000Z',
  })
  const old = closesAt('2019-03-03', '2019-03-05')
  expect([old.state, old.closesAt]).toEqual(['resolved', undefined])
})

describe('rows', () => {
  const find = customerFinder({
    columns: [
      { key: 'customerId', type: 'text' },
      { key: 'customer', type: 'text' },
    ],
    rows: [
      ['C-1', 'Northwind'],
      ['C-2', 'Twin'],
      ['C-3', 'Twin'],
    ],
  })
  const basis = { find, timeZone: 'UTC', now: '2026-03-10T08:00:00.000Z' }
  const header = [
    'receivedAt',
    'customer',
    'category',
    'status',
    'closedAt',
    'compensation',
    'satisfaction',
    'reference',
  ]
  const at = Object.fromEntries(header.map((part, position) => [part, position]))
  const plan: ComplaintPlan = { at, by: 'customer', kind: 'complaint', channel: 'import', meant: {} }
  const read = (rows: PlainCell[][], by = plan) => complaintReading({ rows, firstRow: 2 }, by, basis)

  test('a row is read with its customer, its amounts as its column has them, and its category as description', () => {
    const { taken, rejected } = read([
      ['2026-03-01', 'northwind', 'Delivery', 'Closed', '2026-03-02', '1.234,50 €', 4, ''],
      ['2026-03-01', 'Ms Chen', 'Billing', '', '', '12,5', '', 77],
    ])
    expect(rejected).toEqual([])
    expect(taken.map(({ complaint }) => complaint)).toEqual([
      {
        ...{ receivedAt: '2026-03-01', closedAt: '2026-03-02', state: 'closed', kind: 'complaint', severity: 'normal' },
        ...{ customerId: 'C-1', channel: 'import', category: 'Delivery', description: 'Delivery' },
        ...{ compensation: 1234.5, satisfaction: 4 },
      },
      {
        ...{ receivedAt: '2026-03-01', kind: 'complaint', severity: 'normal', customerName: 'Ms Chen' },
        ...{ channel: 'import', category: 'Billing', description: 'Billing', compensation: 12.5, reference: '77' },
      },
    ])
    expect(taken.map(({ isStranger }) => isStranger)).toEqual([false, true])
  })

  const bad: [string, PlainCell[], object][] = [
    ['no day', ['', '', 'x', '', '', '', '', ''], { code: 'noDate' }],
    ['nothing said', ['2026-03-01', '', '', '', '', '', '', ''], { code: 'nothing' }],
    ['of the last century', ['1999-12-31', '', 'x', '', '', '', '', ''], { code: 'longAgo', part: 'receivedAt' }],
    ['tomorrow', ['2026-03-11', '', 'x', '', '', '', '', ''], { code: 'ahead', part: 'receivedAt' }],
    ['backwards', ['2026-03-02', '', 'x', '', '2026-03-01', '', '', ''], { code: 'backwards', later: 'closedAt' }],
    [
      'open and closed',
      ['2026-03-01', '', 'x', 'Open', '2026-03-02', '', '', ''],
      { code: 'openButEnded', text: 'Open' },
    ],
    ['rated, but open', ['2026-03-01', '', 'x', 'Open', '', '', 5, ''], { code: 'ratedOpen' }],
    ['an unknown word', ['2026-03-01', '', 'x', 'Lost', '', '', '', ''], { code: 'unknownWord', part: 'status' }],
    ['less than nothing', ['2026-03-01', '', 'x', '', '', '-5', '', ''], { code: 'notAmount', text: '-5' }],
    ['a twin', ['2026-03-01', 'Twin', 'x', '', '', '', '', ''], { code: 'fitsTwo', customers: ['C-2', 'C-3'] }],
  ]
  test.each(bad)('%s is told once, with its reason', (_, row, problem) => {
    expect(read([row])).toMatchObject({ taken: [], rejected: [{ row: 2, problems: [problem] }] })
    expect(read([row]).rejected[0]?.problems).toHaveLength(1)
  })

  test('what a person said that a word means is what it means', () => {
    const row = ['2026-03-01', '', 'x', 'Lost', '', '', '', '']
    expect(read([row], { ...plan, meant: { status: { lost: 'closed' } } }).taken[0]?.complaint.state).toBe('closed')
  })

  const cell = fc.constantFrom<PlainCell>('2026-03-01', '2026-03-02', '')
  const rowOf = fc.tuple(cell, fc.constantFrom('a', 'b', ''), fc.constantFrom('Closed', 'Lost'), fc.constantFrom('', 7))
  const rowsOf = fc.array(
    rowOf.map(([day, category, status, reference]): PlainCell[] => [day, '', category, status, '', '', '', reference]),
    { maxLength: 12 },
  )
  test('whatever is done about them, rows are known by what was said, in whatever order they stand', () => {
    fc.assert(
      fc.property(rowsOf, fc.nat(), (rows, seed) => {
        const known = (each: PlainCell[][]) =>
          read(each)
            .taken.map(({ content }) => content)
            .sort()
        const numbered = rows.map((row, at) => [...row.slice(0, 7), row[7] === '' ? '' : at + 1])
        const sorted = [...numbered].sort((a, b) => (a.join() + seed < b.join() + seed ? -1 : 1))
        const solved = numbered.map((row) => row.map((each) => (each === 'Closed' ? 'Solved' : each)))
        expect(known(sorted)).toEqual(known(numbered))
        expect(known(solved)).toEqual(known(numbered))
        expect(new Set(known(numbered)).size).toBe(known(numbered).length)
      }),
    )
  })
})
