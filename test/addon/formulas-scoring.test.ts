import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
})

const headings = (result: unknown) => (result as unknown[][])[0]
const refused = (name: string, ...args: unknown[]) => messageOf(() => en(name, ...args))
const close = (found: unknown, wanted: readonly number[], digits = 10) => {
  const [row = [], ...others] = found as number[][]
  expect(others).toEqual([])
  expect(row).toHaveLength(wanted.length)
  for (const [i, number] of wanted.entries()) expect(row[i]).toBeCloseTo(number, digits)
}

describe('TS_ABC_CLASS', () => {
  const revenue = column('revenue', 30, 50, '', 5, 10, 5, '', '')

  it('gives a class beside each value, under a heading and blank beside blanks', () => {
    expect(en('TS_ABC_CLASS', revenue)).toEqual(column('class', 'A', 'A', '', 'B', 'B', 'B', '', ''))
    expect(headings(zh('TS_ABC_CLASS', revenue))).toEqual(['类别'])
  })

  it('takes every option', () => {
    expect(en('TS_ABC_CLASS', revenue, 0.5, 0.9)).toEqual(column('class', 'B', 'A', '', 'C', 'B', 'C', '', ''))
    expect(en('TS_ABC_CLASS', revenue, '', '', 'end')).toEqual(column('class', 'A', 'A', '', 'C', 'B', 'C', '', ''))
    expect(en('TS_ABC_CLASS', revenue, 0.2, 0.6, 'COUNT')).toEqual(column('class', 'B', 'A', '', 'C', 'B', 'C', '', ''))
    expect(en('TS_ABC_CLASS', revenue, 1)).toEqual(column('class', 'A', 'A', '', 'A', 'A', 'A', '', ''))
    expect(en('TS_ABC_CLASS', column(1, 1, 1, 97), 0.96)).toEqual(column('C', 'C', 'C', 'A'))
    expect(en('TS_ABC_CLASS', column(1, 2, 97), 0.98)).toEqual(column('C', 'A', 'A'))
  })

  it('takes one value, no values, equal values, zeros, refunds and numbers written as text', () => {
    expect(en('TS_ABC_CLASS', 7)).toBe('A')
    expect(en('TS_ABC_CLASS', '')).toBe('')
    expect(en('TS_ABC_CLASS', column('', ''))).toEqual(column('', ''))
    expect(en('TS_ABC_CLASS', column('revenue', '', ''))).toEqual(column('class', '', ''))
    expect(en('TS_ABC_CLASS', column(4, 4))).toEqual(column('A', 'A'))
    expect(en('TS_ABC_CLASS', column(0, -5, 0))).toEqual(column('C', 'C', 'C'))
    expect(en('TS_ABC_CLASS', column('90', '10.5', -3))).toEqual(column('A', 'B', 'C'))
  })

  it('says what is wrong', () => {
    expect(refused('TS_ABC_CLASS')).toBe('TS_ABC_CLASS: values is missing. Give a range or a value.')
    expect(refused('TS_ABC_CLASS', revenue, 80)).toBe('TS_ABC_CLASS: 80 for a is not between 0 and 1. Correct it.')
    expect(refused('TS_ABC_CLASS', revenue, 0)).toBe('TS_ABC_CLASS: 0 for a is not above 0. Correct it.')
    expect(refused('TS_ABC_CLASS', revenue, 0.8, 95)).toBe('TS_ABC_CLASS: 95 for b is not between 0 and 1. Correct it.')
    expect(refused('TS_ABC_CLASS', revenue, 0.8, 0.5)).toBe('TS_ABC_CLASS: 0.5 for b is less than 0.8. Correct it.')
    expect(refused('TS_ABC_CLASS', revenue, '', '', 'TOP')).toBe(
      'TS_ABC_CLASS: "TOP" is no rule. Use START, END or COUNT.',
    )
    expect(refused('TS_ABC_CLASS', column('r', 1, 'much'))).toBe(
      'TS_ABC_CLASS: "much" in row 3 of values is not a number. Enter it as a number.',
    )
  })
})

describe('TS_PARETO', () => {
  const items = column('reason', 'late', 'wrong', 'late', '', 'other', '')
  const values = column('cases', 38, 30, 22, '', 10, '')

  it('ranks items with their running share, from headed and open ranges', () => {
    expect(en('TS_PARETO', items, values)).toEqual([
      ['item', 'value', 'share', 'cumulative share', 'class'],
      ['late', 60, 0.6, 0.6, 'A'],
      ['wrong', 30, 0.3, 0.9, 'A'],
      ['other', 10, 0.1, 1, 'B'],
    ])
    expect(headings(zh('TS_PARETO', items, values))).toEqual(['项目', '数值', '占比', '累计占比', '类别'])
  })

  it('takes no rows, one row, rows without headings, refunds and zeros', () => {
    expect(en('TS_PARETO', column('', ''), column('', ''))).toEqual([
      ['item', 'value', 'share', 'cumulative share', 'class'],
    ])
    expect(en('TS_PARETO', column('', ''), column('', ''), 0)).toEqual([['']])
    expect(en('TS_PARETO', column('x'), column(3), 0)).toEqual([['x', 3, 1, 1, 'A']])
    expect(en('TS_PARETO', column('x', 17), column(-3, 0), 0)).toEqual([
      [17, 0, '', '', 'C'],
      ['x', -3, '', '', 'C'],
    ])
    expect(en('TS_PARETO', column('x', 'y'), column(-3, 6), 0)).toEqual([
      ['y', 6, 1, 1, 'A'],
      ['x', -3, '', '', 'C'],
    ])
  })

  it('says what is wrong', () => {
    expect(refused('TS_PARETO', items)).toBe('TS_PARETO: values is missing. Give a range or a value.')
    expect(refused('TS_PARETO', items, column(1, 2))).toBe(
      'TS_PARETO: items has 7 rows, values has 2. Give ranges of the same size.',
    )
    expect(refused('TS_PARETO', column('a', ''), column(1, 2))).toBe(
      'TS_PARETO: items has nothing in row 2. Fill it in, or clear the whole row.',
    )
  })
})

/** Diakoulaki et al. (1995) under headings, with blank rows. */
const companies = [
  ['profit', 'share', 'productivity'],
  [61, 1.08, 4.33],
  [20.7, 0.26, 4.34],
  ['', '', ''],
  [16.3, 1.98, 2.53],
  [9, 3.29, 1.65],
  [5.4, 2.77, 2.33],
  [4, 4.12, 1.21],
  [-6.1, 3.52, 2.1],
  [-34.6, 3.31, 0.98],
  ['', '', ''],
]

describe('TS_WEIGHTS', () => {
  it('gives one row, whatever headings and blank rows the data have', () => {
    close(en('TS_WEIGHTS', companies, 'CRITIC'), [0.20222554, 0.48090173, 0.31687273], 8)
    close(en('TS_WEIGHTS', companies, 'critic', [[1, -1, 1]]), [0.386253309617, 0.36288852668, 0.250858163703])
    close(en('TS_WEIGHTS', companies, 'STDEV'), [0.279083061761, 0.340926283973, 0.379990654266])
    expect(en('TS_WEIGHTS', companies, 'EQUAL')).toEqual([[1 / 3, 1 / 3, 1 / 3]])
  })

  it('is ENTROPY where nothing is said (Xu 2004)', () => {
    const data = [
      [30, 30, 38, 29],
      [19, 54, 86, 29],
      [19, 15, 85, 28.9],
      [68, 70, 60, 29],
    ]
    close(en('TS_WEIGHTS', data), [0.462952286899, 0.39920354899, 0.137840856139, 0.000003307972])
    expect(en('TS_WEIGHTS', data, '', [[1, -1, 1, -1]])).toEqual(en('TS_WEIGHTS', data))
  })

  it('goes with TS_NORMALIZE, for entropy weights of min-max values, and into TS_WEIGHTED_SCORE', () => {
    const scaled = en('TS_NORMALIZE', companies, 'MINMAX', [[1, -1, 1]])
    const weights = en('TS_WEIGHTS', scaled) as number[][]
    expect(weights[0]?.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(en('TS_WEIGHTED_SCORE', companies, weights)).toHaveLength(companies.length)
  })

  it('weighs columns that never change 0', () => {
    expect(
      en('TS_WEIGHTS', [
        [5, 1, 0],
        [5, 3, 0],
      ]),
    ).toEqual([[0, 1, 0]])
    expect(
      en(
        'TS_WEIGHTS',
        [
          [5, 1],
          [5, 3],
        ],
        'CRITIC',
      ),
    ).toEqual([[0, 1]])
  })

  it('says what is wrong', () => {
    const same = 'TS_WEIGHTS: every column of data is the same in all rows, so none tells more. Use EQUAL, or add rows.'
    expect(refused('TS_WEIGHTS', companies)).toBe(
      'TS_WEIGHTS: -6.1 in row 9 of data is less than 0, and ENTROPY takes shares. Use CRITIC, or TS_NORMALIZE the data first.',
    )
    expect(
      refused('TS_WEIGHTS', [
        [-2, 1],
        [1, 2],
      ]),
    ).toContain('-2 in row 1 of data is less than 0')
    expect(refused('TS_WEIGHTS', 5)).toBe(same)
    expect(
      refused(
        'TS_WEIGHTS',
        [
          [1, 2],
          [1, 2],
        ],
        'CRITIC',
      ),
    ).toBe(same)
    expect(
      refused('TS_WEIGHTS', [
        ['a', 'b'],
        [1, 2],
        [1, ''],
      ]),
    ).toBe('TS_WEIGHTS: data has nothing in row 3. Fill it in, or clear the whole row.')
    expect(
      refused('TS_WEIGHTS', [
        ['a', 'b'],
        ['', ''],
      ]),
    ).toBe('TS_WEIGHTS: data has nothing in it. Fill it in, or choose another range.')
    expect(refused('TS_WEIGHTS', companies, 'AHP')).toBe(
      'TS_WEIGHTS: "AHP" is no method. Use ENTROPY, CRITIC, STDEV or EQUAL.',
    )
    expect(refused('TS_WEIGHTS', companies, 'CRITIC', [[1, 1]])).toBe(
      'TS_WEIGHTS: directions has 2 values for 3 columns of data. Give one for each.',
    )
    expect(messageOf(() => zh('TS_WEIGHTS', companies))).toBe(
      'TS_WEIGHTS: data第9行的-6.1小于0，ENTROPY要计算占比。请使用CRITIC，或先用TS_NORMALIZE换算。',
    )
    expect(messageOf(() => zh('TS_WEIGHTS', 5))).toBe(
      'TS_WEIGHTS: data的每一列在各行都相同，分不出轻重。请使用EQUAL，或增加行。',
    )
  })
})

describe('TS_AHP_WEIGHTS', () => {
  // Saaty (2008), table 4, ratio by numpy
  const weights = [0.0914, 0.2176, 0.691, 0.0462]

  it('gives the weights, then the consistency ratio, in one row', () => {
    close(
      en('TS_AHP_WEIGHTS', [
        [1, 1 / 3, 1 / 6],
        [3, 1, 1 / 4],
        [6, 4, 1],
      ]),
      weights,
      4,
    )
    close(
      en('TS_AHP_WEIGHTS', [
        [1, 0.33, 0.17],
        [3, 1, 0.25],
        [6, 4, 1],
      ]),
      weights,
      4,
    )
    expect(en('TS_AHP_WEIGHTS', 1)).toEqual([[1, 0]])
    expect(
      en('TS_AHP_WEIGHTS', [
        ['', 3],
        ['', ''],
      ]),
    ).toEqual([[0.75, 0.25, 0]])
  })

  it('takes one half, headings above it and blank rows of an open range below it', () => {
    const half = [
      ['price', 'service', 'range'],
      [1, '', ''],
      [3, 1, ''],
      ['6', 4, 1],
      ['', '', ''],
      ['', '', ''],
    ]
    close(en('TS_AHP_WEIGHTS', half), weights, 4)
    const upper = [
      ['', 1 / 3, 1 / 6],
      ['', '', 1 / 4],
      ['', '', ''],
      ['', '', ''],
    ]
    close(en('TS_AHP_WEIGHTS', upper), weights, 4)
  })

  it.each<[unknown, string, string]>([
    [
      [[1, 2]],
      'matrix has 1 row and 2 columns. Give one row and one column for each indicator.',
      'matrix有1行2列。每个评价指标请各占一行一列。',
    ],
    [
      [
        [1, 2],
        ['', 1],
        ['', 3],
      ],
      'matrix has 3 rows and 2 columns. Give one row and one column for each indicator.',
      'matrix有3行2列。每个评价指标请各占一行一列。',
    ],
    [
      [
        ['a', 'b'],
        [1, 0],
        ['', 1],
      ],
      '0 in row 2, column 2 of matrix is not above 0. Enter how many times more the row matters.',
      'matrix第2行第2列的0不大于0。请填写该行的重要程度是该列的几倍。',
    ],
    [
      [
        ['a', 'b'],
        [1, 3],
        ['', 2],
      ],
      '2 in row 3, column 2 of matrix compares an indicator with itself. Enter 1, or clear it.',
      'matrix第3行第2列的2是指标与自身的比较。请填1，或清空。',
    ],
    [
      [
        [1, ''],
        ['', 1],
      ],
      'matrix has nothing in row 1, column 2, nor in the cell opposite. Fill in one of them.',
      'matrix第1行第2列和与它对称的单元格都是空的。请填写其中一个。',
    ],
    [
      [
        [1, 3],
        [0.5, 1],
      ],
      'matrix has 3 in row 1, column 2 but 0.5 opposite, which should be 1 divided by it. Correct one, or clear it.',
      'matrix第1行第2列是3，与它对称的却是0.5，两者应互为倒数。请更正或清空其中一个。',
    ],
    [
      [
        [1, ''],
        ['1/3', 1],
      ],
      '"1/3" in row 2 of matrix is not a number. Enter a fraction as =1/3, or clear the cell.',
      'matrix第2行的“1/3”不是数字。分数请写成=1/3，或清空单元格。',
    ],
    [
      Array.from({ length: 16 }, () => new Array(16).fill(1)),
      'matrix compares 16 indicators, and the consistency ratio is known up to 15. Compare them in groups.',
      'matrix比较16个评价指标，一致性比率最多算到15个。请分组比较。',
    ],
    [undefined, 'matrix is missing. Give a range or a value.', '缺少matrix。请给出区域或数值。'],
    [
      [
        [1, 'x'],
        [2, 1],
      ],
      '"x" in row 1 of matrix is not a number. Enter it as a number.',
      'matrix第1行的“x”不是数字。请输入数字。',
    ],
  ])('says what is wrong with %j', (matrix, sentence, chinese) => {
    expect(refused('TS_AHP_WEIGHTS', matrix)).toBe(`TS_AHP_WEIGHTS: ${sentence}`)
    expect(messageOf(() => zh('TS_AHP_WEIGHTS', matrix))).toBe(`TS_AHP_WEIGHTS: ${chinese}`)
  })

  it('knows that 1/3 typed into a cell becomes a date', () => {
    expect(
      refused('TS_AHP_WEIGHTS', [
        [1, new Date(2024, 0, 3)],
        [3, 1],
      ]),
    ).toBe(
      'TS_AHP_WEIGHTS: "Wed Jan 03 2024" in row 1 of matrix is not a number. Enter a fraction as =1/3, or clear the cell.',
    )
  })
})

describe('TS_TOPSIS', () => {
  const data = [
    ['visits', 'days late'],
    [2, 3],
    ['', ''],
    [4, 3],
    [0, 3],
  ]

  it('gives closeness beside each row, under a heading and blank beside blank rows', () => {
    expect(en('TS_TOPSIS', data, [[2, 1]])).toEqual(column('closeness', 0.5, '', 1, 0))
    expect(en('TS_TOPSIS', data, column(2, 1), [[-1, 1]])).toEqual(column('closeness', 0.5, '', 0, 1))
    expect(headings(zh('TS_TOPSIS', data, [[2, 1]]))).toEqual(['贴近度'])
  })

  it('of the aircraft of Hwang and Yoon (1981)', () => {
    const aircraft = [
      [2.0, 1500, 20000, 5.5, 5, 9],
      [2.5, 2700, 18000, 6.5, 3, 5],
      [1.8, 2000, 21000, 4.5, 7, 7],
      [2.2, 1800, 20000, 5.0, 5, 5],
    ]
    const closeness = en('TS_TOPSIS', aircraft, [[0.2, 0.1, 0.1, 0.1, 0.2, 0.3]], [[1, 1, 1, -1, 1, 1]]) as number[][]
    close([closeness.map(([cell]) => cell)], [0.643277000553, 0.268383567719, 0.613542290007, 0.312291065582])
  })

  it('takes one row, equal rows and one value', () => {
    expect(en('TS_TOPSIS', [[1, 2]], [[1, 1]])).toEqual([[0.5]])
    expect(
      en(
        'TS_TOPSIS',
        [
          [1, 2],
          [1, 2],
        ],
        [[1, 1]],
      ),
    ).toEqual([[0.5], [0.5]])
    expect(en('TS_TOPSIS', 7, 1)).toBe(0.5)
  })

  it('says what is wrong', () => {
    expect(refused('TS_TOPSIS', data)).toBe('TS_TOPSIS: weights is missing. Give a range or a value.')
    expect(
      refused(
        'TS_TOPSIS',
        [
          [1, 2],
          [1, ''],
        ],
        [[1, 1]],
      ),
    ).toBe('TS_TOPSIS: data has nothing in row 2. Fill it in, or clear the whole row.')
    expect(refused('TS_TOPSIS', data, [[1]])).toBe(
      'TS_TOPSIS: weights has 1 value for 2 columns of data. Give one for each.',
    )
    expect(refused('TS_TOPSIS', data, [[1, -1]])).toBe(
      'TS_TOPSIS: weight -1 is negative. Use 0 or more, and direction -1 where lower is better.',
    )
    expect(refused('TS_TOPSIS', data, [[0, 0]])).toBe('TS_TOPSIS: all weights are 0. Make at least one of them larger.')
    expect(refused('TS_TOPSIS', [['', '']], [[1, 1]])).toBe(
      'TS_TOPSIS: data has nothing in it. Fill it in, or choose another range.',
    )
  })
})

describe('TS_COMPLETENESS', () => {
  const since = new Date('2024-03-01T00:00:00Z')

  it('gives the share of filled fields beside each row, and blank beside blank rows', () => {
    const records = [
      ['name', 'phone', 'since', 'consent'],
      ['Acme', '555-0101', since, true],
      ['Birch', '  ', since, ''],
      ['', '', '', ''],
      ['Dune', 0, '', false],
      ['\u3000', '', '', ''],
    ]
    expect(en('TS_COMPLETENESS', records)).toEqual(column('completeness', 1, 0.5, '', 0.75, ''))
    expect(headings(zh('TS_COMPLETENESS', records))).toEqual(['资料完整度'])
    expect(en('TS_COMPLETENESS', records, [[1, 0, 3, 0]])).toEqual(column('completeness', 1, 1, '', 0.25, ''))
  })

  it('takes cells whose formula failed for blank, in the rows and when it looks for headings', () => {
    const records = [
      ['Acme', '#N/A', '555-0101', '#REF!'],
      ['Birch', 'Leeds', '', 'x'],
      ['#N/A', '', '', ''],
    ]
    expect(en('TS_COMPLETENESS', records)).toEqual([[0.5], [0.75], ['']])
    expect(
      en('TS_COMPLETENESS', [
        ['Acme', 'Leeds'],
        ['Birch', '#N/A'],
      ]),
    ).toEqual([[1], [0.5]])
    expect(
      en('TS_COMPLETENESS', [
        ['Acme', 'unknown'],
        ['Birch', 12],
      ]),
    ).toEqual([[1], [1]])
  })

  it('takes the first row for headings only where words stand above numbers, dates or ticks', () => {
    const words = [
      ['name', 'city'],
      ['Acme', ''],
    ]
    expect(en('TS_COMPLETENESS', words)).toEqual([[1], [0.5]])
    for (const below of [12, '12', since, '2024-03-01', false]) {
      expect(
        en('TS_COMPLETENESS', [
          ['name', 'value'],
          ['Acme', below],
        ]),
      ).toEqual([['completeness'], [1]])
    }
    expect(
      en('TS_COMPLETENESS', [
        ['name', ''],
        ['Acme', 12],
      ]),
    ).toEqual([[0.5], [1]])
    expect(
      en('TS_COMPLETENESS', [
        ['name', 'value'],
        ['Acme', 12],
        ['', 'none'],
      ]),
    ).toEqual([['completeness'], [1], [0.5]])
    expect(
      en('TS_COMPLETENESS', [
        ['Acme', 7],
        ['Birch', 12],
      ]),
    ).toEqual([[1], [1]])
    expect(
      en('TS_COMPLETENESS', [
        ['', ''],
        ['', 12],
      ]),
    ).toEqual([[''], [0.5]])
  })

  it('takes one cell and no rows', () => {
    expect(en('TS_COMPLETENESS', 'x')).toBe(1)
    expect(en('TS_COMPLETENESS', '')).toBe('')
    expect(en('TS_COMPLETENESS', column('', ''))).toEqual(column('', ''))
  })

  it('says what is wrong', () => {
    expect(refused('TS_COMPLETENESS')).toBe('TS_COMPLETENESS: records is missing. Give a range or a value.')
    expect(refused('TS_COMPLETENESS', [['a', 'b']], [[1]])).toBe(
      'TS_COMPLETENESS: weights has 1 value for 2 columns of data. Give one for each.',
    )
    expect(refused('TS_COMPLETENESS', [['a', 'b']], [[1, -1]])).toBe(
      'TS_COMPLETENESS: weight -1 is negative. Use 0 or more, and direction -1 where lower is better.',
    )
    expect(refused('TS_COMPLETENESS', [['a', 'b']], [[0, 0]])).toBe(
      'TS_COMPLETENESS: all weights are 0. Make at least one of them larger.',
    )
  })
})

describe('numbers of scores and tiers', () => {
  it('end at 1000', () => {
    expect(en('TS_QUANTILE_TIER', column(5, 5), 1000, 'RANK')).toEqual(column(1, 2))
    expect(refused('TS_QUANTILE_TIER', column(5, 6), 1001)).toBe(
      'TS_QUANTILE_TIER: 1001 for n is not between 2 and 1000. Correct it.',
    )
    expect(refused('TS_RFM_SCORE', 1, 1, 1, [[5, 1e15, 5]])).toBe(
      'TS_RFM_SCORE: 1000000000000000 for bins is not between 2 and 1000. Correct it.',
    )
    expect(en('TS_RFM_SCORE', 1, 1, 1, 1000)).toEqual([[1000, 1, 1, '1000-1-1']])
  })
})
