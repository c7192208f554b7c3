import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
})

describe('TS_ASSIGN', () => {
  const customers = column('customer', 'c1', 'c2', '', 'c3', 'c4', '')
  const tiers = column('Tier', 'B', 'A', '', 'C', '', '')
  const staff = column('name', 'Jun', 'Sen', '')
  const levels = column('level', 1, 3, '')
  const room = column('capacity', 2, 1, '')

  it('gives an owner beside each customer, from headed and open ranges with blank rows', () => {
    expect(en('TS_ASSIGN', customers, tiers, staff, levels, room)).toEqual(
      column('owner', 'Jun', 'Sen', '', 'Jun', 'Unassigned', ''),
    )
    expect(zh('TS_ASSIGN', customers, tiers, staff, levels, room)).toEqual(
      column('负责人', 'Jun', 'Sen', '', 'Jun', '未分配', ''),
    )
    const body = (cells: unknown[][]) => cells.slice(1)
    const unheaded = [customers, tiers, staff, levels, room].map(body)
    expect(en('TS_ASSIGN', ...unheaded)).toEqual(column('Jun', 'Sen', '', 'Jun', 'Unassigned', ''))
  })

  it('keeps present owners who are on the staff and have room', () => {
    const current = column('owner', 'Sen', 'Gone', '', 'Unassigned', 'Jun', '')
    const found = en('TS_ASSIGN', customers, tiers, staff, levels, room, current)
    expect(found).toEqual(column('owner', 'Sen', 'Jun', '', 'Unassigned', 'Jun', ''))
    expect(en('TS_ASSIGN', customers, tiers, staff, levels, room, found)).toEqual(found)
  })

  it('takes the order of tiers from lowest to highest', () => {
    const named = column('tier', 'Gold', 'Iron')
    const of = (order: unknown) =>
      en('TS_ASSIGN', column('id', 'c1', 'c2'), named, column('J', 'S'), column(1, 2), column(1, 1), '', order)
    expect(of([['Iron', 'Gold']])).toEqual(column('owner', 'S', 'J'))
    expect(of(column('Gold', 'Iron'))).toEqual(column('owner', 'J', 'S'))
  })

  it('refuses a customer who is listed twice, and would be given two owners', () => {
    const call = () =>
      en(
        'TS_ASSIGN',
        column('id', 'A1', 'A1', 'B1'),
        column('tier', 'A', 'A', 'B'),
        column('ann'),
        column(1),
        column(5),
      )
    expect(messageOf(call)).toBe('TS_ASSIGN: "A1" in row 3 of customers is already in row 2. Keep one of them.')
  })

  it('takes a tier that is called like a heading for a tier where the order says so', () => {
    const found = en('TS_ASSIGN', column('c1', 'c2'), column('Grade', 'Top'), 'S', 1, 2, '', [['Grade', 'Top']])
    expect(found).toEqual(column('S', 'S'))
  })

  it('matches skills, several in a cell, whatever their case and spaces', () => {
    const needs = column('english', 'Export；ENGLISH', '', '法语')
    const skills = column('English , export', '', ' ENGLISH')
    const found = en(
      'TS_ASSIGN',
      column('a', 'b', 'c', 'd'),
      column(1, 1, 1, 1),
      column('x', 'y', 'z'),
      column(1, 9, 2),
      column(5, 5, 5),
      '',
      '',
      needs,
      skills,
    )
    expect(found).toEqual(column('z', 'x', 'y', 'Unassigned'))
  })

  it('takes one customer, no customers and no staff', () => {
    expect(en('TS_ASSIGN', 'c1', 'A', column('x', 'y'), column(1, 2), column(1, 1))).toBe('y')
    expect(en('TS_ASSIGN', 'c1', '', 7, 1, 1)).toBe(7)
    expect(en('TS_ASSIGN', column('', ''), column('', ''), 'x', 1, 1)).toEqual(column('', ''))
    expect(en('TS_ASSIGN', 'c1', 'A', column('', ''), column('', ''), column('', ''))).toBe('Unassigned')
    expect(en('TS_ASSIGN', 'c1', 'A', 'undefined', 1, 0, column(''))).toEqual([['Unassigned']])
  })

  const two = [column('c1', 'c2'), column('A', 'B')]

  it.each<[string, unknown[]]>([
    [
      '"VIP" in row 2 of tiers is not in tier_order. Add it there, or correct it.',
      [column('c1', 'c2'), column('A', 'VIP'), 'x', 1, 1, '', [['B', 'A']]],
    ],
    [
      'how high "VIP" in row 3 of tiers stands is not known. Give tier_order, the tiers from lowest to highest.',
      [column('id', 'c1', 'c2'), column('tier', 'A', 'VIP'), 'x', 1, 1],
    ],
    [
      '"x" in row 3 of staff is already in row 2. Keep one of them.',
      [...two, column('s', 'x', 'x'), column('l', 1, 1), column('c', 1, 1)],
    ],
    [
      '"Senior" in row 2 of levels is not a number. Enter it as a number.',
      [...two, column('x', 'y'), column(1, 'Senior'), column(1, 1)],
    ],
    [
      '1.5 in row 1 of capacities is not a whole number. Correct it.',
      [...two, 'x', 1, 1.5].map((v, i) => (i < 2 ? v : [[v]])),
    ],
    ['-1 in row 2 of capacities is less than 0. Correct it.', [...two, column('x', 'y'), column(1, 1), column(1, -1)]],
    [
      'capacities has nothing in row 2. Fill it in, or clear the whole row.',
      [...two, column('x', 'y'), column(1, 1), column(1, '')],
    ],
    ['skills is missing. Give a range or a value.', [...two, 'x', 1, 1, '', '', column('a', 'b')]],
    [
      'customers has nothing in row 2. Fill it in, or clear the whole row.',
      [column('c1', ''), column('A', 'B'), 'x', 1, 1],
    ],
    ['customers has 2 rows, current has 1. Give ranges of the same size.', [...two, 'x', 1, 1, 'x']],
    ['staff has 2 rows, levels has 1. Give ranges of the same size.', [...two, column('x', 'y'), 1, 1]],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_ASSIGN', ...args))).toBe(`TS_ASSIGN: ${message}`)
  })

  it('says so in Chinese', () => {
    expect(messageOf(() => zh('TS_ASSIGN', 'c1', '金', 'x', 1, 1))).toBe(
      'TS_ASSIGN: tiers第1行的“金”分不清高低。请从低到高给出tier_order。',
    )
  })
})

describe('TS_NEXT_CONTACT', () => {
  const cadence = [
    ['tier', 'days'],
    ['A', 30],
    ['B', '90'],
    ['', ''],
  ]
  const utc = (iso: string) => new Date(`${iso}T00:00:00Z`)

  it('gives the next day and how late it is, from headed and open ranges with blank rows', () => {
    const tiers = column('tier', 'A', 'B', '', 'A', 'A', '')
    const last = column('last contact', '2024-02-01', utc('2024-02-01'), '', '', 45322, '')
    expect(en('TS_NEXT_CONTACT', tiers, last, cadence, '2024-03-05')).toEqual([
      ['next contact', 'days overdue'],
      [utc('2024-03-02'), 3],
      [utc('2024-05-01'), 0],
      ['', ''],
      [utc('2024-03-05'), 0],
      // 45322 is 2024-01-31
      [utc('2024-03-01'), 4],
      ['', ''],
    ])
  })

  it('gives midnights of the spreadsheet, in its language', () => {
    const late = new Date('2024-02-01T15:59:00Z')
    expect(zh('TS_NEXT_CONTACT', column('等级', 'A'), column('上次联系', late), cadence, '2024-03-02')).toEqual([
      ['下次联系日期', '逾期天数'],
      [new Date('2024-03-01T16:00:00Z'), 0],
    ])
  })

  it('takes one customer, a cadence without headings, and no customers', () => {
    expect(en('TS_NEXT_CONTACT', 'A', '2024-01-01', [['A', 1]], utc('2024-01-03'))).toEqual([[utc('2024-01-02'), 1]])
    expect(en('TS_NEXT_CONTACT', 1, '', [['1', 7]], '2024-01-03')).toEqual([[utc('2024-01-03'), 0]])
    expect(en('TS_NEXT_CONTACT', column('', ''), column('', ''), cadence, '2024-01-03')).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it.each<[string, unknown[]]>([
    [
      '"C" in row 3 of tiers is not in cadence. Add it there, or correct it.',
      [column('t', 'A', 'C'), column('last', '2024-01-01', ''), cadence, '2024-03-01'],
    ],
    ['as_of is missing. Give a range or a value.', ['A', '2024-01-01', cadence]],
    ['as_of is missing. Give a range or a value.', ['A', '2024-01-01', cadence, '']],
    ['cadence is missing. Give a range or a value.', ['A', '2024-01-01']],
    [
      'cadence has 1 column. Give two: tier, and days from one contact to the next.',
      ['A', '2024-01-01', 30, '2024-03-01'],
    ],
    [
      'cadence has 3 columns. Give two: tier, and days from one contact to the next.',
      ['A', '2024-01-01', [['A', 30, 1]], '2024-03-01'],
    ],
    [
      '"A" in row 3 of cadence is already in row 2. Keep one of them.',
      [
        'A',
        '',
        [
          ['tier', 'days'],
          ['A', 30],
          ['A', 60],
        ],
        '2024-03-01',
      ],
    ],
    ['0 in row 1 of cadence is less than 1. Correct it.', ['A', '', [['A', 0]], '2024-03-01']],
    ['1.5 in row 1 of cadence is not a whole number. Correct it.', ['A', '', [['A', 1.5]], '2024-03-01']],
    [
      'cadence has nothing in row 2. Fill it in, or clear the whole row.',
      [
        'A',
        '',
        [
          ['A', 1],
          ['B', ''],
        ],
        '2024-03-01',
      ],
    ],
    [
      'tiers has nothing in row 2. Fill it in, or clear the whole row.',
      [column('A', ''), column('', '2024-01-01'), cadence, '2024-03-01'],
    ],
    [
      '"03/04/2024" in row 1 of last_contacts could be day-first or month-first. Use dates or 2024-12-31.',
      ['A', '03/04/2024', cadence, '2024-03-01'],
    ],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_NEXT_CONTACT', ...args))).toBe(`TS_NEXT_CONTACT: ${message}`)
  })

  it('says so in Chinese', () => {
    expect(messageOf(() => zh('TS_NEXT_CONTACT', 'A', '', [['A']], '2024-01-01'))).toBe(
      'TS_NEXT_CONTACT: cadence有1列。请给出两列：客户等级、联系间隔天数。',
    )
  })
})

describe('TS_FUNNEL', () => {
  const stages = column('stage', 'Won', 'Lead', '', 'Offer', 'Lost', 'Lead', '')
  const amounts = column('amount', 20, '', '', 5.5, 9, 1, '')
  const order = [['Lead', 'Offer', 'Won']]

  it('counts deals at every stage they have reached, from headed and open ranges with blank rows', () => {
    expect(en('TS_FUNNEL', stages, amounts, order)).toEqual([
      ['stage', 'deals', 'amount', 'conversion'],
      ['Lead', 4, 26.5, ''],
      ['Offer', 2, 25.5, 0.5],
      ['Won', 1, 20, 0.5],
      ['Lost', 1, 9, ''],
    ])
    expect(zh('TS_FUNNEL', stages, amounts, column('Lead', 'Offer', 'Won', ''))).toMatchObject([
      ['阶段', '商机数', '金额', '转化率'],
      { 1: 4 },
      { 1: 2 },
      { 1: 1 },
      { 1: 1 },
    ])
    expect(en('TS_FUNNEL', stages.slice(1), amounts.slice(1), order, 0)).toHaveLength(4)
  })

  it('takes stages as they first appear without an order', () => {
    expect(en('TS_FUNNEL', column('a', 'b', 'a'), column(1, 2, 3), '', 0)).toEqual([
      ['a', 3, 6, ''],
      ['b', 1, 2, 1 / 3],
    ])
  })

  it('takes one deal, and none', () => {
    expect(en('TS_FUNNEL', 'Won', 5, order, 0)).toEqual([
      ['Lead', 1, 5, ''],
      ['Offer', 1, 5, 1],
      ['Won', 1, 5, 1],
    ])
    expect(en('TS_FUNNEL', column('', ''), column('', ''), order, 0)).toEqual([
      ['Lead', 0, 0, ''],
      ['Offer', 0, 0, ''],
      ['Won', 0, 0, ''],
    ])
    expect(en('TS_FUNNEL', column('', ''), column('', ''))).toHaveLength(1)
    expect(en('TS_FUNNEL', column('', ''), column('', ''), '', 0)).toEqual([['']])
  })

  it.each<[string, unknown[]]>([
    ['stages has nothing in row 2. Fill it in, or clear the whole row.', [column('a', ''), column(1, 2)]],
    ['"a" in row 3 of order is already in row 1. Keep one of them.', [column('a'), column(1), [['a', 'b', 'a']]]],
    [
      'there is nothing in row 2 of order, but something after it. Fill it in.',
      [column('a'), column(1), column('a', '', 'b')],
    ],
    ['"12 k" in row 2 of amounts is not a number. Enter it as a number.', [column('a', 'b'), column(1, '12 k')]],
    ['stages has 2 rows, amounts has 1. Give ranges of the same size.', [column('a', 'b'), 1]],
    ['amounts is missing. Give a range or a value.', [column('a', 'b')]],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_FUNNEL', ...args))).toBe(`TS_FUNNEL: ${message}`)
  })
})
