import type { WorkedExample } from '../worked-example.ts'

const orders: WorkedExample['cells'] = [
  [
    { en: 'customer', 'zh-CN': '客户' },
    { en: 'date', 'zh-CN': '日期' },
    { en: 'amount', 'zh-CN': '金额' },
  ],
  ['C01', '2024-01-02', 35],
  ['C02', '2024-01-17', 80],
  ['C02', '2024-01-19', 100],
  ['C02', '2024-01-23', 110],
  ['C03', '2024-01-23', 70],
  ['C04', '2024-02-02', 90],
  ['C03', '2024-02-02', 55],
  ['C04', '2024-02-28', 55],
  ['C04', '2024-03-06', 60],
  ['C04', '2024-03-17', 70],
  ['C04', '2024-05-07', 60],
  ['C04', '2024-06-12', 55],
]

/** Customer value: one worked example per function. */
export const clvExamples: Record<string, WorkedExample> = {
  TS_CLV: {
    cells: orders,
    formula: '=TS_CLV(A1:A13, B1:B13, C1:C13, DATE(2024,7,1), 12, 0.01, 0.3)',
    picture: { kind: 'bars', labels: 0, values: [4] },
  },
  TS_CLV_FIT: {
    cells: orders,
    formula: '=TS_CLV_FIT(A1:A13, B1:B13, C1:C13, DATE(2024,7,1))',
  },
  TS_CLV_SUMMARY: {
    cells: orders,
    formula: '=TS_CLV_SUMMARY(A1:A13, B1:B13, C1:C13, DATE(2024,7,1))',
  },
  TS_CLV_SIMPLE: {
    cells: [
      [
        { en: 'order value', 'zh-CN': '客单价' },
        { en: 'orders a year', 'zh-CN': '年订单数' },
      ],
      [50, 4],
      [120, 2],
      [15, 20],
    ],
    formula: '=TS_CLV_SIMPLE(A1:A4, B1:B4, 3, 0.3)',
  },
  TS_CLV_RETENTION: {
    cells: [
      [
        { en: 'margin a year', 'zh-CN': '年利润' },
        { en: 'retention', 'zh-CN': '客户保留率' },
      ],
      [100, 0.9],
      [100, 0.8],
      [100, 0.5],
      [250, 0.5],
    ],
    formula: '=TS_CLV_RETENTION(A1:A5, B1:B5, 0.1)',
  },
  TS_CHURN_RISK: {
    cells: orders.map((row) => row.slice(0, 2)),
    formula: '=TS_CHURN_RISK(A1:A13, B1:B13, DATE(2024,7,1), 60)',
    picture: { kind: 'bars', labels: 0, values: [1] },
  },
}
