import type { FunctionText } from '../function-text.ts'

const ids = '每笔订单的客户，一列。'
const dates = '每笔订单的日期，一列。单独一天的退款也算作有订单的一天：请改用原订单的日期，或不要包含。'
const unit = '"MONTH"（月）、"WEEK"（周）、"QUARTER"（季）或 "YEAR"（年）。省略时为 "MONTH"。'
const headers = '0 表示不要标题行。'

/** 生命周期、客户保留与同期群函数的中文说明。 */
export const customersTexts: Record<string, FunctionText> = {
  TS_LIFECYCLE: {
    summary: '判断每位客户是新客户、活跃、重新激活、有流失风险还是已流失。',
    parameters: {
      ids,
      dates: '每笔订单的日期，一列。单独一行的退款会多算一笔订单，请不要包含。',
      as_of: '数据截至的日期。省略时为最后一笔订单的次日；之后的订单不计入。',
      active_days: '距最近一次订单不超过此天数的客户为活跃；省略时为 90。',
      lost_days: '超过此天数为已流失；省略时为 180。',
      headers,
    },
    returns:
      '每位客户一行：客户、生命周期阶段（首单后 active_days 天内为新客户；上次订单前的间隔超过 lost_days 为重新激活）、距今天数、订单数、通常间隔（天）。',
  },
  TS_COHORT: {
    summary: '按首单所在月份跟踪客户：之后每个月有多少人再次下单。',
    parameters: {
      ids,
      dates,
      unit,
      output: '"RATE"：占客户数的比例；"COUNT"：客户数；"VALUE"：金额合计。省略时为 "RATE"。',
      amounts: '每笔订单的金额，一列，用于 "VALUE"。',
    },
    returns: '每个首单时期一行：时期、客户数，之后每期一格，0 为首单当期；尚未到来的时期留空。',
  },
  TS_RETENTION_RATE: {
    summary: '期初客户中到期末仍是客户的比例。',
    parameters: {
      customers_at_start: '期初客户数，或一列期初客户数。',
      customers_at_end: '期末客户数，或一列期末客户数。',
      new_customers: '期间新增的客户数，或一列新增客户数。',
    },
    returns: '客户保留率，以小数表示：0.9 即 90%。',
  },
  TS_CUSTOMER_FLOW: {
    summary: '每个月有多少客户下单：新客户、留存、重新激活各多少，上月的客户又流失了多少。',
    parameters: { ids, dates, unit, headers },
    returns:
      '从首笔到末笔订单每期一行（最后一期可能尚未结束）：时期、活跃客户、新客户、留存客户（上一期也活跃）、重新激活、流失客户（上一期活跃而本期没有），以及占上一期活跃客户的客户保留率和流失率；上一期没有客户时留空。',
  },
  TS_RETENTION_FORECAST: {
    summary: '根据一批客户至今的留存情况，预测以后各期还有多少客户留存（移位贝塔几何模型）。',
    parameters: {
      survivors: '期初客户数，以及每期之后仍然留存的客户数，一列或一行。',
      periods: '向后预测的期数，最多 10000。',
      headers,
    },
    returns:
      '以后每期一行：期数（从期初算起）；留存比例，即期初客户中该期之后仍然留存的比例；客户保留率，即该期之前留存的客户中继续留存的比例。',
  },
  TS_SURVIVAL: {
    summary: '经过每段时间之后仍然留存的客户比例，尚未流失的客户也计算在内（Kaplan-Meier 法）。',
    parameters: {
      durations: '每位客户被观察的时长，以天、月或任何同一单位计，一列。',
      events: '届时流失为 1 或 TRUE；最后一次观察时仍然留存为 0 或 FALSE。',
      times: '要查看的时间点，先后不限。省略时为每个有客户流失的时间点。',
      headers,
    },
    returns:
      '每个时间点一行：时间、在观察数（观察时长不短于该时间的客户）、事件数（上一行的时间之后至该时间）、生存率、标准误（Greenwood 法；生存率为 0 时留空）。超过最长的观察时长后生存率留空。',
  },
  TS_LOGISTIC: {
    summary: '根据已知结果的客户，估计其他客户答应或流失的概率。',
    parameters: {
      features: '每位客户的已知情况：每位一行，各列为数字，或 TRUE 和 FALSE。每行须填满或全空。',
      labels: '结果：1 或 TRUE，0 或 FALSE，与 features 逐行对应。',
      new_features: '要判断的客户：同样的列，同样的顺序。',
      lambda: '把各列（换算到同一尺度）的系数拉近 0 的强度（岭回归）；省略时为 1。0 为普通的最大似然估计。',
    },
    returns: 'new_features 每行旁边为 1 的概率，以小数表示。',
  },
}
