import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
})

const closeTo = (figure: number) => expect.closeTo(figure, 9)
const rowsOf = (result: unknown) => result as unknown[][]

describe('TS_TREND', () => {
  const header = ['slope', 'p', 'Kendall tau', 'direction']
  // R 4: cor.test(1:10, y, method = "kendall", exact = FALSE, continuity = TRUE), lm(y ~ t)
  const rising = [2, 3, 3, 5, 4, 5, 5, 9, 7, 9]

  it('counts the slope by rows, from a column with a heading and an open end', () => {
    expect(en('TS_TREND', column('score', ...rising, '', ''))).toEqual([
      header,
      [closeTo(0.7393939393939396), closeTo(0.0013555105460926738), closeTo(0.848528137423857), 'Up'],
    ])
    expect(en('TS_TREND', column(...rising.map((value) => -value)), '', 0)).toEqual([
      [closeTo(-0.7393939393939396), closeTo(0.0013555105460926738), closeTo(-0.848528137423857), 'Down'],
    ])
  })

  it('counts a blank cell as a period without a figure', () => {
    expect(en('TS_TREND', column(1, '', '', 4, 5, ''), '', 0)).toEqual([
      [closeTo(1), closeTo(0.29626987148), 1, 'No clear trend'],
    ])
  })

  it('counts the slope by days where there are dates, in any order, several figures a day', () => {
    const days = column(
      'day',
      ...['06', '06', '05', '04', '03', '03', '03', '02', '01', '01'].map((d) => `2024-01-${d}`),
    )
    const values = column('score', 9, 7, 9, 5, 5, 4, 5, 3, 3, 2)
    // R 4: cor.test(c(1,1,2,3,3,3,4,5,6,6), c(2,3,3,5,4,5,5,9,7,9), ...), lm
    const wanted = [header, [closeTo(1.2236842105263157), closeTo(0.0020174587432356915), closeTo(0.85), 'Up']]
    expect(en('TS_TREND', values, days)).toEqual(wanted)
    expect(en('TS_TREND', [...values, ['']], [...days, ['2024-01-09']])).toEqual(wanted)
    expect(zh('TS_TREND', values, days)).toMatchObject([['斜率', 'p值', 'Kendall τ', '趋势'], { 3: '上升' }])
  })

  it('finds no trend in figures that are all equal, and no tau', () => {
    expect(en('TS_TREND', column(4, 4, 4, 4), '', 0)).toEqual([[0, 1, '', 'No clear trend']])
    expect(zh('TS_TREND', column(4, 4, 4, 4), '', 0)).toEqual([[0, 1, '', '无明确趋势']])
  })

  it('takes 100,000 figures, far too many to compare each with each', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => [(i * 7919) % 100_003])
    expect(rowsOf(en('TS_TREND', many))[1]?.[3]).toBe('No clear trend')
  })
})

describe('TS_FORECAST_INTERVAL', () => {
  const header = ['period', 'forecast', 'low', 'high']
  const values = [3, 5, 4, 6, 7, 6, 9, 8]

  it('carries a column on under a header', () => {
    // R 4: predict(lm(y ~ t), data.frame(t = 9:10), interval = "prediction", level = 0.8)
    expect(en('TS_FORECAST_INTERVAL', column('score', ...values, '', ''), 2, '', 0.8)).toEqual([
      header,
      [9, closeTo(9.321428571428571), closeTo(7.63551610666041), closeTo(11.007341036196731)],
      [10, closeTo(10.05952380952381), closeTo(8.253040362431701), closeTo(11.86600725661592)],
    ])
    expect(zh('TS_FORECAST_INTERVAL', column(...values), 1)).toMatchObject([
      ['期数', '预测值', '下限', '上限'],
      { 0: 9 },
    ])
  })

  it('knows HOLT and THEILSEN, bounds, and arguments left out between commas', () => {
    // R 4: HoltWinters(alpha = .5, beta = .3, gamma = FALSE)
    expect(en('TS_FORECAST_INTERVAL', column(10, 12, 13, 15, 14, 18, 19, 22), 1, 'holt', '', '', 25, 0)).toEqual([
      [9, closeTo(23.011539828125), closeTo(20.06703322802025), 25],
    ])
    const [row] = rowsOf(en('TS_FORECAST_INTERVAL', column(...values), 1, 'THEILSEN', '', 4, '', 0))
    expect(row).toEqual([9, closeTo(9.42142857142857), 4, closeTo(15.925820705863636)])
  })

  it('leaves periods without a figure out, wherever they are', () => {
    const [inside] = rowsOf(en('TS_FORECAST_INTERVAL', column(1, '', 3, 4), 1, '', '', '', '', 0))
    expect(inside).toEqual([5, closeTo(5), closeTo(5), closeTo(5)])
    const [ahead] = rowsOf(en('TS_FORECAST_INTERVAL', column('score', '', 1, 2, 3), 1, 'HOLT', '', '', '', 0))
    expect(ahead).toEqual([5, 4, 4, 4])
  })

  it('takes equal figures and equal bounds', () => {
    for (const method of ['LINEAR', 'HOLT', 'THEILSEN']) {
      expect(en('TS_FORECAST_INTERVAL', column(7, 7, 7), 2, method, '', '', '', 0)).toEqual([
        [4, 7, 7, 7],
        [5, 7, 7, 7],
      ])
    }
    expect(en('TS_FORECAST_INTERVAL', column(7, 8, 9), 1, '', '', 5, 5, 0)).toEqual([[4, 5, 5, 5]])
  })

  it('looks 10,000 periods ahead at most', () => {
    expect(en('TS_FORECAST_INTERVAL', column(1, 2, 4), 10_000)).toHaveLength(10_001)
  })
})

describe('errors', () => {
  const four = column(1, 3, 2, 5)
  it.each([
    ['TS_TREND', [], 'values is missing. Give a range or a value.'],
    ['TS_TREND', [7], 'values has 1 number, and 3 are needed at least. Choose a longer range.'],
    ['TS_TREND', [column('')], 'values has 0 numbers, and 3 are needed at least. Choose a longer range.'],
    ['TS_TREND', [column('n', 1, '', 2)], 'values has 2 numbers, and 3 are needed at least. Choose a longer range.'],
    ['TS_TREND', [column('n', 1, 'x', 2)], '"x" in row 3 of values is not a number. Enter it as a number.'],
    ['TS_TREND', [[[1, 2, 3]]], 'values has 3 columns. Give one column.'],
    ['TS_TREND', [four, column(1)], 'values has 4 rows, dates has 1. Give ranges of the same size.'],
    [
      'TS_TREND',
      [four, column('2024-01-01', '', '2024-01-03', '2024-01-04')],
      'dates has nothing in row 2. Fill it in, or clear the whole row.',
    ],
    [
      'TS_TREND',
      [four, column('2024-01-01', '2024-01-01', '2024-01-01', '2024-01-01')],
      'all dates are the same day. Give values of two days at least.',
    ],
    [
      'TS_TREND',
      [four, column('2024-01-01', '03/04/2024', '2024-01-01', '2024-01-01')],
      '"03/04/2024" in row 2 of dates could be day-first or month-first. Use dates or 2024-12-31.',
    ],
    ['TS_FORECAST_INTERVAL', [], 'values is missing. Give a range or a value.'],
    ['TS_FORECAST_INTERVAL', [four], 'periods is missing. Give a range or a value.'],
    ['TS_FORECAST_INTERVAL', [four, 0], '0 for periods is less than 1. Correct it.'],
    ['TS_FORECAST_INTERVAL', [four, 1.5], '1.5 for periods is not a whole number. Correct it.'],
    ['TS_FORECAST_INTERVAL', [four, 10_001], '10001 for periods is not between 1 and 10000. Correct it.'],
    ['TS_FORECAST_INTERVAL', [four, 1, 'ARIMA'], '"ARIMA" is no method. Use LINEAR, HOLT or THEILSEN.'],
    ['TS_FORECAST_INTERVAL', [four, 1, '', 1], 'confidence 1 is not between 0 and 1. Use 0.95 for 95 %.'],
    ['TS_FORECAST_INTERVAL', [four, 1, '', '', 10, 0], '0 for max is less than 10. Correct it.'],
    [
      'TS_FORECAST_INTERVAL',
      [column(1, 2), 1],
      'values has 2 numbers, and 3 are needed at least. Choose a longer range.',
    ],
    [
      'TS_FORECAST_INTERVAL',
      [column('n', 1, 2, '', 4), 1, 'HOLT'],
      'values has nothing in row 4, and HOLT needs every period. Fill it in, or use method "LINEAR".',
    ],
    [
      'TS_FORECAST_INTERVAL',
      [Array.from({ length: 4001 }, (_, i) => [i]), 1, 'THEILSEN'],
      'values has 4001 numbers, and THEILSEN takes at most 4000. Choose a shorter range, or use method "LINEAR".',
    ],
  ])('%s: case %#', (name, args, sentence) => {
    expect(messageOf(() => en(name, ...args))).toBe(`${name}: ${sentence}`)
  })

  it.each([
    ['TS_TREND', [column(1, 2)], 'values有2个数字，至少需要3个。请选择更长的区域。'],
    ['TS_TREND', [column(1, 2, 3), column(45000, 45000, 45000)], '所有日期都是同一天。请至少给出两天的数值。'],
    [
      'TS_FORECAST_INTERVAL',
      [column(1, '', 3), 1, 'HOLT'],
      'values第2行是空的，而HOLT每期都要有数值。请填写，或使用method "LINEAR"。',
    ],
    [
      'TS_FORECAST_INTERVAL',
      [Array.from({ length: 4001 }, (_, i) => [i]), 1, 'THEILSEN'],
      'values有4001个数字，THEILSEN最多接受4000个。请缩小区域，或使用method "LINEAR"。',
    ],
  ])('%s, in Chinese: case %#', (name, args, sentence) => {
    expect(messageOf(() => zh(name, ...args))).toBe(`${name}: ${sentence}`)
  })
})
