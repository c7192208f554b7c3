import type { WorkedExample } from '../worked-example.ts'

/** Customer value: one worked example per function. */
export const clvExamples: Record<string, WorkedExample> = {
  TS_CLV_SIMPLE: {
    cells: [
      [{ en: 'order value', 'zh-CN': '客单价' }, { en: 'orders a year', 'zh-CN': '年订单数' }],
      [50, 4],
      [120, 2],
      [15, 20],
    ],
    formula: '=TS_CLV_SIMPLE(A1:A4, B1:B4, 3, 0.3)',
  },
}
