import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customerFinder, likelyCustomerKey } from '../../../core/customer-file/customer-finder.ts'
import type { CustomerTable, PlainCell } from '../../../core/customer-file/customer-table.ts'
import { answerChannel } from '../../../core/survey/answer-import/answer-channels.ts'
import type { AnswerPlan, AnswerTarget } from '../../../core/survey/answer-import/answer-plan.ts'
import { type AnswerProblem, answerReading } from '../../../core/survey/answer-import/answer-reading.ts'
import { chosenOptions } from '../../../core/survey/answer-import/chosen-options.ts'
import { proposedAnswerColumns } from '../../../core/survey/answer-import/proposed-answer-columns.ts'
import { numberedQuestions } from '../../../core/survey/numbered-questions.ts'
import type { Question } from '../../../core/survey/question.ts'
import { satisfactionQuestions } from '../../../core/survey/satisfaction-questions.ts'
import { columnsNamed, namedColumns } from '../../../core/tabs/remembered-columns.ts'

const usual = numberedQuestions(satisfactionQuestions())
const services = { id: 'used', type: 'multiple', title: 'Which services do you use?', required: false } as const
const options = [
  { id: 'o1', label: { en: 'Repair', 'zh-CN': '维修' } },
  { id: 'o2', label: 'Advice, by phone or e-mail' },
  { id: 'o3', label: 'Delivery' },
]
const questions: Question[] = [
  ...usual,
  { ...services, options },
  { id: 'best', type: 'single', title: 'Which is best?', required: false, options },
]

const file: CustomerTable = {
  columns: ['customerId', 'customer', 'email', 'phone'].map((key) => ({ key, type: 'text' })),
  rows: [
    ['C-1', 'Northwind', 'office@northwind.example', '020 7946 0958'],
    ['C-2', '华为', 'cs@huawei.example', '138 0013 8000'],
    ['C-3', 'Northwind', '', ''],
    ['', 'Nobody', 'nobody@x.example', ''],
  ],
}
const find = customerFinder(file)
const basis = { questions, find, today: '2026-03-31' }
const plan = (columns: AnswerTarget[], more: Partial<AnswerPlan> = {}): AnswerPlan => ({
  at: Object.fromEntries(columns.map((target, position) => [target, position])),
  by: 'customerId',
  channel: 'import',
  ...more,
})
const usualPlan = plan(['date', 'customer', 'question:nps', 'question:comment'])
const read = (rows: PlainCell[][], how = usualPlan) => answerReading({ rows, firstRow: 2 }, how, basis)
const problems = (row: PlainCell[], how = usualPlan) => read([row], how).rejected[0]?.problems
const answers = (row: PlainCell[], how: AnswerPlan) => read([row], how).taken[0]?.answer.answers

describe('columns are found by their headers', () => {
  const found: [string, string[], Record<string, number>][] = [
    [
      'a Google Form in English',
      ['Timestamp', 'Email Address', usualTitle('nps'), usualTitle('serviceAttitude'), 'Which services do you use?'],
      { date: 0, customer: 1, 'question:nps': 2, 'question:serviceAttitude': 3, 'question:used': 4 },
    ],
    [
      'a Google Form in Chinese',
      ['时间戳记', '电子邮件地址', usualTitle('nps', 'zh-CN'), '意见'],
      { date: 0, customer: 1, 'question:nps': 2, 'question:comment': 3 },
    ],
    [
      'numbered questions and rows of a grid',
      ['日期', '1、Which is best?', 'Q2. How content are you? [Response speed]', '3. NPS'],
      { date: 0, 'question:best': 1, 'question:responseSpeed': 2, 'question:nps': 3 },
    ],
    [
      'facts of the customer as they were',
      ['Tier', 'Customer ID', 'Owner', 'Segment', 'Channel', 'Date', 'E-mail', 'NPS'],
      { tier: 0, customer: 1, owner: 2, segment: 3, channel: 4, date: 5, 'question:nps': 7 },
    ],
    ['nothing known', ['a', '', 'b'], {}],
  ]
  test.each(found)('%s', (_, header, at) => expect(proposedAnswerColumns(header, questions)).toEqual(at))

  test('a column holds one thing', () => {
    const two: Question[] = [
      { id: 'a', type: 'csat', title: 'Good?', required: false },
      { id: 'b', type: 'csat', title: 'Nice?', required: false },
    ]
    expect(proposedAnswerColumns(['CSAT', 'Satisfaction'], two)).toEqual({ 'question:a': 0, 'question:b': 1 })
    expect(proposedAnswerColumns(['CSAT', 'good'], two)).toEqual({ 'question:a': 1, 'question:b': 0 })
  })

  test('remembered columns are found wherever they were moved, the one of several alike too', () => {
    const header = ['Score', 'Date', 'Score']
    const named = namedColumns(header, { date: 1, 'question:nps': 2 })
    expect(columnsNamed(['New', 'Score', 'Score', 'Date'], named)).toEqual({ date: 3, 'question:nps': 2 })
    expect(columnsNamed(['Score', 'When'], named)).toEqual({})
  })
})

describe('a row is read', () => {
  test('with its day, customer, channel and facts', () => {
    const how = plan(['date', 'customer', 'channel', 'tier', 'owner', 'segment', 'question:nps'], { channel: 'phone' })
    const rows = [
      ['2026-03-05 14:30:00', ' c-1 ', '访谈', 'A', 'Wei', 'Key', '9'],
      ['5 Mar 2026', '', '', '', '', '', 0],
      ['2026/3/5 2:03:22 PM GMT+8', 'X-9', 'Kiosk', '', '', '', 7],
    ]
    expect(read(rows, how).taken.map(({ answer }) => answer)).toEqual([
      {
        ...{ date: '2026-03-05', customerId: 'C-1', channel: 'interview', tier: 'A', owner: 'Wei', segment: 'Key' },
        answers: { nps: 9 },
      },
      { date: '2026-03-05', channel: 'phone', answers: { nps: 0 } },
      { date: '2026-03-05', customerId: 'X-9', channel: 'Kiosk', answers: { nps: 7 } },
    ])
    expect(read(rows, how).taken.map(({ isStranger }) => isStranger)).toEqual([false, false, true])
  })

  const customers: [AnswerPlan['by'], string, string | undefined][] = [
    ['customer', '华为', 'C-2'],
    ['email', ' Office@Northwind.example', 'C-1'],
    ['email', 'who@x.example', undefined],
    ['email', 'nobody@x.example', undefined],
    ['phone', '+86 13800138000', 'C-2'],
    ['customerId', 'c-2', 'C-2'],
    ['customerId', 'C-77', 'C-77'],
  ]
  test.each(customers)('a customer by %s: %s', (by, cell, id) => {
    expect(read([['2026-03-01', cell, 9, '']], { ...usualPlan, by }).taken[0]?.answer.customerId).toBe(id)
  })

  const given: [string, AnswerTarget, PlainCell, unknown][] = [
    ['a linear scale', 'question:productQuality', 4, { productQuality: 4 }],
    ['a number in full width', 'question:nps', '１０', { nps: 10 }],
    ['several options', 'question:used', 'Repair, Delivery', { used: ['o1', 'o3'] }],
    ['an option with a comma in it', 'question:used', 'Delivery, Advice, by phone or e-mail', { used: ['o2', 'o3'] }],
    ['options in another language', 'question:used', '维修；Delivery', { used: ['o1', 'o3'] }],
    ['one option with a comma in it', 'question:best', 'Advice, by phone or e-mail', { best: 'o2' }],
    ['a number as a comment', 'question:comment', 42, { comment: '42' }],
    ['what would be a formula', 'question:comment', '=HYPERLINK("http://x")', { comment: '=HYPERLINK("http://x")' }],
  ]
  test.each(given)('%s', (_, target, cell, expected) => {
    const how = plan(['date', target, 'question:nps'])
    expect(answers(['2026-03-01', cell, 5], target === 'question:nps' ? plan(['date', target]) : how)).toEqual({
      ...(target === 'question:nps' ? {} : { nps: 5 }),
      ...(expected as object),
    })
  })
})

describe('a row is rejected with all that is wrong with it', () => {
  const wrong: [string, PlainCell[], AnswerProblem['code'][]][] = [
    ['no date', ['', 'C-1', 9, ''], ['noDate']],
    ['no date at all', ['soon', 'C-1', 9, ''], ['notDate']],
    ['a day that is not', ['2026-02-30', 'C-1', 9, ''], ['notDate']],
    ['a date in two ways', ['03/04/2026', 'C-1', 9, ''], ['ambiguousDate']],
    ['a day to come', ['2026-04-01', 'C-1', 9, ''], ['ahead']],
    ['nothing answered', ['2026-03-01', 'C-1', '', ' '], ['nothing']],
    ['a score out of scale, and a text too long', ['2026-03-01', '', 11, 'x'.repeat(4001)], ['answer', 'answer']],
    ['what is needed is blank', ['2026-03-01', '', '', 'Good'], ['answer']],
    ['an error of the sheet', ['2026-03-01', '', '#N/A', ''], ['answer']],
    ['an id too long', ['2026-03-01', 'x'.repeat(101), 9, ''], ['tooLong']],
  ]
  test.each(wrong)('%s', (_, row, codes) => {
    expect(problems(row)?.map(({ code }) => code)).toEqual(codes)
  })

  test('a name that two customers have', () => {
    const how = { ...usualPlan, by: 'customer' as const }
    expect(problems(['2026-03-01', 'northwind', 9, ''], how)).toEqual([{ code: 'fitsTwo', customers: ['C-1', 'C-3'] }])
  })

  test('blank rows are none, ticked boxes or not', () => {
    const rows = [
      ['', '', '', '', false],
      ['', '', '', '', ''],
      ['2026-03-01', '', 9, '', false],
    ]
    expect(read(rows)).toMatchObject({ taken: [{ row: 4 }], rejected: [] })
  })
})

test('the day order is that of the column, or as it was chosen', () => {
  const days = (cells: string[], order?: AnswerPlan['order']) =>
    read(
      cells.map((cell) => [cell, '', 9, '']),
      order ? { ...usualPlan, order } : usualPlan,
    ).taken.map(({ answer }) => answer.date)
  expect(days(['03/02/2026', '25/02/2026'])).toEqual(['2026-02-03', '2026-02-25'])
  expect(days(['03/02/2026'])).toEqual([])
  expect(days(['03/02/2026'], 'MONTH_FIRST')).toEqual(['2026-03-02'])
})

test('how customers are named is told by the file', () => {
  expect(likelyCustomerKey(find, ['', 'c-1', 'C-2', 'C-9'])).toBe('customerId')
  expect(likelyCustomerKey(find, ['华为', 'Northwind'])).toBe('customer')
  expect(likelyCustomerKey(find, ['a@b.example', 'CS@huawei.example'])).toBe('email')
  expect(likelyCustomerKey(find, ['13800138000'])).toBe('phone')
  expect(likelyCustomerKey(find, ['x'])).toBe(undefined)
})

test('channels are known by their names in either language', () => {
  expect(['Interview', '网上评价', 'online  review', 'Kiosk ', 'phone'].map(answerChannel)).toEqual([
    ...['interview', 'review', 'review', 'Kiosk', 'phone'],
  ])
})

test('what is none of the options stays as it is written', () => {
  expect(chosenOptions({ options }, 'Repair, Other thing, Delivery,')).toEqual(['Repair', 'Other thing', 'Delivery'])
})

const cell = fc.constantFrom('', 'C-1', 'C-2')
const anyRow = fc.tuple(fc.constantFrom('2026-03-01', '2026-03-02', 'x'), cell, fc.constantFrom('', 3, 9, 12), cell)
const known = (rows: PlainCell[][]) => read(rows).taken.map(({ content }) => content)

test('rows are known by what they hold: no sort changes what they are known by, and no two are known by the same', () => {
  const shuffled = fc
    .array(anyRow, { maxLength: 30 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const ids = known(rows as PlainCell[][])
      expect(new Set(ids).size).toBe(ids.length)
      expect(known(others as PlainCell[][]).sort()).toEqual([...ids].sort())
    }),
  )
})

test('rows that are added change nothing of what the others are known by', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), fc.array(anyRow, { maxLength: 20 }), (rows, more) => {
      const before = known(rows as PlainCell[][])
      expect(known([...rows, ...more] as PlainCell[][])).toEqual(expect.arrayContaining(before))
    }),
  )
})

test('columns that no part is read from change nothing of what a row is known by', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRow, fc.string()), { maxLength: 20 }), (rows) => {
      const noted = rows.map(([row, note]) => [...row, note] as PlainCell[])
      const isFilled = (row: readonly PlainCell[]) => row.some((each) => each !== '')
      expect(known(noted.filter((row) => isFilled(row.slice(0, 4))))).toEqual(
        known(rows.map(([row]) => row as PlainCell[])),
      )
    }),
  )
})

/** A question's title as the template has it. */
function usualTitle(id: string, language: 'en' | 'zh-CN' = 'en'): string {
  const title = usual.find((question) => question.id === id)?.title
  return (title as Record<string, string>)[language] as string
}
