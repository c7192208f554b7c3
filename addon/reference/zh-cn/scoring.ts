import type { FunctionText } from '../function-text.ts'

const directions = '每列写 1（越高越好）或 -1（越低越好）；省略时全部为 1。'
const method = '"MINMAX"、"PERCENTRANK"、"ZSCORE" 或 "ROBUST"；省略时为 "MINMAX"。'
const scale = 'MINMAX 和 PERCENTRANK 的满分；省略时为 100。'
const data = '数字列，每个评价指标一列，每位客户一行。'
const weights = '每列一个权重。'

/** 评分、权重与分级函数的中文说明。 */
export const scoringTexts: Record<string, FunctionText> = {
  TS_WEIGHTED_SCORE: {
    summary: '按多个评价指标及其权重为每位客户算出一个评分。',
    parameters: { data: `${data}空白的指标不计入该客户的评分。`, weights, directions, method, scale },
    returns: '每行旁边的评分。',
  },
  TS_SCORE_PARTS: {
    summary: '显示 TS_WEIGHTED_SCORE 的每个评分由各评价指标贡献多少：一行各部分相加等于评分。',
    parameters: { data, weights, directions, method, scale },
    returns: '与 data 形状相同的各部分得分。',
  },
  TS_NORMALIZE: {
    summary: '把单位不同的列换算到同一尺度，越高越好。',
    parameters: { data: '数字列，每个评价指标一列。', method, directions, scale },
    returns: '形状相同的各列。',
  },
  TS_TIER: {
    summary: '按评分达到的等级界限给出客户等级。',
    parameters: {
      scores: '一列评分，或一个评分。',
      thresholds: '最低等级以上各等级的下限，从低到高。',
      labels: '等级名称，从低到高，比界限多一个。省略时为 C、B、A，或 1、2、3……',
    },
    returns: '每个评分旁边的客户等级。',
  },
  TS_QUANTILE_TIER: {
    summary: '按数值把客户分成人数大致相等的等级，数值高的等级高。',
    parameters: {
      values: '一列数值，每位客户一个。',
      n: '等级个数；省略时为 3。',
      method: '"VALUE"：相同的数值在同一等级；"RANK"：各等级人数相等。省略时为 "VALUE"。',
      labels: '等级名称，从低到高。省略时三个等级为 C、B、A，否则为 1、2、3……',
    },
    returns: '每个数值旁边的客户等级。',
  },
  TS_ABC_CLASS: {
    summary: '把客户或产品分为 A、B、C 三类：A 是最大的那些，合计占总数的大部分。',
    parameters: {
      values: '一列数值，例如销售额，每位客户一个。相同的数值同属一类；0 和负数为 C。',
      a: '最大的若干项为 A，其合计占比以此为限；省略时为 0.8。',
      b: '随后为 B，占比以此为限；省略时为 0.95（a 更大时为 a）。',
      rule: '"START"：排在前面的合计占比小于界限即归入，因此 A 不会为空；"END"：连同本项的合计占比不超过界限；"COUNT"：按行数而不按数值。省略时为 "START"。',
    },
    returns: '每个数值旁边的类别。',
  },
  TS_PARETO: {
    summary: '按数值从大到小排列各项，给出占比、累计占比和 A、B、C 类别。',
    parameters: {
      items: '每行的客户、产品或原因，一列。相同的项合并相加。',
      values: '每行的数值，一列。占比按大于 0 的合计计算；小于 0 的项没有占比。',
      headers: '0 表示不要标题行。',
    },
    returns: '每项一行：项目、数值、占比、累计占比、类别（与 TS_ABC_CLASS 相同）。',
  },
  TS_WEIGHTS: {
    summary: '只凭数据算出各评价指标的权重：越能区分客户的列，权重越大。',
    parameters: {
      data: `${data}不能有空缺。各行都相同的列权重为 0。`,
      method:
        '"ENTROPY"（熵权法）：看数值分布得多不均匀，数值须不小于 0（否则先用 TS_NORMALIZE 换算）；"CRITIC"：看其他列没有重复的差异；"STDEV"：看各列按最低到最高换算后的标准差；"EQUAL"：权重相等。省略时为 "ENTROPY"。',
      directions: '每列写 1（越高越好）或 -1（越低越好）；只有 "CRITIC" 用到。省略时全部为 1。',
    },
    returns: '一行权重，合计为 1，顺序与各列相同。',
  },
  TS_AHP_WEIGHTS: {
    summary: '由评价指标两两比较算出权重（层次分析法），并给出比较是否前后一致。',
    parameters: {
      matrix:
        '每个评价指标占一行一列，最多 15 个：该行的重要程度是该列的几倍，1 到 9。每一对只填一个即可；3 的对称位置写 0.33 按 1/3 计算。',
    },
    returns: '一行：各权重（合计为 1），最后是一致性比率。大于 0.1 表示比较前后矛盾。',
  },
  TS_TOPSIS: {
    summary: '按每位客户离各评价指标的最优值多近、离最差值多远来排序（TOPSIS）。',
    parameters: { data: `${data}不能有空缺。`, weights, directions },
    returns: '每行旁边的贴近度，从 0（样样最差）到 1（样样最好）；各行都相同时为 0.5。',
  },
  TS_COMPLETENESS: {
    summary: '每位客户的资料填写了多大比例；只有空格的单元格算空白，公式出错（如 #N/A）的单元格也算空白。',
    parameters: {
      records: '每位客户一行，每个字段一列。各列都是文本时，请从标题的下一行选起。',
      weights: '每个字段的权重；省略时都相同。',
    },
    returns: '每行旁边的资料完整度，从 0 到 1。',
  },
}
