import type { FunctionText } from '../function-text.ts'

const confidence = '上下限的置信度，省略时为 0.95。'
const headers = '0 表示不要标题行。'

/** 问卷调查函数的中文说明。 */
export const surveysTexts: Record<string, FunctionText> = {
  TS_NPS: {
    summary: '0 到 10 分答案的净推荐值：9、10 分的占比减去 0 到 6 分的占比，-100 到 100。',
    parameters: {
      scores: '答案区域。只计 0 到 10 的整数。',
      weights: '同样大小的区域：每个答案的权重。',
    },
    returns: '净推荐值。',
  },
  TS_NPS_STATS: {
    summary: '净推荐值及样本数、真实值所在的上下限和未计入的答案数。',
    parameters: {
      scores: '0 到 10 分的答案区域。其他内容不计入，但会计数。',
      confidence,
      method: '"ADJUSTED" 在答案很少时也可靠，"WALD" 是教科书公式。省略时为 "ADJUSTED"。',
      headers,
    },
    returns: '样本数、推荐者、被动者、贬损者、净推荐值、标准误、下限、上限、未计入。',
  },
  TS_NPS_GROUP: {
    summary: '给出每个答案的分组：9、10 分为推荐者，7、8 分为被动者，0 到 6 分为贬损者。',
    parameters: { scores: '0 到 10 分的答案，一列或一个。其他内容留空。' },
    returns: '每个答案旁边的分组。',
  },
  TS_CSAT: {
    summary: '客户满意度，即满意答案的占比：5 分制的 4、5 分，7 分制的 6、7 分，10 分制的 8 到 10 分。',
    parameters: {
      scores: '答案区域。',
      threshold: '算作满意的最低分。省略时 5 分制为 4，7 分制为 6，10 分制为 8。',
      max: '最高分，省略时为 5。',
    },
    returns: '占比，0.8 即 80%。',
  },
  TS_CES: {
    summary: '客户省力度，来自对“他们让我很省力”的答案：越高越省力。',
    parameters: {
      scores: '答案区域，1 为最费力。空单元格不计入。',
      scale: '最省力的分数，7 或 5。省略时为 7。',
      mode: '"MEAN" 为平均分，"SHARE" 为 7 分制 5 到 7 分、5 分制 4、5 分的占比。省略时为 "MEAN"。',
    },
    returns: '平均分；或占比，0.8 即 80%。',
  },
  TS_RATE_CI: {
    summary: '比率，以及真实比率所在的上下限。',
    parameters: {
      successes: '发生的次数，或一列次数。',
      n: '总数，或一列总数。为 0 时结果留空。',
      confidence,
    },
    returns: '比率、下限、上限（Wilson），0.7 即 70%。',
  },
  TS_COMPARE: {
    summary: '判断两批答案之间的指标是真的变了，还是可能出于偶然。',
    parameters: {
      before: '之前的答案区域。空单元格不计入。',
      after: '之后的答案区域，行数可以不同。',
      metric:
        '"NPS"（0 到 10 分，其他内容不计入）、"CSAT"（1 到 5 分，取 4、5 分的占比）、"RATE"（0 和 1，或复选框）、"MEAN"（任意数字）。省略时为 "NPS"。',
      confidence: '上下限和结论的置信度，省略时为 0.95。',
      paired: 'TRUE 表示两个区域的每一行是同一客户，只用于 "MEAN"。有空白的行不计入。',
      headers,
    },
    returns:
      '之前、之后、变化（净推荐值以分计）、真实变化的下限和上限、p 值、结论：上下限与 p 值都支持时为上升或下降，否则为无明确变化。',
  },
}
