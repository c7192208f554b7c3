import { fold } from '../headers.ts'

/** What the sales indicators are counted from: the names of each, English first, then Chinese. */
export const salesInputs = {
  plan: ['plan', '计划销售额', '销售计划', '计划'],
  sales: ['sales', '销售额', '实际销售额'],
  prior_sales: ['prior_sales', '上期销售额', '前期销售额'],
  list_value: ['list_value', '标价金额', '定价金额', '按标价金额'],
  expenses: ['expenses', '销售费用', '费用'],
  collected: ['collected', '回款额', '已回款', '实收款'],
  due: ['due', '应收款', '应收额', '应回款'],
  visits: ['visits', '拜访次数', '访问次数'],
  successful_visits: ['successful_visits', '成功拜访次数', '成功访问次数'],
  complaints: ['complaints', '投诉次数', '投诉数', '投诉'],
  customers: ['customers', '客户数', '客户总数'],
  new_customers: ['new_customers', '新客户数', '新增客户数'],
  customers_start: ['customers_start', '期初客户数'],
  retained: ['retained', '保留客户数', '留存客户数'],
} as const

export type SalesInput = keyof typeof salesInputs

/** The input that a heading names in English or Chinese; case, spaces, underscores and full width do not count. */
export function salesInput(heading: string): SalesInput | undefined {
  return (Object.keys(salesInputs) as SalesInput[]).find((input) =>
    salesInputs[input].some((name) => fold(name) === fold(heading)),
  )
}
