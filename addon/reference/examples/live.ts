import type { WorkedExample } from '../worked-example.ts'

/** Live functions: what is typed. The answer is the workspace's, so none stands here. */
export const liveExamples: Record<string, WorkedExample> = {
  TS_SURVEY: {
    cells: [[{ en: 'After service', 'zh-CN': '售后回访' }]],
    formula: '=TS_SURVEY(A1, "NPS", , "tier")',
  },
  TS_COMPLAINTS: {
    cells: [],
    formula: '=TS_COMPLAINTS("OPEN", "tier")',
  },
  TS_CUSTOMER_FACTS: {
    cells: [['C-1001'], ['C-1002']],
    formula: '=TS_CUSTOMER_FACTS(A1:A2, "LAST_NPS, LAST_ANSWER")',
  },
  TS_KPI: {
    cells: [],
    formula: '=TS_KPI("NPS", "tier")',
  },
  TS_LIVE_STATUS: {
    cells: [],
    formula: '=TS_LIVE_STATUS()',
  },
}
