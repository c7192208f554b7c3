import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let code: string
let en: Formulas
let zh: Formulas

beforeAll(async () => {
  code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
})

const utc = (iso: string) => new Date(`${iso}T00:00:00Z`)
const ids = column('customer', 'b', 'a', 'b', '', '')
const dates = column('date', utc('2024-03-01'), '2024-03-10', 45357, '', '')
const amounts = column('amount', 5, 1, 2.5, '', '')

describe('TS_RFM', () => {
  it('gives one row per customer under a header, from headed and open ranges with every kind of date', () => {
    expect(en('TS_RFM', ids, dates, amounts)).toEqual([
      ['customer', 'last_order', 'recency', 'frequency', 'monetary', 'R', 'F', 'M', 'RFM', 'segment'],
      ['b', utc('2024-03-06'), 5, 2, 7.5, 1, 5, 5, '155', "Can't Lose Them"],
      ['a', utc('2024-03-10'), 1, 1, 1, 5, 1, 1, '511', 'New Customers'],
    ])
  })

  it('takes every option, and arguments left out between commas', () => {
    const rows = en('TS_RFM', ids, dates, amounts, '2024-03-08', [[3, 10, 2]], 'RANK', '', 0)
    expect(rows).toEqual([['b', utc('2024-03-06'), 2, 2, 7.5, 1, 1, 1, '1-1-1', 'Hibernating']])
    expect(en('TS_RFM', ids, dates, amounts, '', '', '', 'RFM8', 0)).toMatchObject([
      { 9: 'Important Retention' },
      { 9: 'General Development' },
    ])
    const rules = [
      ['name', 'R low', 'R high', 'F low', 'F high'],
      ['Busy', 1, 5, 4, 5],
    ]
    expect(en('TS_RFM', ids, dates, amounts, '', '', '', rules, 0)).toMatchObject([{ 9: 'Busy' }, { 9: 'Others' }])
  })

  it('speaks the language of the spreadsheet', () => {
    expect(zh('TS_RFM', ids, dates, amounts, '', '', '', 'RFM8')).toMatchObject([
      { 0: '客户', 9: '客户细分' },
      { 9: '重要保持' },
      { 9: '一般发展' },
    ])
  })

  it('counts days in the time zone of the spreadsheet, through changes of the clocks', () => {
    const lateEvening = new Date('2024-03-10T15:59:00Z')
    const midnight = new Date('2024-03-10T16:00:00Z')
    const rows = zh('TS_RFM', column('a', 'b'), column(lateEvening, midnight), column(1, 1), '', '', '', '', 0)
    expect(rows).toMatchObject([{ 2: 2 }, { 1: midnight, 2: 1 }])
    const newYork = formulasOf(code, { timeZone: 'America/New_York' })
    const around = column(new Date('2024-03-10T04:59:00Z'), new Date('2024-03-11T04:00:00Z'))
    expect(newYork('TS_RFM', column('a', 'b'), around, column(1, 1), '', '', '', '', 0)).toMatchObject([
      { 1: new Date('2024-03-09T05:00:00Z'), 2: 3 },
      { 1: new Date('2024-03-11T04:00:00Z'), 2: 1 },
    ])
  })

  it('takes dates that are text with the year first, on the day that a UTC offset gives them here', () => {
    const texts = ['2024年2月5日', '2024/2/5', ' 2024-02-05 23:59 ', '2024-02-04T16:00Z', '2024-02-05 21:29:59.5+05:30']
    const rows = zh(
      'TS_RFM',
      column(1, 2, 3, 4, 5),
      column(...texts),
      column(1, 1, 1, 1, 1),
      '2024-02-06',
      '',
      '',
      '',
      0,
    )
    expect((rows as unknown[][]).map((row) => row[2])).toEqual([1, 1, 1, 1, 1])
    const others = column('2024年2月30日', '2024-02-05T16:00Z', '2024-02-05 23:59:59 +0700', '2024-02-04T15:59:59Z')
    expect(() => zh('TS_RFM', column(1), others.slice(0, 1), column(1))).toThrow('2024年2月30日')
    const days = zh('TS_RFM', column(1, 2, 3), others.slice(1), column(1, 1, 1), '2024-02-06', '', '', '', 0)
    expect((days as unknown[][]).map((row) => row[2])).toEqual([0, 0, 2])
  })

  it('gives the header alone for a sheet without orders', () => {
    const nothing = column('', '', '')
    expect(en('TS_RFM', nothing, nothing, nothing)).toHaveLength(1)
    expect(en('TS_RFM', nothing, nothing, nothing, '', '', '', '', 0)).toEqual([['']])
  })
})

describe('headings', () => {
  it('may begin with #', () => {
    expect(en('TS_TIER', column('# orders', 5), 3)).toEqual(column('tier', 2))
    expect(en('TS_TIER', column('#', 5), 3)).toEqual(column('tier', 2))
    expect(en('TS_COHORT', column('# customer', 'a'), column('# date', '2024-01-01'))).toEqual([
      ['cohort', 'customers', 0],
      ['2024-01', 1, 1],
    ])
  })
})

describe('a value in the first row that is written otherwise', () => {
  it.each([
    ...['￥500', '500元', '人民币500元', '500 €', 'USD 500', 'usd 500', 'HK$500', '$6M', '1 500,00', "1'500", '1,200'],
    ...['12k', '1.2M', '1.2万元', '1.5E+05', '500 %', '５００ 元', '5-', 'N/A', '-', '—', 'none', '未知', '暂无'],
  ])('is not dropped as a heading above numbers: %s', (text) => {
    const pareto = messageOf(() => en('TS_PARETO', column('A', 'B', 'C'), column(text, 300, 200)))
    expect(pareto).toMatch(`TS_PARETO: "${text}" in row 1 of values is `)
    const matrix = messageOf(() => en('TS_NORMALIZE', column(text, 300, 200)))
    expect(matrix).toMatch(`TS_NORMALIZE: "${text}" in row 1 of data is `)
    const forecast = messageOf(() => en('TS_RETENTION_FORECAST', column(text, 869, 743), 1))
    expect(forecast).toMatch(`TS_RETENTION_FORECAST: "${text}" in row 1 of survivors is `)
  })

  it.each([
    ...['Jan 5, 2024', 'Fri, 5 January 2024', 'January 5th, 2024', 'Jan 2024', '周五 2024-01-05', "'2024-01-05"],
    ...['never', 'n/a', '-', '无', '从未'],
  ])('is not dropped as a heading above dates: %s', (text) => {
    expect(messageOf(() => en('TS_LIFECYCLE', column('a', 'b'), column(text, '2024-01-06')))).toMatch(
      `TS_LIFECYCLE: "${text}" in row 1 of dates is not a date.`,
    )
  })

  it('is not dropped as a heading above yes and no', () => {
    const sentence = '"yes" in row 1 of before is neither 1 nor 0. Use 1 or TRUE for yes, 0 or FALSE for no.'
    expect(messageOf(() => en('TS_COMPARE', column('yes', 0, 0, 1), column(0, 1), 'RATE'))).toBe(
      `TS_COMPARE: ${sentence}`,
    )
    expect(messageOf(() => en('TS_SURVIVAL', column('', 5), column('No', 1)))).toMatch('"No" in row 1 of events')
  })

  it('is read in full-width digits and with the minus sign of typesetters', () => {
    expect(en('TS_NPS', column('９', '１０', 10, 3))).toBe(50)
    expect(en('TS_PARETO', column('A', 'B'), column('５００', '−12．5'), 0)).toMatchObject([
      { 0: 'A', 1: 500 },
      { 0: 'B', 1: -12.5 },
    ])
    expect(en('TS_LIFECYCLE', column('a'), column('２０２４-０１-05'), '2024-01-15', '', '', 0)).toMatchObject([
      { 2: 10 },
    ])
  })

  it.each([
    ...['Q1', '2024年', 'Week 3 sales', 'Amount (USD)', '金额(元)', 'Amount 2024', 'KPI 1', 'TOP 10', '30 days', '5星'],
    ...['6M', '18-25', '$0-$50', '500元以上', '2024-01', '1st', '5 kg', '%', '$', 'H1 2024'],
  ])('is told from a heading with digits or signs: %s', (heading) => {
    expect(en('TS_TIER', column(heading, 5), 3)).toEqual(column('tier', 2))
  })

  it.each(['Q1', 'March', 'Order date (UTC)', 'Last contact 2024', 'Market 5', '日期'])(
    'is told from a heading above dates: %s',
    (heading) => {
      expect(en('TS_LIFECYCLE', column('', 'a'), column(heading, '2024-01-06'), '', '', '', 0)).toHaveLength(1)
    },
  )

  it('leaves it to the other headings of its row what a word for nothing is', () => {
    const data = [
      ['Male', 'Female', 'Unknown'],
      [1, 2, 3],
      [3, 4, 5],
    ]
    expect(en('TS_NORMALIZE', data)).toMatchObject([['Male', 'Female', 'Unknown'], {}, {}])
    expect(messageOf(() => en('TS_NORMALIZE', [['n/a', ''], ...data.slice(1).map((row) => row.slice(1))]))).toMatch(
      '"n/a" in row 1 of data is not a number.',
    )
  })
})

describe('numbers written as text', () => {
  it('count where they read in one way only', () => {
    const when = column('2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04')
    const rows = en('TS_RFM', column(1, 2, 3, 4), when, column('12', ' -3.5 ', '0.125', '1234.500'), '', '', '', '', 0)
    expect((rows as unknown[][]).map((row) => row[4])).toEqual([12, -3.5, 0.125, 1234.5])
    expect(en('TS_NPS', column('10', '9', '3', '7 of 10'))).toBeCloseTo(100 / 3, 12)
    expect(en('TS_NPS_GROUP', '9')).toBe('Promoter')
  })
})

describe('RFM in steps', () => {
  it('TS_RFM_SCORE and TS_RFM_SEGMENT line up beside headings and blank rows', () => {
    const recency = column('recency', 5, '', 1)
    const scores = en('TS_RFM_SCORE', recency, column('orders', 2, '', 1), column('total', 7.5, '', 1)) as unknown[][]
    expect(scores).toEqual([
      ['R', 'F', 'M', 'RFM'],
      [1, 5, 5, '155'],
      ['', '', '', ''],
      [5, 1, 1, '511'],
    ])
    const part = (i: number) => scores.map((row) => [row[i]])
    expect(en('TS_RFM_SEGMENT', part(0), part(1))).toEqual(column('segment', "Can't Lose Them", '', 'New Customers'))
    expect(en('TS_RFM_SEGMENT', part(0), part(1), part(2), 'RFM10')).toEqual(
      column('segment', 'At Risk', '', 'New Customers'),
    )
    expect(en('TS_RFM_SEGMENT', 5, 5)).toBe('Champions')
  })

  it('TS_SEGMENT_SUMMARY counts and adds up', () => {
    const segments = column('segment', 'x', 'y', 'x', '')
    expect(en('TS_SEGMENT_SUMMARY', segments, column('total', 10, 30, 20, ''))).toEqual([
      ['segment', 'customers', 'share', 'revenue', 'revenue share', 'average'],
      ['x', 2, 2 / 3, 30, 0.5, 15],
      ['y', 1, 1 / 3, 30, 0.5, 30],
    ])
    expect(
      en('TS_SEGMENT_SUMMARY', segments, column('total', 10, 30, 20, ''), column('n', 2, 1, 4, ''), 0),
    ).toMatchObject([{ 5: 5 }, { 5: 30 }])
  })
})

describe('scores and tiers', () => {
  const data = [
    ['visits', 'days late'],
    [0, 10],
    [10, ''],
    ['', ''],
    [5, 0],
  ]

  it('TS_TIER gives a label beside each score, and one for one', () => {
    expect(en('TS_TIER', column('score', 59, 60, '', 80), [[60, 80]])).toEqual(column('tier', 'C', 'B', '', 'A'))
    expect(zh('TS_TIER', column('评分', 59), [[60]], [['银'], ['金']])).toEqual(column('客户等级', '银'))
    expect(en('TS_TIER', 95, [[60, 80]], [['C', 'B', 'A']])).toBe('A')
    expect(en('TS_TIER', '', [[60, 80]])).toBe('')
    expect(en('TS_TIER', 3, [[1], [2], [3]])).toBe(4)
  })

  it('TS_QUANTILE_TIER divides by value or by rank', () => {
    expect(en('TS_QUANTILE_TIER', column(30, '', 10, 20))).toEqual(column('A', '', 'C', 'B'))
    expect(en('TS_QUANTILE_TIER', column(5, 5), 2, 'RANK', [['low', 'high']])).toEqual(column('low', 'high'))
  })

  it('TS_WEIGHTED_SCORE is the sum of TS_SCORE_PARTS, blanks left out', () => {
    expect(en('TS_WEIGHTED_SCORE', data, [[3, 1]], [[1, -1]])).toEqual(column('score', 0, 100, '', 62.5))
    expect(en('TS_SCORE_PARTS', data, column(3, 1), [[1, -1]])).toEqual([
      ['visits', 'days late'],
      [0, 0],
      [100, ''],
      ['', ''],
      [37.5, 25],
    ])
  })

  it('TS_NORMALIZE keeps the shape', () => {
    expect(en('TS_NORMALIZE', data, '', [[1, -1]], 1)).toEqual([
      ['visits', 'days late'],
      [0, 0],
      [1, ''],
      ['', ''],
      [0.5, 1],
    ])
    expect(en('TS_NORMALIZE', 7)).toBe(50)
  })
})

describe('customers', () => {
  it('TS_LIFECYCLE names the stage of each', () => {
    expect(en('TS_LIFECYCLE', ids, dates)).toEqual([
      ['customer', 'stage', 'days since', 'orders', 'usual gap'],
      ['b', 'New', 5, 2, 5],
      ['a', 'New', 1, 1, ''],
    ])
    expect(zh('TS_LIFECYCLE', ids, dates, '2025-01-01', 90, 180, 0)).toMatchObject([{ 1: '已流失' }, { 1: '已流失' }])
  })

  it('TS_COHORT leaves blank what is not yet observed', () => {
    const who = column('a', 'b', 'a', 'c')
    const when = column('2024-01-31', '2024-01-01', '2024-03-01', '2024-03-15')
    expect(en('TS_COHORT', who, when)).toEqual([
      ['cohort', 'customers', 0, 1, 2],
      ['2024-01', 2, 1, 0, 0.5],
      ['2024-03', 1, 1, '', ''],
    ])
    expect(en('TS_COHORT', who, when, 'QUARTER', 'VALUE', column(1, 2, 3, 4))).toEqual([
      ['cohort', 'customers', 0],
      ['2024-Q1', 3, 10],
    ])
    expect(en('TS_COHORT', who, when, 'WEEK', 'COUNT')).toMatchObject([{}, { 0: '2023-12-31' }, {}, {}])
    expect(zh('TS_COHORT', who, when, 'WEEK', 'COUNT')).toMatchObject([{}, { 0: '2024-01-01' }, {}, {}])
  })

  it('TS_RETENTION_RATE and TS_CLV_SIMPLE take single values, columns, or both', () => {
    expect(en('TS_RETENTION_RATE', 200, 210, 30)).toBe(0.9)
    expect(en('TS_RETENTION_RATE', column('start', 200, ''), column('end', 210, ''), 30)).toEqual(
      column('retention rate', 0.9, ''),
    )
    expect(en('TS_CLV_SIMPLE', 50, 4, 3, 0.5)).toBe(300)
    expect(en('TS_CLV_SIMPLE', column(50, '', 10), 4, 3)).toEqual(column(600, '', 120))
  })
})

describe('surveys', () => {
  const scores = column('How likely?', 10, 9, 3, 'n/a', 11, '')

  it('TS_NPS and TS_NPS_STATS ignore and count what is no answer', () => {
    expect(en('TS_NPS', scores)).toBeCloseTo(100 / 3, 12)
    expect(en('TS_NPS_STATS', scores, '', 'WALD')).toMatchObject([
      ['n', 'promoters', 'passives', 'detractors', 'NPS', 'standard error', 'low', 'high', 'ignored'],
      { 0: 3, 1: 2, 2: 0, 3: 1, 8: 2 },
    ])
  })

  it('TS_NPS weighs each answer', () => {
    expect(en('TS_NPS', column('s', 10, 0, ''), column('w', 3, 1, ''))).toBe(50)
  })

  it('TS_NPS_GROUP stays blank beside what is no answer', () => {
    expect(en('TS_NPS_GROUP', scores)).toEqual(column('group', 'Promoter', 'Promoter', 'Detractor', '', '', ''))
    expect(zh('TS_NPS_GROUP', 7)).toBe('被动者')
  })

  it('TS_CSAT knows the usual thresholds', () => {
    expect(en('TS_CSAT', column('q', 5, 4, 3, ''))).toBe(2 / 3)
    expect(en('TS_CSAT', [[7, 6, 5, 1]], '', 7)).toBe(0.5)
    expect(en('TS_CSAT', [[0, 10]], 10, 10)).toBe(0.5)
  })

  it('TS_RATE_CI gives three cells a row, blank where there were no trials', () => {
    const [row] = en('TS_RATE_CI', 15, 148) as number[][]
    expect(row?.map((cell) => cell.toFixed(4))).toEqual(['0.1014', '0.0624', '0.1605'])
    expect(en('TS_RATE_CI', column('yes', 0), column('of', 0))).toEqual([
      ['rate', 'low', 'high'],
      ['', '', ''],
    ])
  })
})

describe('TS_GOAL_PROGRESS', () => {
  it('judges each goal by its dates', () => {
    const actual = column('actual', 50, 40, '', 100)
    const target = column('target', 100, 100, 100, 100)
    const start = column('start', '2024-01-01', '2024-01-01', '2024-01-01', '')
    const due = column('due', '2024-01-11', '2024-01-11', '2024-01-11', '')
    expect(en('TS_GOAL_PROGRESS', actual, target, '', start, due, '2024-01-06')).toEqual([
      ['progress', 'pace', 'projected', 'status'],
      [0.5, 1, 100, 'On track'],
      [0.4, 0.8, 80, 'Behind'],
      ['', '', '', ''],
      [1, '', '', 'Achieved'],
    ])
  })

  it('takes single values', () => {
    expect(en('TS_GOAL_PROGRESS', 6, 5, 8)).toEqual([[2 / 3, '', '', '']])
    expect(zh('TS_GOAL_PROGRESS', 9, 10, 0, '2024-01-01', '2024-02-01', '2024-03-01')).toMatchObject([{ 3: '未达成' }])
  })
})
