import { beforeAll, describe, expect, it } from 'vitest'
import { CALIBRATED, cdnowOrders, hasCdnow } from '../core/clv/cdnow.ts'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN' })
})

const orders: [string, string, number][] = [
  ['a', '2024-01-01', 10],
  ['b', '2024-01-06', 50],
  ['c', '2024-01-11', 15],
  ['a', '2024-01-21', 30],
  ['b', '2024-01-31', 80],
  ['b', '2024-01-31', -5],
  ['d', '2024-02-10', 60],
  ['a', '2024-02-15', 20],
  ['e', '2024-02-20', 20],
  ['a', '2024-03-01', 35],
  ['d', '2024-03-11', 40],
  ['e', '2024-03-21', -20],
]
const ids = column('customer', ...orders.map(([id]) => id), '', '')
const dates = column('date', ...orders.map(([, date]) => date), '', '')
const amounts = column('amount', ...orders.map(([, , amount]) => amount), '', '')
const nothing = column('', '', '')
const NOT_ENOUGH = 'Give orders of a longer time, or of more customers.'

type Table = unknown[][]
const names = (table: unknown) => (table as Table).map((row) => row[0])

describe('TS_CLV_SUMMARY', () => {
  const header = ['customer', 'x', 't_x', 'T', 'mean repeat spend']

  it('gives one row per customer in order of first appearance, from headed and open ranges', () => {
    expect(en('TS_CLV_SUMMARY', ids, dates, amounts, '2024-03-22', 'DAY')).toEqual([
      header,
      ['a', 3, 60, 81, 85 / 3],
      ['b', 1, 25, 76, 75],
      ['c', 0, 0, 71, ''],
      ['d', 1, 30, 41, 40],
      ['e', 1, 30, 31, -20],
    ])
  })

  it('counts to the day after the last order, in weeks', () => {
    const weeks = en('TS_CLV_SUMMARY', ids, dates, amounts, '', '', 0) as Table
    expect(weeks[0]).toEqual(['a', 3, 60 / 7, 81 / 7, 85 / 3])
    expect(en('TS_CLV_SUMMARY', ids, dates, amounts, '2024-03-22', 'week', 0)).toEqual(weeks)
    expect((en('TS_CLV_SUMMARY', ids, dates, amounts, '', 'MONTH', 0) as Table)[1]?.[3]).toBeCloseTo(76 / 30.415, 12)
  })

  it('leaves out later orders, and knows one row and none', () => {
    expect(en('TS_CLV_SUMMARY', ids, dates, amounts, '2024-01-06', 'DAY', 0)).toEqual([
      ['a', 0, 0, 5, ''],
      ['b', 0, 0, 0, ''],
    ])
    expect(en('TS_CLV_SUMMARY', 'a', '2024-01-01', 5, '', 'DAY', 0)).toEqual([['a', 0, 0, 1, '']])
    expect(en('TS_CLV_SUMMARY', nothing, nothing, nothing)).toEqual([header])
    expect(en('TS_CLV_SUMMARY', nothing, nothing, nothing, '', '', 0)).toEqual([['']])
    expect(zh('TS_CLV_SUMMARY', nothing, nothing, nothing)).toEqual([['客户', 'x', 't_x', 'T', '平均复购金额']])
  })
})

describe('TS_CLV_FIT', () => {
  const labels = ['r', 'alpha', 'a', 'b', 'log_likelihood', 'customers']
  const spendLabels = ['p', 'q', 'v', 'spend_log_likelihood', 'repeat_customers', 'note']

  it('has its rows in order, alike in both languages, under a header in that of the spreadsheet', () => {
    const table = en('TS_CLV_FIT', ids, dates, amounts) as Table
    expect(names(table)).toEqual(['parameter', ...labels, ...spendLabels])
    expect(table[0]).toEqual(['parameter', 'value', 'standard error'])
    expect(table[6]).toEqual(['customers', 5, ''])
    expect(table[11]).toEqual(['repeat_customers', 3, ''])
    const chinese = zh('TS_CLV_FIT', ids, dates, amounts) as Table
    expect(chinese[0]).toEqual(['参数', '数值', '标准误'])
    expect(chinese.slice(1, 12)).toEqual(table.slice(1, 12))
    expect(en('TS_CLV_FIT', ids, dates, amounts, '', '', '', 0)).toEqual(table.slice(1))
  })

  it('says what is unusual in the note, and leaves blank what cannot be told', () => {
    const regular = ['a', 'b', 'c'].flatMap((id) => [1, 8, 15, 22].map((day) => [id, `2024-01-${day + 9}`, 50]))
    const of = (formulas: Formulas) =>
      new Map(
        (
          formulas(
            'TS_CLV_FIT',
            ...[0, 1, 2].map((i) => column(...regular.map((row) => row[i]))),
            '',
            'BG',
            'DAY',
          ) as Table
        ).map((row) => [row[0], row.slice(1)]),
      )
    const table = of(en)
    expect(table.get('a')).toEqual([0, ''])
    for (const name of ['b', 'p', 'q', 'v', 'spend_log_likelihood']) expect(table.get(name)).toEqual(['', ''])
    expect(table.get('note')).toEqual([
      'no dropout detected; customers do not differ in how often they order: r and alpha have no upper limit; all customers with repeat orders spend the same',
      '',
    ])
    expect(of(zh).get('note')).toEqual([
      '未发现流失；客户的下单频率没有差异：r和alpha没有上限；所有有复购的客户金额相同',
      '',
    ])
  })

  it('counts customers whose repeat orders come to 0 or less', () => {
    const note = (formulas: Formulas) => (formulas('TS_CLV_FIT', ids, dates, amounts) as Table)[12]?.[1]
    expect(note(en)).toMatch(/1 customer with a mean repeat spend of 0 or less left out of the spend$/)
    expect(note(zh)).toMatch(/1位客户的平均复购金额为0或负数，未计入金额模型$/)
    const free = column('amount', ...orders.map(([id]) => (id === 'a' ? 5 : 0)), '', '')
    const table = en('TS_CLV_FIT', ids, dates, free, '', '', '', 0) as Table
    expect(table.slice(6, 11)).toEqual([
      ['p', '', ''],
      ['q', '', ''],
      ['v', '', ''],
      ['spend_log_likelihood', '', ''],
      ['repeat_customers', 1, ''],
    ])
    expect(table[11]?.[1]).toMatch(
      /too few customers with repeat orders to fit the spend; 3 customers with a mean repeat spend of 0 or less left out of the spend$/,
    )
  })

  it.skipIf(!hasCdnow)('is the published fit on CDNOW: Fader, Hardie and Lee (2005); Fader and Hardie (2013)', () => {
    const cdnow = cdnowOrders()
    const serials = cdnow.days.map((day) => day + 25_569)
    const table = en(
      'TS_CLV_FIT',
      column(...cdnow.ids),
      column(...serials),
      column(...cdnow.amounts),
      CALIBRATED + 25_569,
      'BG',
      '',
      0,
    ) as Table
    expect(table.map(([, value]) => (typeof value === 'number' ? Number(value.toFixed(2)) : value))).toEqual([
      0.24,
      4.41,
      0.79,
      2.43,
      -9582.43,
      2357,
      6.25,
      3.74,
      15.44,
      -4055.92,
      946,
      '',
    ])
    // The inverse Hessian of scipy's fit.
    expect(table.map(([, , error]) => (typeof error === 'number' ? Number(error.toFixed(3)) : error))).toEqual([
      0.013,
      0.378,
      0.186,
      0.705,
      '',
      '',
      1.19,
      0.29,
      4.159,
      '',
      '',
      '',
    ])
  })
})

describe('TS_CLV', () => {
  it('gives orders, chance, spend and value per customer; the last two blank after refunds', () => {
    const table = en('TS_CLV', ids, dates, amounts) as Table
    expect(table[0]).toEqual(['customer', 'expected_orders', 'p_active', 'expected_spend', 'clv'])
    expect(names(table).slice(1)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(
      table
        .slice(1, 5)
        .flat()
        .filter((cell) => typeof cell === 'number' && cell > 0),
    ).toHaveLength(16)
    expect(table[5]?.slice(3)).toEqual(['', ''])
    expect((zh('TS_CLV', ids, dates, amounts) as Table)[0]).toEqual([
      '客户',
      '预期订单数',
      '活跃概率',
      '预期客单价',
      '客户生命周期价值',
    ])
  })

  it('takes every option, and arguments left out between commas', () => {
    const all = en('TS_CLV', ids, dates, amounts, '2024-03-22', 12, 0.01, 1, 'MBG', 1)
    expect(en('TS_CLV', ids, dates, amounts, '', '', '', '', '', '')).toEqual(all)
    const value = (...options: unknown[]) =>
      (en('TS_CLV', ids, dates, amounts, '', ...options) as Table)[1]?.[4] as number
    expect(value(12, 0.01, 0.5)).toBeCloseTo(value() / 2, 10)
    expect(value(12, 0)).toBeGreaterThan(value())
    expect(value(24)).toBeGreaterThan(value())
    const bg = en('TS_CLV', ids, dates, amounts, '', '', '', '', 'BG', 0) as Table
    expect(bg.map((row) => row[2])).toEqual((all as Table).slice(1).map((row) => row[2]))
    expect(bg[2]?.[1]).not.toBe((all as Table)[3]?.[1])
  })

  it('does not depend on the order of rows', () => {
    const turned = [...orders].reverse()
    const table = en(
      'TS_CLV',
      ...[0, 1, 2].map((i) => column(...turned.map((row) => row[i]))),
      '',
      '',
      '',
      '',
      '',
      0,
    ) as Table
    const sorted = [...table].sort((a, b) => String(a[0]).localeCompare(String(b[0])))
    expect(sorted).toEqual(en('TS_CLV', ids, dates, amounts, '', '', '', '', '', 0))
  })

  it('gives the header alone for a sheet without orders', () => {
    expect(en('TS_CLV', nothing, nothing, nothing)).toHaveLength(1)
    expect(en('TS_CHURN_RISK', nothing, nothing)).toEqual([['customer', 'risk', 'band']])
  })

  it('values the customers of 100,000 orders well within 30 seconds', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => i)
    const started = performance.now()
    const table = en(
      'TS_CLV',
      many.map((i) => [`C${((i * i) % 99_991) % 20_011}`]),
      many.map((i) => [44_000 + ((i * 104_729) % 1_009)]),
      many.map((i) => [1 + ((i * 7919) % 997)]),
    ) as Table
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(table.length).toBeGreaterThan(15_000)
  })
})

describe('TS_CHURN_RISK', () => {
  it('gives a risk and its band in the language of the spreadsheet', () => {
    const table = en('TS_CHURN_RISK', ids, dates, '', 30, [[0.0001, 0.9999]]) as Table
    expect(table[0]).toEqual(['customer', 'risk', 'band'])
    expect(table.slice(1).map((row) => row[2])).toEqual(new Array(5).fill('Medium'))
    const bands = (formulas: Formulas, ...bounds: number[]) =>
      (formulas('TS_CHURN_RISK', ids, dates, '', '', column(...bounds), 0) as Table).map((row) => row[2])
    expect(bands(en, 0, 0.0001)).toEqual(new Array(5).fill('High'))
    expect(bands(en, 0.9999, 1)).toEqual(new Array(5).fill('Low'))
    expect(bands(zh, 0, 0.0001)).toEqual(new Array(5).fill('高'))
    expect(bands(zh, 0.9999, 1)).toEqual(new Array(5).fill('低'))
    expect(bands(zh, 0.0001, 0.9999)).toEqual(new Array(5).fill('中'))
    expect((zh('TS_CHURN_RISK', ids, dates) as Table)[0]).toEqual(['客户', '流失风险', '风险等级'])
  })

  it('is 1 - p_active of TS_CLV over the same days', () => {
    // 1000 months of 4.345 weeks are 30,415 days.
    const risks = en('TS_CHURN_RISK', ids, dates, '', 30_415, '', 0) as Table
    const values = en('TS_CLV', ids, dates, amounts, '', 1000, '', '', '', 0) as Table
    risks.forEach((row, i) => {
      expect(row[1]).toBeCloseTo(1 - (values[i]?.[2] as number), 12)
    })
  })

  it('tells one-time buyers apart', () => {
    const once = [...orders, ['f', '2024-03-20', 9]] as const
    const risks = en(
      'TS_CHURN_RISK',
      ...[0, 1].map((i) => column(...once.map((row) => row[i]))),
      '',
      '',
      '',
      0,
    ) as Table
    expect(risks[2]?.[1]).toBeGreaterThan(risks[5]?.[1] as number)
  })
})

describe('TS_CLV_RETENTION', () => {
  it('takes single values, columns, or both', () => {
    expect(en('TS_CLV_RETENTION', 100, 0.8, 0.1)).toBeCloseTo(110 / 0.3, 10)
    expect(en('TS_CLV_RETENTION', 100, 0.8, 0.1, '', false)).toBeCloseTo(80 / 0.3, 10)
    expect(en('TS_CLV_RETENTION', 100, 0.8, 0.1, 1)).toBeCloseTo(100, 10)
    expect(en('TS_CLV_RETENTION', 100, 1, 0, 5, 0)).toBe(500)
    expect(en('TS_CLV_RETENTION', column('margin', 10, '', 20), 0.5, 0)).toEqual(column('CLV', 20, '', 40))
    expect(zh('TS_CLV_RETENTION', column('利润', 10), column('保留率', 0.5), 0)).toEqual(column('客户生命周期价值', 20))
    const periods = column('periods', 1, '')
    const rows = en('TS_CLV_RETENTION', column('margin', 10, 10), column('retention', 0.5, 0.5), 0, periods) as Table
    expect(rows.slice(1).flat()).toEqual([expect.closeTo(10, 10), expect.closeTo(20, 10)])
  })
})

describe('a bad argument is one sentence that says what, where and what to do', () => {
  const heavy = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((id, i) =>
    Array.from({ length: 8 }, (_, k) => [id, 45_292 + k * (3 + (i % 4)) + i, [1, 1.3, 2, 5, 30, 400, 9000, 2e5][i]]),
  )
  const heavyColumns = [0, 1, 2].map((i) => column(...heavy.map((row) => row[i])))

  it.each<[string, () => unknown[], string, string]>([
    ['TS_CLV', () => [ids, dates], 'amounts is missing. Give a range or a value.', '缺少amounts。请给出区域或数值。'],
    [
      'TS_CLV',
      () => [ids, dates, amounts, '', 0],
      '0 for months is less than 1. Correct it.',
      'months的0小于1。请更正。',
    ],
    [
      'TS_CLV',
      () => [ids, dates, amounts, '', 1.5],
      '1.5 for months is not a whole number. Correct it.',
      'months的1.5不是整数。请更正。',
    ],
    [
      'TS_CLV',
      () => [ids, dates, amounts, '', '', -0.01],
      '-0.01 for monthly_rate is less than 0. Correct it.',
      'monthly_rate的-0.01小于0。请更正。',
    ],
    [
      'TS_CLV',
      () => [ids, dates, amounts, '', '', '', '', 'NBD'],
      '"NBD" is no model. Use MBG or BG.',
      'model不能是“NBD”。请使用MBG或BG。',
    ],
    [
      'TS_CLV',
      () => ['a', '2024-01-01', 5],
      `only 0 customers ordered on two days or more, and the model needs 3. ${NOT_ENOUGH}`,
      '在两天或以上下过单的客户只有0位，模型至少需要3位。请给出更长时间或更多客户的订单。',
    ],
    [
      'TS_CLV',
      () => [ids, dates, column('amount', ...orders.map(([id]) => (id === 'a' ? 5 : 0)), '', '')],
      `only 1 customer ordered on two days or more for amounts above 0, and the spend model needs 3. ${NOT_ENOUGH}`,
      '在两天或以上下过单且金额大于0的客户只有1位，金额模型至少需要3位。请给出更长时间或更多客户的订单。',
    ],
    [
      'TS_CLV',
      () => heavyColumns,
      'the amounts differ so much that they have no mean (q is 0.24, not above 1). Leave out the few very large orders, or value those customers by hand.',
      '金额差异过大，没有平均值（q为0.24，不大于1）。请去掉少数特大订单，或单独估算这些客户。',
    ],
    [
      'TS_CLV_FIT',
      () => [ids, dates, amounts, '', '', 'YEAR'],
      '"YEAR" is no unit. Use WEEK, DAY or MONTH.',
      'unit不能是“YEAR”。请使用WEEK、DAY或MONTH。',
    ],
    [
      'TS_CLV_FIT',
      () => [nothing, nothing, nothing],
      `only 0 customers ordered on two days or more, and the model needs 3. ${NOT_ENOUGH}`,
      '在两天或以上下过单的客户只有0位，模型至少需要3位。请给出更长时间或更多客户的订单。',
    ],
    [
      'TS_CHURN_RISK',
      () => [ids, dates, '', 0],
      '0 for horizon_days is less than 1. Correct it.',
      'horizon_days的0小于1。请更正。',
    ],
    [
      'TS_CHURN_RISK',
      () => [ids, dates, '', '', 0.5],
      'bands has 1 value. Give two: where Medium and where High begin, such as {0.3,0.7}.',
      'bands有1个值。请给出两个：中和高的起点，例如{0.3,0.7}。',
    ],
    [
      'TS_CHURN_RISK',
      () => [ids, dates, '', '', [[0.2, 0.5, 0.8]]],
      'bands has 3 values. Give two: where Medium and where High begin, such as {0.3,0.7}.',
      'bands有3个值。请给出两个：中和高的起点，例如{0.3,0.7}。',
    ],
    [
      'TS_CHURN_RISK',
      () => [ids, dates, '', '', [[0.7, 0.7]]],
      'bands has 0.7 after 0.7. Order them from lowest to highest, each once.',
      'bands中0.7排在0.7之后。请从低到高排列，不要重复。',
    ],
    [
      'TS_CHURN_RISK',
      () => [ids, dates, '', '', [[30, 70]]],
      '30 in column 1 of bands is not between 0 and 1. Correct it.',
      'bands第1列的30不在0到1之间。请更正。',
    ],
    [
      'TS_CLV_RETENTION',
      () => [100, 1.2, 0.1],
      '1.2 in row 1 of retention is not between 0 and 1. Correct it.',
      'retention第1行的1.2不在0到1之间。请更正。',
    ],
    [
      'TS_CLV_RETENTION',
      () => [100, 0.8, -0.1],
      '-0.1 in row 1 of discount is less than 0. Correct it.',
      'discount第1行的-0.1小于0。请更正。',
    ],
    [
      'TS_CLV_RETENTION',
      () => [100, 0.8, 0.1, 0],
      '0 in row 1 of periods is less than 1. Correct it.',
      'periods第1行的0小于1。请更正。',
    ],
    [
      'TS_CLV_RETENTION',
      () => [column('margin', 1, 2), column('retention', 0.5, 1), 0],
      'retention 1 and discount 0 in row 3 give a value without end. Give periods, or correct one of them.',
      '第3行的retention为1且discount为0，价值没有上限。请给出periods，或更正其一。',
    ],
  ])('%s %#', (name, args, sentence, chinese) => {
    expect(messageOf(() => en(name, ...args()))).toBe(`${name}: ${sentence}`)
    expect(messageOf(() => zh(name, ...args()))).toBe(`${name}: ${chinese}`)
  })

  it('says in the note what TS_CLV refuses', () => {
    const table = en('TS_CLV_FIT', ...heavyColumns) as Table
    expect(table[12]?.[1]).toContain('q is not above 1, so the expected spend has no mean')
    expect(table[8]?.[1]).toBeLessThan(1)
  })
})
