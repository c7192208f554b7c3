import type { FunctionText } from '../function-text.ts'

const headers = '0 表示不要标题行。'

/** 趋势与预测函数的中文说明。 */
export const statisticsTexts: Record<string, FunctionText> = {
  TS_TREND: {
    summary: '判断一项指标随时间上升还是下降、变化多快，以及是否可能出于偶然。',
    parameters: {
      values: '每期的数值，一列，从早到晚，至少三个。空单元格表示该期没有数值。',
      dates: '每个数值的日期，一列，顺序不限。',
      headers,
    },
    returns:
      '斜率（最小二乘法；按行计，有日期时按天计）、p 值（Mann-Kendall）、Kendall τ（-1 到 1）、趋势：p 值低于 0.05 时为上升或下降，否则为无明确趋势。',
  },
  TS_FORECAST_INTERVAL: {
    summary: '向后推算若干期的数值，并给出真实值所在的上下限。',
    parameters: {
      values: '每期的数值，一列，从早到晚，至少三个。空单元格表示该期没有数值，"HOLT" 不接受。',
      periods: '向后推算的期数。',
      method:
        '"LINEAR" 为直线，"HOLT" 跟随最近的趋势（alpha 0.5，beta 0.3），"THEILSEN" 为不受个别异常值影响的直线。省略时为 "LINEAR"。',
      confidence: '上下限的置信度，省略时为 0.95。',
      min: '可能的最低值，如 0。',
      max: '可能的最高值，如 100。',
      headers,
    },
    returns: '期数（接着已有数值往后数，第一个为 1）、预测值、下限、上限。',
  },
}
