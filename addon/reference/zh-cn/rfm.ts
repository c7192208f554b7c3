import type { FunctionText } from '../function-text.ts'

const bins = '分数从 1 到此数；省略时为 5。{5,3,4} 可为 R、F、M 分别设定。'
const method = '"VALUE"：相同的数值得相同的分数；"RANK"：每个分数的客户数相等。省略时为 "VALUE"。'
const headers = '0 表示不要标题行。'

/** RFM与客户细分函数的中文说明。 */
export const rfmTexts: Record<string, FunctionText> = {
  TS_RFM: {
    summary: '按最近一次订单、订单数和金额为每位客户评分，并给出客户细分。',
    parameters: {
      ids: '每笔订单的客户，一列。',
      dates: '每笔订单的日期，一列。',
      amounts: '每笔订单的金额，一列。单独一行的退款会多算一笔订单：请改为从原订单的金额中扣除。',
      as_of: '数据截至的日期。省略时为最后一笔订单的次日；之后的订单不计入。',
      bins,
      method,
      rules:
        '"GRID"、"RFM10"、"CLASSIC"、"RFM8"（重要价值等八类），或一个区域：名称、R 下限、R 上限、F 下限、F 上限、M 下限、M 上限，针对换算为 1 至 5 的分数。省略时为 "GRID"。',
      headers,
    },
    returns: '每位客户一行：客户、最近订单、间隔天数、订单数、金额合计、R、F、M、RFM、客户细分。',
  },
  TS_RFM_SCORE: {
    summary: '为已经算好的间隔天数、订单数和金额评分，每位客户一行。',
    parameters: {
      recency: '距最近一次订单的天数，一列。',
      frequency: '订单数，一列。',
      monetary: '订单总金额，一列。',
      bins,
      method,
    },
    returns: '每行旁边的 R、F、M 及其组合。',
  },
  TS_RFM_SEGMENT: {
    summary: '根据每行的 R、F、M 分数给出客户细分。',
    parameters: {
      R: 'R 分数，一列，最近的最高。',
      F: 'F 分数，一列。',
      M: 'M 分数，一列。"GRID" 不需要。',
      rules:
        '"GRID"、"RFM10"、"CLASSIC"，或一个区域：名称、R 下限、R 上限、F 下限、F 上限、M 下限、M 上限，针对换算为 1 至 5 的分数。省略时为 "GRID"。',
      bins: '最高分；省略时为 5。{5,3,4} 可为 R、F、M 分别设定。',
    },
    returns: '每行旁边的客户细分。',
  },
  TS_SEGMENT_SUMMARY: {
    summary: '统计每个客户细分的客户数和销售额。',
    parameters: {
      segments: '每位客户的客户细分，一列。',
      amounts: '每位客户的销售额，一列。',
      orders: '每位客户的订单数，一列；给出时按订单计算平均值。',
      headers,
    },
    returns: '每个客户细分一行：客户细分、客户数、占比、销售额、销售额占比、平均值。',
  },
}
