import type { FunctionText } from '../function-text.ts'

/** 客户价值函数的中文说明。 */
export const clvTexts: Record<string, FunctionText> = {
  TS_CLV_SIMPLE: {
    summary: '客户在留存期内的价值：客单价 × 年订单数 × 年数 × 利润率。',
    parameters: {
      order_value: '通常的订单金额，或一列金额。',
      orders_per_year: '每年的订单数。',
      years: '客户留存的年数。',
      margin: '利润所占比例，0.3 即 30%；省略时为 1。',
    },
    returns: '客户价值。',
  },
}
