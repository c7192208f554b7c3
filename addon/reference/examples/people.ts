import type { Words, WorkedExample } from '../worked-example.ts'

const words = (en: string, zh: string): Words => ({ en, 'zh-CN': zh })

/** Staff, customer care and deals: one worked example per function. */
export const peopleExamples: Record<string, WorkedExample> = {
  TS_ASSIGN: {
    cells: [
      [
        words('customer', '客户'),
        words('tier', '客户等级'),
        words('needs', '所需技能'),
        words('owner now', '现负责人'),
        words('staff', '员工'),
        words('level', '级别'),
        words('capacity', '可负责客户数'),
        words('skills', '技能'),
      ],
      ['C-01', 'B', '', '', words('Ann', '李雷'), 2, 2, words('Export', '外贸')],
      ['C-02', 'A', '', '', words('Bo', '韩梅'), 1, 2, ''],
      ['C-03', 'C', '', words('Ann', '李雷'), words('Cai', '王芳'), 1, 2, words('Export, Service', '外贸、服务')],
      ['C-04', 'A', words('Export', '外贸'), '', '', '', '', ''],
      ['C-05', 'C', '', words('Dan (left)', '赵强（已离职）'), '', '', '', ''],
      ['C-06', 'B', words('Finance', '金融'), '', '', '', '', ''],
    ],
    formula: '=TS_ASSIGN(A1:A7, B1:B7, E1:E7, F1:F7, G1:G7, D1:D7, {"C","B","A"}, C1:C7, H1:H7)',
  },
  TS_NEXT_CONTACT: {
    cells: [
      [
        words('customer', '客户'),
        words('tier', '客户等级'),
        words('last contact', '上次联系'),
        words('tier', '客户等级'),
        words('days', '间隔天数'),
      ],
      ['C-01', 'A', '2024-05-20', 'A', 14],
      ['C-02', 'B', '2024-05-20', 'B', 30],
      ['C-03', 'A', '', 'C', 90],
      ['C-04', 'C', '2024-02-01', '', ''],
    ],
    formula: '=TS_NEXT_CONTACT(B1:B5, C1:C5, D1:E4, DATE(2024,6,10))',
  },
  TS_FUNNEL: {
    cells: [
      [words('deal', '商机'), words('stage', '阶段'), words('amount', '金额')],
      ['OP-1', words('Lead', '线索'), 500],
      ['OP-2', words('Won', '赢单'), 1200],
      ['OP-3', words('Proposal', '方案'), 800],
      ['OP-4', words('Lead', '线索'), ''],
      ['OP-5', words('Lost', '输单'), 700],
      ['OP-6', words('Proposal', '方案'), 300],
      ['OP-7', words('Won', '赢单'), 900],
      ['OP-8', words('Lead', '线索'), 400],
    ],
    formula: words(
      '=TS_FUNNEL(B1:B9, C1:C9, {"Lead","Proposal","Won"})',
      '=TS_FUNNEL(B1:B9, C1:C9, {"线索","方案","赢单"})',
    ),
    picture: { kind: 'bars', labels: 0, values: [1] },
  },
}
