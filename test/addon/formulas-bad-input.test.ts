import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN' })
})

const ids = column('id', 'a', 'b')
const dates = column('date', '2024-01-01', '2024-01-02')
const amounts = column('amount', 1, 2)
const data = [
  [1, 2],
  [3, 4],
]

describe('a bad argument is one sentence that says what, where and what to do', () => {
  it.each<[string, unknown[], string]>([
    ['TS_RFM', [ids, dates], 'amounts is missing. Give a range or a value.'],
    [
      'TS_RFM',
      [ids, column('date', '2024-01-01', ''), amounts],
      'dates has nothing in row 3. Fill it in, or clear the whole row.',
    ],
    [
      'TS_RFM',
      [ids, column('d', '2024-01-01', '31/12/2024'), amounts],
      '"31/12/2024" in row 3 of dates could be day-first or month-first. Use dates or 2024-12-31.',
    ],
    [
      'TS_RFM',
      [ids, column('d', '2024-01-01', '2024-02-30'), amounts],
      '"2024-02-30" in row 3 of dates is not a date. Use dates or 2024-12-31.',
    ],
    [
      'TS_RFM',
      [ids, column('d', 20240131, 1), amounts],
      '"20240131" in row 2 of dates is not a date. Use dates or 2024-12-31.',
    ],
    [
      'TS_RFM',
      [ids, dates, column('amount', 1, '2.5 kg')],
      '"2.5 kg" in row 3 of amounts is not a number. Enter it as a number.',
    ],
    [
      'TS_RFM',
      [column('a'), column('2024-01-01'), column('1,200')],
      '"1,200" in row 1 of amounts is text, and its comma or dot could mark thousands or decimals. Enter it as a number.',
    ],
    [
      'TS_RFM',
      [column('a'), column('2024-01-01'), column('12.500')],
      '"12.500" in row 1 of amounts is text, and its comma or dot could mark thousands or decimals. Enter it as a number.',
    ],
    ['TS_RFM', [ids, dates, column(1, 2)], 'ids has 3 rows, amounts has 2. Give ranges of the same size.'],
    [
      'TS_RFM',
      [column('id', '#N/A', 'b'), dates, amounts],
      '"#N/A" in row 2 of ids is not a name. Use text or a number.',
    ],
    [
      'TS_PARETO',
      [column('#1', '#DIV/0!'), amounts.slice(1)],
      '"#DIV/0!" in row 2 of items is not a name. Use text or a number.',
    ],
    [
      'TS_LIFECYCLE',
      [column(true), column('2024-01-01')],
      '"TRUE" in row 1 of ids is not a name. Use text or a number.',
    ],
    ['TS_TIER', [column('#REF!', 5), 3], '"#REF!" in row 1 of scores is not a number. Enter it as a number.'],
    ['TS_TIER', [column('#12', 5), 3], '"#12" in row 1 of scores is not a number. Enter it as a number.'],
    [
      'TS_COHORT',
      [column('a', 'b'), column('#NUM!', '2024-01-01')],
      '"#NUM!" in row 1 of dates is not a date. Use dates or 2024-12-31.',
    ],
    [
      'TS_RFM_SEGMENT',
      [
        5,
        5,
        '',
        [
          ['Best', '4-5', '', '', ''],
          ['Top', 4, 5, 4, 5],
        ],
      ],
      'rules has nothing in row 1. Fill it in, or clear the whole row.',
    ],
    ['TS_RFM_SEGMENT', [5, 5, '', [['Top', 5, 5, 5, 4]]], '4 in row 1 of rules is less than 5. Correct it.'],
    ['TS_RFM', [data, dates, amounts], 'ids has 2 columns. Give one column.'],
    [
      'TS_RFM',
      [column('id', 'a', true), dates, amounts],
      '"TRUE" in row 3 of ids is not a name. Use text or a number.',
    ],
    [
      'TS_RFM',
      [ids, dates, amounts, '03/04/2024'],
      '"03/04/2024" for as_of could be day-first or month-first. Use dates or 2024-12-31.',
    ],
    ['TS_RFM', [ids, dates, amounts, '', 1], '1 for bins is less than 2. Correct it.'],
    ['TS_RFM', [ids, dates, amounts, '', 2.5], '2.5 for bins is not a whole number. Correct it.'],
    ['TS_RFM', [ids, dates, amounts, '', [[5, 3]]], 'bins has 2 values. Give one, or three for R, F and M.'],
    ['TS_RFM', [ids, dates, amounts, '', '', 'BEST'], '"BEST" is no method. Use VALUE or RANK.'],
    ['TS_RFM', [ids, dates, amounts, '', '', '', 'MINE'], '"MINE" is no rules. Use GRID, RFM10, CLASSIC or RFM8.'],
    [
      'TS_RFM',
      [ids, dates, amounts, '', '', '', data],
      'rules has 2 columns. Give name, R low, R high, F low, F high, and if wanted M low, M high.',
    ],
    ['TS_RFM', [ids, dates, amounts, '', '', '', '', 2], '"2" is no headers. Use 1 or 0.'],
    ['TS_RFM_SEGMENT', [column(6), column(1)], '6 in row 1 of R is not between 1 and 5. Correct it.'],
    ['TS_RFM_SEGMENT', [5, 5, '', 'CLASSIC'], 'these rules look at M too. Give the M scores, or use rules "GRID".'],
    [
      'TS_RFM_SEGMENT',
      [5, 5, 5, 'RFM8'],
      'rules "RFM8" compares raw values with their means. Use TS_RFM, which has them.',
    ],
    [
      'TS_TIER',
      [column('score', 'high'), [[60, 80]]],
      '"high" in row 2 of scores is not a number. Enter it as a number.',
    ],
    ['TS_TIER', [50], 'thresholds is missing. Give a range or a value.'],
    ['TS_TIER', [50, column('', '')], 'thresholds has nothing in it. Fill it in, or choose another range.'],
    ['TS_TIER', [50, [[80, 60]]], 'thresholds has 60 after 80. Order them from lowest to highest, each once.'],
    ['TS_TIER', [50, [[60, 80]], [['A']]], '1 label for 3 tiers. Give 3 labels, lowest tier first.'],
    ['TS_WEIGHTED_SCORE', [data, [[1]]], 'weights has 1 value for 2 columns of data. Give one for each.'],
    [
      'TS_WEIGHTED_SCORE',
      [data, [[1, -1]]],
      'weight -1 is negative. Use 0 or more, and direction -1 where lower is better.',
    ],
    ['TS_WEIGHTED_SCORE', [data, [[0, 0]]], 'all weights are 0. Make at least one of them larger.'],
    [
      'TS_WEIGHTED_SCORE',
      [data, [[1, 1]], [[1, 0]]],
      'direction 0 is not known. Use 1 (higher is better) or -1 (lower is better).',
    ],
    ['TS_NORMALIZE', [data, 'MINMAX', '', 0], '0 for scale is not above 0. Correct it.'],
    ['TS_LIFECYCLE', [ids, dates, '', 90, 30], '30 for lost_days is less than 90. Correct it.'],
    ['TS_COHORT', [ids, dates, 'MONTH', 'VALUE'], 'output VALUE adds up amounts. Give the range of amounts.'],
    ['TS_RETENTION_RATE', [100, 5, 6], 'new_customers is more than customers_at_end in row 1. Correct one of them.'],
    [
      'TS_RETENTION_RATE',
      [column('start', 10, 5), column('end', 10, 9), column('new', 0, 3)],
      'customers_at_end - new_customers is more than customers_at_start in row 3. Correct one of them.',
    ],
    ['TS_NPS', [column(10, 3), column(0, 0)], 'all weights are 0. Make at least one of them larger.'],
    [
      'TS_NPS',
      [column('x', 'y'), column(0, 0)],
      'scores has no answer from 0 to 10. Choose the range with the answers.',
    ],
    [
      'TS_WEIGHTED_SCORE',
      [data, [[1, '', 2]]],
      'there is nothing in column 2 of weights, but something after it. Fill it in.',
    ],
    ['TS_TIER', [5, column(1, '', 2)], 'there is nothing in row 2 of thresholds, but something after it. Fill it in.'],
    ['TS_TIER', [5, [[1, 'x']]], '"x" in column 2 of thresholds is not a number. Enter it as a number.'],
    ['TS_TIER', [5, [[1]], [['a', true]]], '"TRUE" in column 2 of labels is not a name. Use text or a number.'],
    ['TS_NPS', [column('n/a', '')], 'scores has no answer from 0 to 10. Choose the range with the answers.'],
    ['TS_NPS', [column(9, 10), column(1, -1)], '-1 in row 2 of weights is less than 0. Correct it.'],
    ['TS_NPS_STATS', [column(9, 10), 95], 'confidence 95 is not between 0 and 1. Use 0.95 for 95 %.'],
    ['TS_CSAT', [column(5, 6)], '6 in row 2 of scores is not between 1 and 5. Correct it.'],
    ['TS_CSAT', [column(5, 6), '', 6], 'a scale of 6 has no usual threshold. Give threshold.'],
    ['TS_RATE_CI', [5, 4], '5 in row 1 of successes is not between 0 and 4. Correct it.'],
    [
      'TS_GOAL_PROGRESS',
      [1, 2, '', '2024-01-01', '2024-02-01'],
      'start and due need as_of, the day to judge by. Point it at a cell with a date.',
    ],
    ['TS_GOAL_PROGRESS', [1, 2, '', '2024-01-01'], 'row 1 has only one of start and due. Give both or neither.'],
    ['TS_GOAL_PROGRESS', [1, 2, 2], 'target equals baseline in row 1, so there is no way to go. Correct one of them.'],
    [
      'TS_GOAL_PROGRESS',
      [1, 2, '', '2024-02-01', '2024-01-01', '2024-01-15'],
      'due is not after start in row 1. Correct one of them.',
    ],
  ])('%s of %j', (name, args, sentence) => {
    expect(messageOf(() => en(name, ...args))).toBe(`${name}: ${sentence}`)
  })

  it.each<[string, unknown[], string, string]>([
    ['TS_CLV_SIMPLE', [50, 4, 3, 30], '30 in row 1 of margin', '0.3'],
    ['TS_CLV_RETENTION', [100, 0.8, 10], '10 in row 1 of discount', '0.01'],
    ['TS_CLV_RETENTION', [100, 0.8, 1], '1 in row 1 of discount', '0.01'],
    ['TS_CLV', [ids, dates, amounts, '', 12, 1], '1 for monthly_rate', '0.01'],
    ['TS_CLV', [ids, dates, amounts, '', 12, '', 30], '30 for margin', '0.3'],
    ['TS_KPI_SCORE', [column(1), column(1), '', '', '', 120], '120 for cap', '1.2'],
  ])('%s of %j, per cent for a share', (name, args, what, share) => {
    const sentence = `${what} is too large. Write ${100 * Number(share)} % as ${share}.`
    expect(messageOf(() => en(name, ...args))).toBe(`${name}: ${sentence}`)
    expect(messageOf(() => zh(name, ...args))).toMatch(`太大。${100 * Number(share)}%请写${share}。`)
  })

  it('TS_RATE_CI of a share where a count is meant', () => {
    expect(messageOf(() => en('TS_RATE_CI', 0.7, 60))).toBe(
      'TS_RATE_CI: 0.7 in row 1 of successes is not a whole number. Give how many there were, not their share.',
    )
    expect(messageOf(() => zh('TS_RATE_CI', column(3), column(6.5)))).toBe(
      'TS_RATE_CI: n第1行的6.5不是整数。请给出次数，而不是比例。',
    )
  })

  it.each<[string, unknown[]]>([
    ['TS_LIFECYCLE', [ids, dates, 90, 200]],
    ['TS_CHURN_RISK', [ids, dates, 90]],
    ['TS_RFM', [ids, dates, amounts, 90]],
    ['TS_CLV', [ids, dates, amounts, 90]],
    ['TS_CLV_FIT', [ids, dates, amounts, 90]],
    ['TS_CLV_SUMMARY', [ids, dates, amounts, 90]],
  ])('%s of a number in the place of as_of', (name, args) => {
    expect(messageOf(() => en(name, ...args))).toBe(
      `${name}: as_of (1900-03-30) is before the first order (2024-01-01). Give a later day, or leave its place between the commas empty.`,
    )
    expect(messageOf(() => zh(name, ...args))).toBe(
      `${name}: as_of（1900-03-30）早于第一笔订单（2024-01-01）。请给出更晚的日期，或让两个逗号之间空着。`,
    )
  })

  it('in the language of the spreadsheet', () => {
    const day = column('d', '2024-01-01', '31/12/2024')
    expect(messageOf(() => zh('TS_RFM', ids, day, amounts))).toBe(
      'TS_RFM: dates第3行的“31/12/2024”分不清日和月的先后。请使用日期，或写成2024-12-31。',
    )
    expect(messageOf(() => zh('TS_TIER', 50, [[60, '', 80]]))).toBe(
      'TS_TIER: thresholds第2列是空的，后面却还有内容。请填写。',
    )
    expect(messageOf(() => zh('TS_TIER', 50, [[80, 60]]))).toBe(
      'TS_TIER: thresholds中60排在80之后。请从低到高排列，不要重复。',
    )
  })

  it('for a result that Sheets would refuse', () => {
    const scores = Array.from({ length: 400_001 }, () => [1])
    expect(messageOf(() => en('TS_TIER', scores, [[60, 80]]))).toBe(
      'TS_TIER: the result has 400001 cells, and a sheet takes 400000 from one formula. Use a shorter range, or Tiersheet in the sidebar.',
    )
  })
})
