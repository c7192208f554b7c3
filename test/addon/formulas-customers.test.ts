import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
})

const across = (...cells: unknown[]) => [cells]
const numbers = (result: unknown) => result as number[][]

describe('TS_CUSTOMER_FLOW', () => {
  const ids = column('customer', 'a', 'b', 'a', '', 'c', 'a', '', '')
  const dates = column('date', '2024-01-31', '2024-01-01', '2024-02-01', '', '2024-02-10', '2024-04-01', '', '')
  const header = ['period', 'active', 'new', 'retained', 'reactivated', 'lost', 'retention', 'churn']

  it('has a row per month, the first without rates, one without orders too', () => {
    expect(en('TS_CUSTOMER_FLOW', ids, dates)).toEqual([
      header,
      ['2024-01', 2, 2, 0, 0, 0, '', ''],
      ['2024-02', 2, 1, 1, 0, 1, 0.5, 0.5],
      ['2024-03', 0, 0, 0, 0, 2, 0, 1],
      ['2024-04', 1, 0, 0, 1, 0, '', ''],
    ])
  })

  it('counts in other units, without headings, weeks as the locale begins them', () => {
    expect(en('TS_CUSTOMER_FLOW', ids, dates, 'quarter', 0)).toEqual([
      ['2024-Q1', 3, 3, 0, 0, 0, '', ''],
      ['2024-Q2', 1, 0, 1, 0, 2, 1 / 3, 2 / 3],
    ])
    expect(en('TS_CUSTOMER_FLOW', ids, dates, 'YEAR', 0)).toEqual([['2024', 3, 3, 0, 0, 0, '', '']])
    expect(en('TS_CUSTOMER_FLOW', ids, dates, 'WEEK', 0)).toMatchObject({ 0: { 0: '2023-12-31' }, length: 14 })
    expect(zh('TS_CUSTOMER_FLOW', ids, dates, 'WEEK', 0)).toMatchObject({ 0: { 0: '2024-01-01' }, length: 14 })
  })

  it('takes one order, and none', () => {
    expect(en('TS_CUSTOMER_FLOW', 'a', '2024-01-31')).toEqual([header, ['2024-01', 1, 1, 0, 0, 0, '', '']])
    expect(en('TS_CUSTOMER_FLOW', column('', ''), column('', ''))).toEqual([header])
    expect(en('TS_CUSTOMER_FLOW', column('', ''), column('', ''), '', 0)).toEqual([['']])
  })

  it('speaks Chinese', () => {
    expect(numbers(zh('TS_CUSTOMER_FLOW', ids, dates))[0]).toEqual([
      '时期',
      '活跃客户',
      '新客户',
      '留存客户',
      '重新激活',
      '流失客户',
      '客户保留率',
      '流失率',
    ])
  })
})

describe('TS_RETENTION_FORECAST', () => {
  // Fader, Hardie (2007), Regular: alpha .704, beta 1.182, so S(8) = .2201 and r(8) = (1.182 + 7) / (.704 + 1.182 + 7).
  const regular = [1000, 631, 468, 382, 326, 289, 262, 241]

  it('goes on from the periods that were given, in a column or a row, headed or not', () => {
    const rows = numbers(en('TS_RETENTION_FORECAST', column('customers', ...regular, '', ''), 3))
    expect(rows[0]).toEqual(['period', 'survival', 'retention'])
    expect(rows.map(([period]) => period).slice(1)).toEqual([8, 9, 10])
    expect(rows[1]?.[1]).toBeCloseTo(0.2201, 4)
    expect(rows[1]?.[2]).toBeCloseTo(8.182 / 8.886, 4)
    expect(en('TS_RETENTION_FORECAST', across(...regular), 3)).toEqual(rows)
    expect(en('TS_RETENTION_FORECAST', across('2024-01', ...regular, ''), '3', 0)).toEqual(rows.slice(1))
    expect(en('TS_RETENTION_FORECAST', across(...regular.map(String)), 3)).toEqual(rows)
  })

  it('keeps the churn of the only period, and everybody where nobody left', () => {
    expect(en('TS_RETENTION_FORECAST', column(100, 50), 1, 0)).toEqual([[2, 0.25, 0.5]])
    expect(en('TS_RETENTION_FORECAST', column(100, 100, 100), 1, 0)).toEqual([[3, 1, 1]])
  })

  it('speaks Chinese', () => {
    expect(numbers(zh('TS_RETENTION_FORECAST', column(100, 50), 1))[0]).toEqual(['期数', '留存比例', '客户保留率'])
    expect(messageOf(() => zh('TS_RETENTION_FORECAST', column(5, 6), 1))).toBe(
      'TS_RETENTION_FORECAST: survivors在第2行从5升到6。请只计入期初客户中仍然留存的客户。',
    )
    expect(messageOf(() => zh('TS_RETENTION_FORECAST', column(5, 0), 1))).toBe(
      'TS_RETENTION_FORECAST: survivors第2行已没有客户，无从预测。请去掉尚未结束的时期。',
    )
    expect(messageOf(() => zh('TS_RETENTION_FORECAST', 5, 1))).toBe(
      'TS_RETENTION_FORECAST: survivors有1个数字，至少需要2个。请选择更长的区域。',
    )
  })
})

describe('TS_SURVIVAL', () => {
  const months = column('months', 3, 5, '', 5, 8, '')
  const left = column('left', 1, 1, '', 0, true, '')

  it('has a row per time at which somebody left, and no error where nobody is left', () => {
    const rows = numbers(en('TS_SURVIVAL', months, left))
    expect(rows[0]).toEqual(['time', 'at risk', 'events', 'survival', 'standard error'])
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      [3, 4, 1, 0.75],
      [5, 3, 1, 0.5],
      [8, 1, 1, 0],
    ])
    // Greenwood by hand: S x sqrt(sum of d / (n (n - d))).
    expect(rows[1]?.[4]).toBeCloseTo(0.75 * Math.sqrt(1 / 12), 14)
    expect(rows[2]?.[4]).toBeCloseTo(0.5 * Math.sqrt(1 / 12 + 1 / 6), 14)
    expect(rows[3]?.[4]).toBe('')
  })

  it('reads the curve at times, in a row or a column, blank past the end of observation', () => {
    const still = column('left', 1, 0, '', 0, false, '')
    const rows = en('TS_SURVIVAL', months, still, across(9, 2, '', 5), 0)
    expect(rows).toEqual([
      [2, 4, 0, 1, 0],
      [5, 3, 1, 0.75, expect.closeTo(0.75 * Math.sqrt(1 / 12), 14)],
      [9, 0, 0, '', ''],
    ])
    expect(en('TS_SURVIVAL', months, still, column('at', 9, 2, '', 5, ''), 0)).toEqual(rows)
    expect(en('TS_SURVIVAL', months, still, 5, 0)).toMatchObject([{ 0: 5, 3: 0.75 }])
  })

  it('takes yes and no in every form, one customer, and none', () => {
    const forms = column('TRUE', 'false', ' True ', '1', '0', 1, 0, true, false)
    const ends = numbers(en('TS_SURVIVAL', column(1, 2, 3, 4, 5, 6, 7, 8, 9), forms, '', 0))
    expect(ends.map(([time]) => time)).toEqual([1, 3, 4, 6, 8])
    expect(en('TS_SURVIVAL', 4, 1, '', 0)).toEqual([[4, 1, 1, 0, '']])
    expect(en('TS_SURVIVAL', column('', ''), column('', ''))).toHaveLength(1)
    expect(en('TS_SURVIVAL', column(1, 2), column(0, 0), '', 0)).toEqual([['']])
  })

  it('speaks Chinese', () => {
    expect(numbers(zh('TS_SURVIVAL', months, left))[0]).toEqual(['时间', '在观察数', '事件数', '生存率', '标准误'])
    expect(messageOf(() => zh('TS_SURVIVAL', column(1, 2), column(1, 'no')))).toBe(
      'TS_SURVIVAL: events第2行的“no”既不是1也不是0。“是”请写1或TRUE，“否”请写0或FALSE。',
    )
  })
})

describe('TS_LOGISTIC', () => {
  // Shares of two groups: 1 of 4 left without a contract, 3 of 5 with one.
  const contract = [0, 0, 0, 0, 1, 1, 1, 1, 1]
  const left = [1, 0, 0, 0, 1, 1, 1, 0, 0]

  it('with lambda 0 gives each group its share, beside headings and blank rows', () => {
    const result = numbers(
      en(
        'TS_LOGISTIC',
        column('contract', ...contract, ''),
        column('left', ...left, ''),
        column('contract', 1, '', 0),
        0,
      ),
    )
    expect(result.map(([cell]) => cell)).toEqual(['probability', expect.closeTo(0.6, 12), '', expect.closeTo(0.25, 12)])
    const checked = column('contract', ...contract.map((one) => one === 1))
    const words = column('left', ...left.map((one) => (one === 1 ? 'TRUE' : 'FALSE')))
    expect(en('TS_LOGISTIC', checked, words, column('', true), 0)).toEqual([[''], [expect.closeTo(0.6, 12)]])
  })

  it('answers one value with one, one row with one row', () => {
    const one = en('TS_LOGISTIC', column(...contract), column(...left), 1, 0)
    expect(one).toBeCloseTo(0.6, 12)
    expect(en('TS_LOGISTIC', column(...contract), column(...left), [[1]], 0)).toEqual([[one]])
    const two = contract.map((cell, i) => [cell, i])
    expect(en('TS_LOGISTIC', two, column(...left), [[1, 3]])).toEqual([[expect.any(Number)]])
  })

  it('holds back by lambda 1 where it is left out, and answers separated labels then', () => {
    const known = [column(1, 2, 3, 4), column(0, 0, 1, 1)] as const
    const result = numbers(en('TS_LOGISTIC', ...known, column(1, 2.5, 4)))
    expect(result).toEqual(en('TS_LOGISTIC', ...known, column(1, 2.5, 4), 1))
    expect(result[0]?.[0]).toBeLessThan(0.3)
    expect(result[1]?.[0]).toBeCloseTo(0.5, 9)
    expect(messageOf(() => en('TS_LOGISTIC', ...known, column(1, 2.5, 4), 0))).toBe(
      'TS_LOGISTIC: some mix of the features separates 1 from 0 in labels, so plain maximum likelihood (lambda 0) has no answer. Use lambda 1.',
    )
  })

  it('speaks Chinese', () => {
    expect(zh('TS_LOGISTIC', column(1, 2, 3), column(0, 1, 0), column('订单', 2))).toMatchObject([['概率'], {}])
    const sentence = (...args: unknown[]) => messageOf(() => zh('TS_LOGISTIC', ...args))
    expect(sentence(column(1, 2), column(0, 1), column(1), 0)).toBe(
      'TS_LOGISTIC: 特征的某种组合可以把labels的1和0分开，lambda为0的最大似然估计没有解。请将lambda设为1。',
    )
    expect(sentence(column(1, 2), column(0, 0), column(1))).toBe(
      'TS_LOGISTIC: labels每一行都是0，无从区分。请同时给出为1和为0的行。',
    )
    expect(sentence(column(1, 2), column(0, 1), [[1, 2]])).toBe(
      'TS_LOGISTIC: new_features有2列，features有1列。请按同样的顺序给出同样的列。',
    )
  })
})

describe('a bad argument is one sentence that says what, where and what to do', () => {
  const two = column(1, 2)
  it.each<[string, unknown[], string]>([
    ['TS_CUSTOMER_FLOW', [column('a')], 'dates is missing. Give a range or a value.'],
    [
      'TS_CUSTOMER_FLOW',
      [column('a', 'b'), column('2024-01-01', '')],
      'dates has nothing in row 2. Fill it in, or clear the whole row.',
    ],
    ['TS_CUSTOMER_FLOW', ['a', '2024-01-01', 'DAY'], '"DAY" is no unit. Use MONTH, WEEK, QUARTER or YEAR.'],
    ['TS_RETENTION_FORECAST', [], 'survivors is missing. Give a range or a value.'],
    ['TS_RETENTION_FORECAST', [column(2, 1)], 'periods is missing. Give a range or a value.'],
    ['TS_RETENTION_FORECAST', [column(2, 1), ''], 'periods is missing. Give a range or a value.'],
    ['TS_RETENTION_FORECAST', [column(2, 1), 0], '0 for periods is less than 1. Correct it.'],
    ['TS_RETENTION_FORECAST', [column(2, 1), 1.5], '1.5 for periods is not a whole number. Correct it.'],
    ['TS_RETENTION_FORECAST', [column(2, 1), 10_001], '10001 for periods is not between 1 and 10000. Correct it.'],
    ['TS_RETENTION_FORECAST', [column('', ''), 1], 'survivors has nothing in it. Fill it in, or choose another range.'],
    [
      'TS_RETENTION_FORECAST',
      [
        [
          [2, 1],
          [1, 1],
        ],
        1,
      ],
      'survivors has 2 columns. Give one column.',
    ],
    [
      'TS_RETENTION_FORECAST',
      [column('n', 5, '', 4), 1],
      'survivors has nothing in row 3. Fill it in, or clear the whole row.',
    ],
    ['TS_RETENTION_FORECAST', [column('n', 5, -4), 1], '-4 in row 3 of survivors is less than 0. Correct it.'],
    [
      'TS_RETENTION_FORECAST',
      [column('n', 'few', 4), 1],
      '"few" in row 2 of survivors is not a number. Enter it as a number.',
    ],
    [
      'TS_RETENTION_FORECAST',
      [column('n', 5, 4, 6), 1],
      'survivors rises from 4 to 6 in row 4. Count only customers of the start who are still there.',
    ],
    [
      'TS_RETENTION_FORECAST',
      [column(5, 4, 0), 1],
      'nobody is left in row 3 of survivors, so nothing can be forecast. Leave out periods that are not over yet.',
    ],
    [
      'TS_RETENTION_FORECAST',
      [column('n', 5), 1],
      'survivors has 1 number, and 2 are needed at least. Choose a longer range.',
    ],
    ['TS_RETENTION_FORECAST', ['five', 1], '"five" in row 1 of survivors is not a number. Enter it as a number.'],
    ['TS_SURVIVAL', [two], 'events is missing. Give a range or a value.'],
    ['TS_SURVIVAL', [two, column(1)], 'durations has 2 rows, events has 1. Give ranges of the same size.'],
    ['TS_SURVIVAL', [column(1, -2), column(1, 0)], '-2 in row 2 of durations is less than 0. Correct it.'],
    [
      'TS_SURVIVAL',
      [two, column(1, 'Yes')],
      '"Yes" in row 2 of events is neither 1 nor 0. Use 1 or TRUE for yes, 0 or FALSE for no.',
    ],
    [
      'TS_SURVIVAL',
      [two, column(1, 2)],
      '"2" in row 2 of events is neither 1 nor 0. Use 1 or TRUE for yes, 0 or FALSE for no.',
    ],
    ['TS_SURVIVAL', [two, column(1, '')], 'events has nothing in row 2. Fill it in, or clear the whole row.'],
    [
      'TS_SURVIVAL',
      [two, two.map(() => [1]), 'soon'],
      '"soon" in row 1 of times is not a number. Enter it as a number.',
    ],
    [
      'TS_SURVIVAL',
      [two, two.map(() => [1]), column('', '')],
      'times has nothing in it. Fill it in, or choose another range.',
    ],
    ['TS_LOGISTIC', [two, column(0, 1)], 'new_features is missing. Give a range or a value.'],
    ['TS_LOGISTIC', [undefined, column(0, 1), 1], 'features is missing. Give a range or a value.'],
    ['TS_LOGISTIC', [two, undefined, 1], 'labels is missing. Give a range or a value.'],
    [
      'TS_LOGISTIC',
      [two, column(0, 1), [[1, 2]]],
      'new_features has 2 columns, features has 1. Give the same columns in the same order.',
    ],
    ['TS_LOGISTIC', [two, column(0, 1), 1, -1], '-1 for lambda is less than 0. Correct it.'],
    ['TS_LOGISTIC', [two, column(0, 1, 0), 1], 'features has 2 rows, labels has 3. Give ranges of the same size.'],
    [
      'TS_LOGISTIC',
      [column('', ''), column('', ''), 1],
      'labels has nothing in it. Fill it in, or choose another range.',
    ],
    ['TS_LOGISTIC', [two, column(0, ''), 1], 'labels has nothing in row 2. Fill it in, or clear the whole row.'],
    [
      'TS_LOGISTIC',
      [
        [
          [1, 2],
          [3, ''],
        ],
        column(0, 1),
        [[1, 2]],
      ],
      'features has nothing in row 2. Fill it in, or clear the whole row.',
    ],
    [
      'TS_LOGISTIC',
      [two, column(0, 1), column(1, 'two')],
      '"two" in row 2 of new_features is not a number. Enter it as a number.',
    ],
    [
      'TS_LOGISTIC',
      [two, column(1, 1), 1],
      'labels is 1 in every row, so there is nothing to tell apart. Give rows with 1 and rows with 0.',
    ],
  ])('%s of %j', (name, args, sentence) => {
    expect(messageOf(() => en(name, ...args))).toBe(`${name}: ${sentence}`)
  })
})

describe.skipIf(!existsSync('../shared/data'))('on 7,032 real customers of a telephone company', () => {
  const customers = () =>
    parse<Record<string, string>>(readFileSync('../shared/data/telco_customer_churn.csv'), { columns: true }).filter(
      ({ TotalCharges }) => TotalCharges?.trim() !== '',
    )

  // R 4.2: glm with epsilon 1e-15; for lambda 1 and 100 Newton steps to convergence, with scipy agreeing to 1e-11.
  it.each([
    [0, [0.3360478165835, 0.0803598056748, 0.4632980269944, 0.0326002689885], 857.9847789099],
    [1, [0.3340646740556, 0.0813395044479, 0.4621707476026, 0.0334339884962], 857.19461792646],
    [100, [0.3105408101584, 0.1100234389898, 0.4357946359619, 0.0604625129527], 803.23672241639],
  ])('lambda %d gives the risks of leaving that R gives', (lambda, first, squares) => {
    const rows = customers()
    const features = rows.map((row) => [
      Number(row.tenure),
      Number(row.MonthlyCharges),
      Number(row.TotalCharges),
      row.SeniorCitizen === '1',
      row.Contract === 'Two year',
      row.Contract === 'One year',
    ])
    const labels = rows.map((row) => [row.Churn === 'Yes' ? 1 : 0])
    const risks = numbers(en('TS_LOGISTIC', features, labels, features, lambda)).map(([risk]) => risk as number)
    expect(risks).toHaveLength(7032)
    first.forEach((risk, i) => {
      expect(risks[i]).toBeCloseTo(risk, 10)
    })
    expect(risks.reduce((sum, risk) => sum + risk * risk, 0)).toBeCloseTo(squares, 7)
  })

  // R base: cumprod(1 - d / n) over table(tenure, Churn).
  it('TS_SURVIVAL gives the share that stays for one to six years', () => {
    const rows = customers()
    const curve = en(
      'TS_SURVIVAL',
      column(...rows.map(({ tenure }) => Number(tenure))),
      column(...rows.map(({ Churn }) => Churn === 'Yes')),
      across(12, 24, 48, 72),
      0,
    )
    expect(curve).toEqual([
      [12, 4974, 1037, expect.closeTo(0.843199553815831, 12), expect.closeTo(0.00449216025484106, 12)],
      [24, 3927, 294, expect.closeTo(0.788736398370599, 12), expect.closeTo(0.00520896369050114, 12)],
      [48, 2303, 325, expect.closeTo(0.708840184346078, 12), expect.closeTo(0.00632071202347571, 12)],
      [72, 362, 213, expect.closeTo(0.59279015205223, 12), expect.closeTo(0.00991876687076276, 12)],
    ])
  })
})
