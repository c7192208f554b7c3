import type { Words, WorkedExample } from '../worked-example.ts'

const customer = { en: 'customer', 'zh-CN': '客户' }

/** Ten answers to "How likely are you to recommend us?"; two customers did not answer with a number from 0 to 10. */
const recommend: WorkedExample['cells'] = [
  [customer, { en: 'would recommend', 'zh-CN': '推荐意愿' }],
  ['C01', 10],
  ['C02', 9],
  ['C03', 9],
  ['C04', 7],
  ['C05', 4],
  ['C06', 10],
  ['C07', { en: 'n/a', 'zh-CN': '不适用' }],
  ['C08', 8],
  ['C09', 6],
  ['C10', ''],
]

/** Surveys: one worked example per function. */
export const surveysExamples: Record<string, WorkedExample> = {
  TS_NPS: { cells: recommend, formula: '=TS_NPS(B1:B11)' },
  TS_NPS_STATS: { cells: recommend, formula: '=TS_NPS_STATS(B1:B11)' },
  TS_NPS_GROUP: { cells: recommend, formula: '=TS_NPS_GROUP(B1:B11)' },
  TS_CSAT: {
    cells: answers({ en: 'satisfied', 'zh-CN': '满意度' }, [5, 4, 3, 5, 4, 2, 5, 4]),
    formula: '=TS_CSAT(B1:B9)',
  },
  TS_CES: {
    cells: answers({ en: 'they made it easy', 'zh-CN': '办理省力' }, [7, 6, 5, 7, 3, 6, 4, 7]),
    formula: '=TS_CES(B1:B9, 7, "SHARE")',
  },
  TS_RATE_CI: {
    cells: [
      [
        { en: 'channel', 'zh-CN': '渠道' },
        { en: 'bought again', 'zh-CN': '再次购买' },
        { en: 'asked', 'zh-CN': '询问人数' },
      ],
      [{ en: 'shop', 'zh-CN': '门店' }, 42, 60],
      [{ en: 'online', 'zh-CN': '线上' }, 310, 500],
      [{ en: 'agent', 'zh-CN': '代理' }, 5, 5],
    ],
    formula: '=TS_RATE_CI(B1:B4, C1:C4)',
  },
  TS_COMPARE: {
    cells: [
      [customer, { en: 'handling days, old way', 'zh-CN': '改进前处理天数' }, { en: 'new way', 'zh-CN': '改进后' }],
      ['C01', 6, 4],
      ['C02', 9, 5],
      ['C03', 4, 4],
      ['C04', 7, 3],
      ['C05', 8, 6],
      ['C06', 5, 2],
      ['C07', 7, ''],
      ['C08', 10, 6],
    ],
    formula: '=TS_COMPARE(B1:B9, C1:C9, "MEAN", 0.95, TRUE)',
  },
}

function answers(question: Words, given: readonly number[]): WorkedExample['cells'] {
  return [[customer, question], ...given.map((answer, i) => [`C0${i + 1}`, answer])]
}
