import type { Words, WorkedExample } from '../worked-example.ts'

const words = (en: string, zh: string): Words => ({ en, 'zh-CN': zh })

/** Goals and KPIs: one worked example per function. */
export const goalsExamples: Record<string, WorkedExample> = {
  TS_GOAL_PROGRESS: {
    cells: [
      [
        words('goal', '目标'),
        words('actual', '实际值'),
        words('target', '目标值'),
        words('at the start', '期初值'),
        words('start', '开始日期'),
        words('due', '截止日期'),
      ],
      [words('new customers', '新客户数'), 52, 100, 0, '2024-01-01', '2024-12-31'],
      [words('NPS', '净推荐值'), 33, 40, 30, '2024-01-01', '2024-06-30'],
      [words('days to reply', '回复天数'), 4.5, 2, 6, '2024-01-01', '2024-12-31'],
      [words('orders', '订单数'), 260, 250, 0, '2024-01-01', '2024-12-31'],
    ],
    formula: '=TS_GOAL_PROGRESS(B1:B5, C1:C5, D1:D5, E1:E5, F1:F5, DATE(2024,7,1))',
  },
  TS_GOAL_ROLLUP: {
    cells: [
      [
        words('id', '编号'),
        words('part of', '上级目标'),
        words('goal', '目标'),
        words('weight', '权重'),
        words('own progress', '自身进度'),
      ],
      ['G1', '', words('Grow with our customers', '与客户共同成长'), '', ''],
      ['G2', 'G1', words('Sales', '销售'), 3, ''],
      ['G3', 'G2', words('Sales, north', '北区销售'), 2, 0.5],
      ['G4', 'G2', words('Sales, south', '南区销售'), 1, 0.8],
      ['G5', 'G1', words('Satisfaction', '满意度'), 1, 0.9],
      ['G6', 'G1', words('Repeat purchases', '复购'), 1, ''],
    ],
    formula: '=TS_GOAL_ROLLUP(A1:A7, B1:B7, D1:D7, E1:E7)',
  },
  TS_KPI_SCORE: {
    cells: [
      [
        words('KPI', '指标'),
        words('target', '目标值'),
        words('actual', '实际值'),
        words('weight', '权重'),
        words('direction', '方向'),
        words('counts as 0 %', '零分基准'),
      ],
      [words('sales', '销售额'), 200, 180, 4, 1, ''],
      [words('new customers', '新客户数'), 10, 14, 2, 1, ''],
      [words('complaints', '投诉次数'), 3, 4, 1, -1, ''],
      [words('satisfaction', '客户满意度'), 4.5, 4.2, 2, 1, 3.5],
      [words('visits', '拜访次数'), 40, '', 1, 1, ''],
    ],
    formula: '=TS_KPI_SCORE(C1:C6, B1:B6, D1:D6, E1:E6, F1:F6, 1.2)',
  },
  TS_SALES_KPIS: {
    cells: [
      [
        words('person', '人员'),
        words('plan', '计划销售额'),
        words('sales', '销售额'),
        words('prior sales', '上期销售额'),
        words('expenses', '销售费用'),
        words('visits', '拜访次数'),
        words('successful visits', '成功拜访次数'),
        words('customers start', '期初客户数'),
        words('retained', '保留客户数'),
      ],
      [words('Ann', '李雷'), 200, 180, 150, 9, 50, 15, 80, 68],
      [words('Bo', '韩梅'), 150, 165, 160, 12, 40, 18, 60, 57],
      [words('Cai', '王芳'), 120, 90, '', 6, 0, 0, 50, 45],
    ],
    formula: '=TS_SALES_KPIS(A1:A4, B1:I4)',
  },
}
