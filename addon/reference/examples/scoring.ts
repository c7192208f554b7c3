import type { WorkedExample } from '../worked-example.ts'

const customer = { en: 'customer', 'zh-CN': '客户' }
const revenue = { en: 'revenue', 'zh-CN': '销售额' }
const orders = { en: 'orders', 'zh-CN': '订单数' }
const daysLate = { en: 'days late', 'zh-CN': '逾期天数' }

/** Five customers by three indicators, the last of them better when low. */
const indicators: WorkedExample['cells'] = [
  [customer, revenue, orders, daysLate],
  ['C01', 52000, 24, 2],
  ['C02', 18000, 31, 0],
  ['C03', 75000, 12, 15],
  ['C04', 9000, 6, 30],
  ['C05', 33000, 18, 5],
]

/** Scores, weights and tiers: one worked example per function. */
export const scoringExamples: Record<string, WorkedExample> = {
  TS_WEIGHTED_SCORE: { cells: indicators, formula: '=TS_WEIGHTED_SCORE(B1:D6, {3,2,1}, {1,1,-1})' },
  TS_SCORE_PARTS: { cells: indicators, formula: '=TS_SCORE_PARTS(B1:D6, {3,2,1}, {1,1,-1})' },
  TS_NORMALIZE: { cells: indicators, formula: '=TS_NORMALIZE(B1:D6, "MINMAX", {1,1,-1})' },
  TS_TIER: {
    cells: [
      [customer, { en: 'score', 'zh-CN': '评分' }],
      ['C01', 91],
      ['C02', 80],
      ['C03', 67.5],
      ['C04', 42],
    ],
    formula: {
      en: '=TS_TIER(B1:B5, {60,80}, {"Basic","Silver","Gold"})',
      'zh-CN': '=TS_TIER(B1:B5, {60,80}, {"普通","银牌","金牌"})',
    },
  },
  TS_QUANTILE_TIER: {
    cells: [
      [customer, revenue],
      ['C01', 52000],
      ['C02', 18000],
      ['C03', 75000],
      ['C04', 9000],
      ['C05', 18000],
    ],
    formula: '=TS_QUANTILE_TIER(B1:B6, 3)',
  },
  TS_ABC_CLASS: {
    cells: [
      [customer, revenue],
      ['C01', 5200],
      ['C02', 900],
      ['C03', 2600],
      ['C04', 400],
      ['C05', 700],
      ['C06', 200],
    ],
    formula: '=TS_ABC_CLASS(B1:B7)',
  },
  TS_PARETO: {
    cells: [
      [
        { en: 'complaint', 'zh-CN': '投诉原因' },
        { en: 'cases', 'zh-CN': '件数' },
      ],
      [{ en: 'Late delivery', 'zh-CN': '送货延迟' }, 38],
      [{ en: 'Damaged goods', 'zh-CN': '货物破损' }, 12],
      [{ en: 'Wrong item', 'zh-CN': '发错货' }, 21],
      [{ en: 'Billing', 'zh-CN': '账单问题' }, 6],
      [{ en: 'Late delivery', 'zh-CN': '送货延迟' }, 17],
      [{ en: 'Other', 'zh-CN': '其他' }, 4],
    ],
    formula: '=TS_PARETO(A1:A7, B1:B7)',
    picture: { kind: 'bars', labels: 0, values: [2, 3] },
  },
  TS_WEIGHTS: { cells: indicators, formula: '=TS_WEIGHTS(B1:D6, "CRITIC", {1,1,-1})' },
  TS_AHP_WEIGHTS: {
    cells: [
      ['', revenue, orders, daysLate],
      [revenue, 1, 2, 5],
      [orders, '', 1, 3],
      [daysLate, '', '', 1],
    ],
    formula: '=TS_AHP_WEIGHTS(B2:D4)',
  },
  TS_TOPSIS: { cells: indicators, formula: '=TS_TOPSIS(B1:D6, {3,2,1}, {1,1,-1})' },
  TS_COMPLETENESS: {
    cells: [
      [
        customer,
        { en: 'email', 'zh-CN': '电子邮件' },
        { en: 'phone', 'zh-CN': '电话' },
        { en: 'owner', 'zh-CN': '负责人' },
        { en: 'since', 'zh-CN': '建档日期' },
      ],
      ['Acme', 'hi@acme.test', '555-0101', 'Li', '2023-05-04'],
      ['Birch', '', '555-0102', 'Li', '2024-01-18'],
      ['Cobalt', 'info@cobalt.test', '', '', '2024-02-02'],
      ['Dune', '', '', '', ''],
    ],
    formula: '=TS_COMPLETENESS(A1:E5, {1,2,2,1,1})',
  },
}
