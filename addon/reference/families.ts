import type { Both } from './reference.ts'

/** The folders of `addon/formulas/`, in the order in which people read about them. */
export const FAMILIES: Record<string, Both<string>> = {
  rfm: { en: 'RFM and segments', 'zh-CN': 'RFM 与客户细分' },
  scoring: { en: 'Scores, weights and tiers', 'zh-CN': '评分、权重与分级' },
  customers: { en: 'Life cycle, retention and cohorts', 'zh-CN': '生命周期、客户保留与同期群' },
  clv: { en: 'Customer value and churn risk', 'zh-CN': '客户价值与流失风险' },
  surveys: { en: 'Surveys', 'zh-CN': '问卷调查' },
  goals: { en: 'Goals and KPIs', 'zh-CN': '目标与关键绩效指标' },
  people: { en: 'Staff and customer care', 'zh-CN': '人员与客户维护' },
  statistics: { en: 'Trends and forecasts', 'zh-CN': '趋势与预测' },
  live: { en: 'Live figures', 'zh-CN': '实时数据' },
}
