import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN' })
})

describe('TS_GOAL_ROLLUP', () => {
  const ids = column('id', 'G1', 'G2', 'G3', '', 'G4', '', '')
  const parents = column('parent', '', 'G1', 'G1', '', '', '', '')
  const weights = column('weight', '', 3, '1', '', '', '', '')
  const progress = column('progress', '', 0.5, 0.9, '', 0.25, '', '')

  it('gives each row its progress, from headed and open ranges with blank rows', () => {
    // (3 x 0.5 + 1 x 0.9) / 4
    expect(en('TS_GOAL_ROLLUP', ids, parents, weights, progress)).toEqual(
      column('progress', 0.6, 0.5, 0.9, '', 0.25, '', ''),
    )
    expect(zh('TS_GOAL_ROLLUP', ids, parents, weights, progress)).toMatchObject({ 0: ['进度'], 1: [0.6] })
  })

  it('takes parts alike without weights, and goals without progress as they are', () => {
    const body = (cells: unknown[][]) => cells.slice(1)
    expect(en('TS_GOAL_ROLLUP', body(ids), body(parents), '', body(progress))).toEqual(
      column(0.7, 0.5, 0.9, '', 0.25, '', ''),
    )
    expect(en('TS_GOAL_ROLLUP', column('a', 'b'), column('', 'a'), column('', ''), column(0.4, ''))).toEqual(
      column('', ''),
    )
  })

  it('takes one goal, one row and no rows', () => {
    expect(en('TS_GOAL_ROLLUP', 'G1', '', 1, 0.5)).toBe(0.5)
    expect(en('TS_GOAL_ROLLUP', column('G1'), column(''), column(1), column(0.5))).toEqual([[0.5]])
    expect(en('TS_GOAL_ROLLUP', column('', ''), column('', ''), column('', ''), column('', ''))).toEqual(column('', ''))
  })

  it('goes 10,000 levels down', () => {
    const numbers = Array.from({ length: 10_000 }, (_, i) => i + 1)
    const deep = en(
      'TS_GOAL_ROLLUP',
      column(...numbers),
      column('', ...numbers.slice(0, -1)),
      column(...numbers.map(() => 2)),
      column(...numbers.map((i) => (i === 10_000 ? 0.375 : ''))),
    ) as number[][]
    expect(deep[0]).toEqual([0.375])
  })

  it.each<[string, unknown[]]>([
    [
      '"G9" in row 3 of parents is not in ids. Add it there, or correct it.',
      [column('id', 'G1'), column('parent', 'G9'), column('w', 1), column('p', 1)].map((c, i) =>
        i === 0 ? column('id', 'G0', 'G1') : i === 1 ? column('parent', '', 'G9') : [...c, [1]],
      ),
    ],
    [
      '"G1" in row 2 of ids is already in row 1. Keep one of them.',
      [column('G1', 'G1'), column('', ''), column(1, 1), column(1, 1)],
    ],
    [
      'the goal in row 1 is, through its parents, a part of itself. Give it another parent, or none.',
      [column('a', 'b'), column('b', 'a'), column(1, 1), column(1, 1)],
    ],
    [
      '-1 in row 2 of weights is less than 0. Correct it.',
      [column('a', 'b'), column('', 'a'), column(1, -1), column(1, 1)],
    ],
    [
      'weights has nothing in row 4, but other parts of the same goal have a weight. Fill it in, or clear theirs.',
      [
        column('id', 'a', 'b', 'c'),
        column('parent', '', 'a', 'a'),
        column('w', 1, '', '').map((c, i) => (i === 2 ? [5] : c)),
        column('p', 1, 1, 1),
      ],
    ],
    [
      'all parts of the goal in row 1 have weight 0. Give at least one of them a weight above 0.',
      [column('a', 'b'), column('', 'a'), column(1, 0), column(1, 1)],
    ],
    [
      'ids has nothing in row 2. Fill it in, or clear the whole row.',
      [column('a', ''), column('', ''), column(1, 1), column(1, 1)],
    ],
    [
      'ids has 2 rows, parents has 1. Give ranges of the same size.',
      [column('a', 'b'), column(''), column(1, 1), column(1, 1)],
    ],
    ['progress is missing. Give a range or a value.', [column('a'), column(''), column(1)]],
    [
      '"half" in row 2 of progress is not a number. Enter it as a number.',
      [column('a', 'b'), column('', 'a'), column(1, 1), column(1, 'half')],
    ],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_GOAL_ROLLUP', ...args))).toBe(`TS_GOAL_ROLLUP: ${message}`)
  })

  it.each<[string, unknown[]]>([
    ['parents第2行的“x”不在ids中。请补入，或更正。', [column('a', 'b'), column('', 'x'), '', column(1, 1)]],
    ['ids第2行的“a”与第1行重复。请只保留一个。', [column('a', 'a'), column('', ''), '', column(1, 1)]],
    ['第1行的目标沿上级目标又回到自身。请更换或清空其上级目标。', [column('a'), column('a'), '', column(1)]],
    [
      'weights第3行是空的，而同一目标的其他子目标有权重。请填写，或清空其他权重。',
      [column('a', 'b', 'c'), column('', 'a', 'a'), column('', 1, ''), column(1, 1, 1)],
    ],
    [
      '第1行目标的所有子目标权重都是0。请至少给一个大于0的权重。',
      [column('a', 'b'), column('', 'a'), column(1, 0), column(1, 1)],
    ],
  ])('in Chinese: %s', (message, args) => {
    expect(messageOf(() => zh('TS_GOAL_ROLLUP', ...args))).toBe(`TS_GOAL_ROLLUP: ${message}`)
  })
})

describe('TS_KPI_SCORE', () => {
  it('makes one score of KPIs below each other', () => {
    const actuals = column('actual', 80, 8, '', 130, '')
    const targets = column('target', 100, 6, 5, 100, '')
    // attained 0.8, 6/8 = 0.75, left out, 1.3 held to 1: (2 x 0.8 + 1 x 0.75 + 1 x 1) / 4
    const weights = column('weight', 2, 1, 9, 1, '')
    const directions = column('direction', 1, -1, 1, 1, '')
    expect(en('TS_KPI_SCORE', actuals, targets, weights, directions)).toBeCloseTo(83.75, 10)
    expect(en('TS_KPI_SCORE', actuals, targets, weights, directions, '', 1.2)).toBeCloseTo(88.75, 10)
    expect(en('TS_KPI_SCORE', actuals.slice(1), targets.slice(1), weights.slice(1))).toBeCloseTo(90, 10)
    // alike: (0.8 + 1 + 1) / 3
    expect(en('TS_KPI_SCORE', actuals, targets)).toBeCloseTo(280 / 3, 10)
  })

  it('takes weights and directions in a row, with or without headings above the figures', () => {
    const actuals = column('actual', 80, 8)
    const targets = column('target', 100, 6)
    const expected = (3 * 80 + 75) / 4
    expect(en('TS_KPI_SCORE', actuals, targets, [[3, 1]], [[1, -1]])).toBeCloseTo(expected, 10)
    expect(en('TS_KPI_SCORE', actuals.slice(1), targets.slice(1), [[3, 1]], [[1, -1]])).toBeCloseTo(expected, 10)
  })

  it('measures from a baseline where there is one', () => {
    // from 30 to 60 at 45 is 0.5; from 8 down to 5 at 6 is 2/3; 40 of 50 is 0.8
    const score = en('TS_KPI_SCORE', column(45, 6, 40), column(60, 5, 50), '', '', column(30, 8, ''))
    expect(score).toBeCloseTo((100 * (0.5 + 2 / 3 + 0.8)) / 3, 10)
  })

  it('takes one KPI and nothing', () => {
    expect(en('TS_KPI_SCORE', 50, 80)).toBeCloseTo(62.5, 12)
    expect(en('TS_KPI_SCORE', 0, 6, 1, -1)).toBe(100)
    expect(en('TS_KPI_SCORE', 0, 6, 1, -1, '', 1.5)).toBe(150)
    expect(en('TS_KPI_SCORE', '', 80)).toBe('')
    expect(en('TS_KPI_SCORE', column('', ''), column('', ''))).toBe('')
  })

  const team = [
    ['sales', 'complaints'],
    [80, 8],
    ['', ''],
    [130, ''],
    ['', 0],
  ]

  it('gives a score in each row where KPIs stand beside each other', () => {
    // 0.8 and 6/8: (3 x 0.8 + 0.75) / 4; blank; 1.3 alone held to 1; none at all
    expect(en('TS_KPI_SCORE', team, [[100, 6]], [[3, 1]], [[1, -1]])).toEqual(
      column('score', expect.closeTo(78.75, 10), '', 100, 100),
    )
    expect(zh('TS_KPI_SCORE', team, [[100, 6]])).toMatchObject({ 0: ['评分'] })
    const own = [
      ['plan', 'limit'],
      [80, 8],
      [1, 1],
      [260, 5],
      [10, 5],
    ]
    expect(en('TS_KPI_SCORE', team, own, column(3, 1), column(1, -1))).toEqual(column('score', 100, '', 50, 100))
    expect(en('TS_KPI_SCORE', team.slice(1), own.slice(1), '', [[1, -1]])).toEqual(column(100, '', 50, 100))
    // one row of targets and of baselines, under headings of their own
    const headed = (...row: unknown[]) => [['sales', 'complaints'], row]
    expect(en('TS_KPI_SCORE', team, headed(100, 6), '', '', headed(60, ''))).toMatchObject([
      ['score'],
      [(100 * (0.5 + 1)) / 2],
      [''],
      [100],
      [0],
    ])
    expect(en('TS_KPI_SCORE', [[50, 30]], [[100, 40]])).toEqual([[62.5]])
  })

  it('finds headings where only one of the ranges has them', () => {
    const unnamed = [
      ['', ''],
      [80, 8],
      [1, 1],
      [260, 5],
      [10, 5],
    ]
    expect(en('TS_KPI_SCORE', team, unnamed, '', [[1, -1]])).toEqual(column('score', 100, '', 50, 100))
  })

  it.each<[string, unknown[]]>([
    [
      '0 in row 2 of targets says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.',
      [column(5, 5), column(5, 0)],
    ],
    [
      '-5 in row 2 of targets says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.',
      [column('actual', 5), column('target', -5), '', column('', -1)],
    ],
    [
      '-1 in row 1 of actuals says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.',
      [column(-1), column(5), '', column(-1)],
    ],
    [
      '0 in row 3 of targets says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.',
      [
        [
          ['a', 'b'],
          [1, 1],
          [1, 1],
        ],
        [
          ['a', 'b'],
          [1, 1],
          [1, 0],
        ],
      ],
    ],
    [
      '0 in row 1 of targets says nothing as a ratio of actual and target. Give baselines, the figures that count as 0 %.',
      [
        [
          ['a', 'b'],
          [1, 1],
          [1, 1],
        ],
        [[0, 1]],
      ],
    ],
    [
      'target equals baseline in row 3, so there is no way to go. Correct one of them.',
      [column('a', 1, 2), column('t', 2, 3), '', '', column('b', 1, 3)],
    ],
    ['targets has nothing in row 2. Fill it in, or clear the whole row.', [column(1, 2), column(1, '')]],
    ['targets has nothing in row 1. Fill it in, or clear the whole row.', [[[1, 2]], [[1, '']]]],
    ['actuals has 2 rows, targets has 1. Give ranges of the same size.', [column(1, 2), 5]],
    [
      'actuals has 3 rows, targets has 2. Give ranges of the same size.',
      [
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ],
    ],
    ['targets has 1 value for 2 columns of data. Give one for each.', [[[1, 1]], 100]],
    ['weights has 3 values for 2 columns of data. Give one for each.', [[[1, 1]], [[1, 1]], [[1, 2, 3]]]],
    ['directions has 1 value for 2 columns of data. Give one for each.', [[[1, 1]], [[1, 1]], '', 1]],
    ['targets is missing. Give a range or a value.', [[[1, 1]]]],
    [
      'weight -2 is negative. Use 0 or more, and direction -1 where lower is better.',
      [column(1, 1), column(1, 1), column(1, -2)],
    ],
    ['weight -2 is negative. Use 0 or more, and direction -1 where lower is better.', [[[1, 1]], [[1, 1]], [[1, -2]]]],
    ['all weights are 0. Make at least one of them larger.', [column(1, 1), column(1, 1), column(0, 0)]],
    ['all weights are 0. Make at least one of them larger.', [[[1, 1]], [[1, 1]], [[0, 0]]]],
    ['direction 2 is not known. Use 1 (higher is better) or -1 (lower is better).', [column(1), column(1), '', 2]],
    ['0 for cap is not above 0. Correct it.', [1, 1, '', '', '', 0]],
    [
      '"n/a" in row 2 of actuals is not a number. Enter it as a number.',
      [
        [
          [1, 1],
          ['n/a', 2],
        ],
        [[1, 1]],
      ],
    ],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_KPI_SCORE', ...args))).toBe(`TS_KPI_SCORE: ${message}`)
  })

  it('says so in Chinese', () => {
    expect(messageOf(() => zh('TS_KPI_SCORE', column(5), column(0)))).toBe(
      'TS_KPI_SCORE: targets第1行的0使实际值与目标值之比没有意义。请给出baselines，即相当于0%的数值。',
    )
  })
})

describe('TS_SALES_KPIS', () => {
  const header = [
    'person',
    'plan completion',
    'growth',
    'price retention',
    'expense ratio',
    'collection',
    'visit success',
    'complaint rate',
    'new-customer rate',
    'retention',
  ]
  const blanks = (count: number) => new Array(count).fill('')

  it('counts what the headings allow, in any order and any way of writing them', () => {
    const inputs = [
      ['Retained', 'customers start', 'SALES', 'Plan', ''],
      [68, 80, 180, 200, ''],
      ['', 80, 0, 0, ''],
      ['', '', '', '', ''],
    ]
    expect(en('TS_SALES_KPIS', column('person', 'Ann', 'Bo', ''), inputs)).toEqual([
      header,
      ['Ann', 0.9, ...blanks(7), 0.85],
      ['Bo', ...blanks(9)],
    ])
  })

  it('takes staff without their heading, Chinese headings, and leaves the header row out', () => {
    const inputs = [
      ['销售额', '上期销售额', '投诉次数', '客户数'],
      [150, 120, 0, 60],
    ]
    expect(zh('TS_SALES_KPIS', column('李雷'), inputs)).toEqual([
      [
        '人员',
        '销售计划完成率',
        '销售增长率',
        '价格保持率',
        '销售费用率',
        '回款率',
        '拜访成功率',
        '客户投诉率',
        '新客户率',
        '客户保留率',
      ],
      ['李雷', '', 0.25, '', '', '', '', 0, '', ''],
    ])
    expect(en('TS_SALES_KPIS', '李雷', inputs, 0)).toEqual([['李雷', '', 0.25, '', '', '', '', 0, '', '']])
  })

  it('keeps a row for a person without figures, and gives the header for nobody', () => {
    expect(en('TS_SALES_KPIS', column('', 'Ann'), [['sales'], ['']])).toEqual([header, ['Ann', ...blanks(9)]])
    expect(en('TS_SALES_KPIS', column('person', '', ''), [['sales'], [''], ['']])).toEqual([header])
    expect(en('TS_SALES_KPIS', column('person', ''), [['sales'], ['']], 0)).toEqual([['']])
  })

  it('refuses more of something than there is, by the headings of the sheet', () => {
    const visits = [
      ['Visits', 'Successful visits'],
      [5, 5],
      ['', 9],
      [5, 6],
    ]
    expect(messageOf(() => en('TS_SALES_KPIS', column('Ann', 'Bo', 'Cy'), visits))).toBe(
      'TS_SALES_KPIS: Successful visits is more than Visits in row 4. Correct one of them.',
    )
    const kept = [
      ['留存客户数', '期初客户数'],
      [3, 0],
    ]
    expect(messageOf(() => zh('TS_SALES_KPIS', column('李雷'), kept))).toBe(
      'TS_SALES_KPIS: 第2行的留存客户数大于期初客户数。请更正其一。',
    )
  })

  const known =
    'plan, sales, prior_sales, list_value, expenses, collected, due, visits, successful_visits, complaints, customers, new_customers, customers_start or retained'

  it.each<[string, unknown[]]>([
    [
      `"target" in row 1, column 2 of inputs is not a known heading. Use ${known}.`,
      [
        column('p', 'Ann'),
        [
          ['sales', 'target'],
          [1, 2],
        ],
      ],
    ],
    [`"180" in row 1, column 1 of inputs is not a known heading. Use ${known}.`, [column('Ann'), [[180]]]],
    [
      `"" in row 1, column 1 of inputs is not a known heading. Use ${known}.`,
      [
        column('p', 'Ann'),
        [
          ['', 'sales'],
          [1, 2],
        ],
      ],
    ],
    [
      'inputs has "Sales" in columns 1 and 3. Keep one of them.',
      [
        column('p', 'Ann'),
        [
          ['sales', 'plan', 'Sales'],
          [1, 2, 3],
        ],
      ],
    ],
    ['staff has 1 row, inputs has 3. Give ranges of the same size.', [column('Ann'), [['sales'], [1], [2]]]],
    ['staff has 3 rows, inputs has 2. Give ranges of the same size.', [column('p', 'Ann', 'Bo'), [['sales'], [1]]]],
    [
      'staff has nothing in row 3. Fill it in, or clear the whole row.',
      [column('p', 'Ann', ''), [['sales'], [1], [2]]],
    ],
    ['staff has nothing in row 2. Fill it in, or clear the whole row.', [column('Ann', ''), [['sales'], [1], [2]]]],
    [
      '"12 visits" in row 2 of inputs is not a number. Enter it as a number.',
      [column('p', 'Ann'), [['visits'], ['12 visits']]],
    ],
    ['-1 in row 2 of inputs is less than 0. Correct it.', [column('p', 'Ann'), [['visits'], [-1]]]],
    ['inputs is missing. Give a range or a value.', [column('p', 'Ann')]],
  ])('says: %s', (message, args) => {
    expect(messageOf(() => en('TS_SALES_KPIS', ...args))).toBe(`TS_SALES_KPIS: ${message}`)
  })

  it('takes sales after returns below 0', () => {
    expect(
      en(
        'TS_SALES_KPIS',
        column('p', 'Ann'),
        [
          ['sales', 'plan'],
          [-20, 100],
        ],
        0,
      ),
    ).toMatchObject([{ 1: -0.2 }])
  })

  it('says so in Chinese', () => {
    expect(messageOf(() => zh('TS_SALES_KPIS', column('p', 'Ann'), [['目标'], [1]]))).toBe(
      'TS_SALES_KPIS: inputs第1行第1列的“目标”不是可识别的列标题。请使用计划销售额、销售额、上期销售额、标价金额、销售费用、回款额、应收款、拜访次数、成功拜访次数、投诉次数、客户数、新客户数、期初客户数或保留客户数。',
    )
    expect(
      messageOf(() =>
        zh('TS_SALES_KPIS', column('p', 'Ann'), [
          ['销售额', 'sales'],
          [1, 1],
        ]),
      ),
    ).toBe('TS_SALES_KPIS: inputs的第1列和第2列都是“sales”。请只保留一列。')
  })
})
