import type { WorkedExample } from '../worked-example.ts'

const month = { en: 'month', 'zh-CN': '月份' }
const satisfaction = { en: 'satisfied %', 'zh-CN': '满意率%' }

/** Trends and forecasts: one worked example per function. */
export const statisticsExamples: Record<string, WorkedExample> = {
  TS_TREND: {
    cells: [
      [month, satisfaction],
      ['2024-01-01', 78],
      ['2024-02-01', 79],
      ['2024-03-01', 81],
      ['2024-04-01', 80],
      ['2024-05-01', 83],
      ['2024-06-01', 84],
      ['2024-07-01', 84],
      ['2024-08-01', 86],
    ],
    formula: '=TS_TREND(B1:B9, A1:A9)',
  },
  TS_FORECAST_INTERVAL: {
    cells: [
      [month, satisfaction],
      ['2024-01', 78],
      ['2024-02', 80],
      ['2024-03', 83],
      ['2024-04', 82],
      ['2024-05', 87],
      ['2024-06', 88],
      ['2024-07', 91],
      ['2024-08', 92],
    ],
    formula: '=TS_FORECAST_INTERVAL(B1:B9, 4, "LINEAR", 0.95, 0, 100)',
    picture: { kind: 'lines', labels: 0, values: [1, 2, 3] },
  },
}
