import type { FunctionText } from '../function-text.ts'

const span = {
  from: '起始日期。',
  to: '截止日期。',
}
const again = '任意单元格：改变它即重新查询。'

/** 实时数据函数的中文说明。 */
export const liveTexts: Record<string, FunctionText> = {
  TS_SURVEY: {
    summary: '某项问卷调查的当前指标，或按分组展开的表格。',
    parameters: {
      survey: '问卷标题。',
      metric:
        '"NPS"（净推荐值）、"CSAT"（满意客户占比）、"CES"（客户省力度，越高越省力）、"MEAN"（平均分）、"COUNT"（答卷数）、"RESPONSE_RATE"（收到专属链接的客户的问卷回收率）或 "SHARE"（各答案的数量与占比的表格）；省略时为 "NPS"。',
      question: '问题的序号、标题或评价维度；省略时为该类型的第一个问题。',
      by: '答卷时的 "tier"、"owner"、"segment"、"channel"，目前的 "tier_now"、"owner_now"，或 "question"、"day"、"week"、"month"、"quarter"。"SHARE" 不可分组；"RESPONSE_RATE" 只可按 tier、owner、segment 或时间分组。',
      value: '分组中的一个值，例如 "A"：只给出该值的指标，而不是表格。',
      ...span,
      refresh: again,
    },
    returns: '指标；或表格：分组值、答卷数、指标、下限、上限。',
  },
  TS_COMPLAINTS: {
    summary: '投诉处理的当前指标，或按分组展开的表格。',
    parameters: {
      metric:
        '例如 "OPEN"（未关闭）、"NEW"（新登记）、"BREACHED"（已超时）、"ON_TIME_RATE"（按时率）、"MEDIAN_RESOLUTION_HOURS"（解决时长中位数）；省略时为 "OPEN"。',
      by: '"tier"、"owner"、"segment"、"channel"、"category"、"severity"、"root_cause"、"day"、"week"、"month" 或 "quarter"。',
      value: '分组中的一个值，例如 "A"：只给出该值的指标，而不是表格。',
      ...span,
      refresh: again,
    },
    returns: '指标；或表格：分组值、件数、指标。',
  },
  TS_CUSTOMER_FACTS: {
    summary: '问卷与投诉系统当前掌握的每位客户的数据。',
    parameters: {
      customers: '客户编号列。',
      facts:
        '一项或多项："LAST_NPS"（最近 NPS）、"CSAT"（满意度）、"LAST_ANSWER"（最近答卷日期）、"COMPLAINTS_OPEN"（未关闭投诉）、"COMPLAINTS_12M"（近 12 个月投诉）、"POINTS"（积分）；可为区域，或用逗号分隔。',
      refresh: again,
    },
    returns: '每位客户一行，每项数据一列；从未答过的留空。',
  },
  TS_KPI: {
    summary: '与此电子表格共享的关键绩效指标的最近发布值，或其历史。',
    parameters: {
      name: '指标名称（与KPI看板一致）或其编号，例如 "nps"、"revenue"。',
      by_or_person:
        '一个分组，例如客户等级或负责人姓名：给出其数值，同名分组有多个时写作 "owner: 安"；"tier"、"owner"、"segment"、"dimension" 或 "month"：给出所有分组的表格；省略时为总体。',
      period:
        '某月（例如 "2026-03"）或某日：当时期末的数值；日期值若为某月一日即指该月，文本 "2026-03-01" 则指当日；"ALL"：所有日期的表格；省略时为最新值。',
      refresh: again,
    },
    returns: '数值；或表格：分组值、数量、指标、下限、上限；"ALL" 时前面另有日期一列。',
  },
  TS_LIVE_STATUS: {
    summary: '实时数据是否为最新；若无法连接 Tiersheet 服务，说明自何时起。',
    parameters: { refresh: '任意单元格：改变它即重新查看。' },
    returns: '一句话。',
  },
}
