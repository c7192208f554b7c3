import type { WorkedExample } from '../worked-example.ts'

const customer = { en: 'customer', 'zh-CN': '客户' }
const champions = { en: 'Champions', 'zh-CN': '冠军客户' }
const loyal = { en: 'Loyal Customers', 'zh-CN': '忠诚客户' }
const atRisk = { en: 'At Risk', 'zh-CN': '有流失风险' }
const newCustomers = { en: 'New Customers', 'zh-CN': '新客户' }

/** RFM and segments: one worked example per function. */
export const rfmExamples: Record<string, WorkedExample> = {
  TS_RFM: {
    cells: [
      [customer, { en: 'date', 'zh-CN': '日期' }, { en: 'amount', 'zh-CN': '金额' }],
      ['C01', '2024-01-15', 120],
      ['C02', '2024-02-03', 40],
      ['C01', '2024-03-20', 90],
      ['C03', '2024-04-02', 300],
      ['C04', '2024-04-18', 25],
      ['C01', '2024-05-09', 150],
      ['C03', '2024-05-21', 280],
      ['C05', '2024-06-11', 60],
      ['C01', '2024-06-25', 110],
    ],
    formula: '=TS_RFM(A1:A10, B1:B10, C1:C10, DATE(2024,7,1))',
  },
  TS_RFM_SCORE: {
    cells: [
      [
        { en: 'days since', 'zh-CN': '距今天数' },
        { en: 'orders', 'zh-CN': '订单数' },
        { en: 'total', 'zh-CN': '总金额' },
      ],
      [3, 12, 2400],
      [10, 8, 950],
      [25, 5, 1600],
      [60, 3, 310],
      [150, 2, 120],
      [320, 1, 45],
    ],
    formula: '=TS_RFM_SCORE(A1:A7, B1:B7, C1:C7)',
  },
  TS_RFM_SEGMENT: {
    cells: [
      [customer, 'R', 'F'],
      ['C01', 5, 5],
      ['C02', 4, 2],
      ['C03', 5, 1],
      ['C04', 3, 3],
      ['C05', 2, 4],
      ['C06', 1, 1],
    ],
    formula: '=TS_RFM_SEGMENT(B1:B7, C1:C7)',
  },
  TS_SEGMENT_SUMMARY: {
    cells: [
      [customer, { en: 'segment', 'zh-CN': '客户细分' }, { en: 'revenue', 'zh-CN': '销售额' }],
      ['C01', champions, 5200],
      ['C02', newCustomers, 180],
      ['C03', loyal, 1900],
      ['C04', champions, 4100],
      ['C05', atRisk, 2300],
      ['C06', newCustomers, 240],
      ['C07', loyal, 1500],
      ['C08', newCustomers, 90],
    ],
    formula: '=TS_SEGMENT_SUMMARY(B1:B9, C1:C9)',
    picture: { kind: 'bars', labels: 0, values: [2, 4] },
  },
}
