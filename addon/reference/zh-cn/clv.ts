import type { FunctionText } from '../function-text.ts'

const ids = '每笔订单的客户所在列。'
const dates = '每笔订单的日期所在列。同一天的订单算一笔。'
const amounts = '每笔订单的金额所在列，退款为负数。单独一天的退款也算作有订单的一天：请改用原订单的日期，或不要包含。'
const headers = '0 表示不要标题行。'
const model = '"MBG" 表示客户在任何一笔订单后都可能流失，"BG" 表示只在复购后。省略时为 "MBG"。'

/** 客户价值函数的中文说明。 */
export const clvTexts: Record<string, FunctionText> = {
  TS_CLV: {
    summary: '根据谁在何时下单、金额多少，预测每位客户的订单数及其价值。',
    parameters: {
      ids,
      dates,
      amounts,
      as_of: '从哪一天开始预测。省略时为最后一笔订单的次日；之后的订单不计。',
      months: '预测的月数，每月按4.345周计算。省略时为12。',
      monthly_rate: '越晚的订单价值越低的比率，0.01 即每月1%；省略时为0.01。',
      margin: '利润占金额的比例，0.3 即 30%；省略时为 1。',
      model,
      headers,
    },
    returns:
      '每位客户一行：客户、这些月的预期订单数、其间再次下单的概率（始终按 "MBG"）、预期客单价、客户生命周期价值。复购金额合计为0或负数的客户，最后两项留空。',
  },
  TS_CLV_FIT: {
    summary: '拟合TS_CLV所用的复购模型和金额模型，并给出各参数的可靠程度。',
    parameters: {
      ids,
      dates,
      amounts,
      as_of: '数据截至哪一天。省略时为最后一笔订单的次日；之后的订单不计。',
      model,
      unit: '"WEEK"（周）、"DAY"（天）或"MONTH"（月，4.345周），即alpha的单位。省略时为 "WEEK"。',
      headers,
    },
    returns:
      '参数、数值、标准误：复购模型的r、alpha、a、b、log_likelihood（对数似然）、customers（客户数）；金额模型的p、q、v、spend_log_likelihood（对数似然）、repeat_customers（复购客户数）；note为异常说明。无法得出的留空。',
  },
  TS_CLV_SUMMARY: {
    summary: '按客户价值模型的需要汇总每位客户的复购情况，同一天的订单算一笔。',
    parameters: {
      ids,
      dates: '每笔订单的日期所在列。',
      amounts,
      as_of: '数据截至哪一天。省略时为最后一笔订单的次日；之后的订单不计。',
      unit: '"WEEK"（周）、"DAY"（天）或"MONTH"（月，4.345周），即t_x和T的单位。省略时为 "WEEK"。',
      headers,
    },
    returns:
      '每位客户一行：客户、x（首日之后有订单的天数）、t_x（首单到末单的时间）、T（首单到截至日的时间）、首日之后每天的平均金额，没有则留空。',
  },
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
  TS_CLV_RETENTION: {
    summary: '客户在留存期间每期带来一份利润，这些利润今天的价值。',
    parameters: {
      margin: '每位客户一期的利润，或一列利润。',
      retention: '留存到下一期的客户比例，0.8 即 80%。',
      discount: '越晚的利润价值越低的每期比率，0.1 即 10%。',
      periods: '计入多少份利润。省略时计入今后全部。',
      include_first: 'TRUE 表示第一份利润现在就全额计入，FALSE 表示从第一期末留存的客户起计。省略时为 TRUE。',
    },
    returns: '客户价值。',
  },
  TS_CHURN_RISK: {
    summary: '估计每位客户在今后若干天内不下单的风险。',
    parameters: {
      ids,
      dates: `${dates}单独一天的退款也算作有订单的一天：请改用原订单的日期，或不要包含。`,
      as_of: '从哪一天往后看。省略时为最后一笔订单的次日；之后的订单不计。',
      horizon_days: '往后看的天数，省略时为 90。',
      bands: '中和高两档的起点。省略时为 {0.3,0.7}。',
      headers,
    },
    returns: '每位客户一行：客户、0 到 1 的流失风险、低、中或高。',
  },
}
