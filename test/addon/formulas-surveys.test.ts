import { beforeAll, describe, expect, it } from 'vitest'
import { builtAddon, column, type Formulas, formulasOf, messageOf } from './built-code.ts'

let en: Formulas
let zh: Formulas

beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  en = formulasOf(code)
  zh = formulasOf(code, { locale: 'zh_CN' })
})

const closeTo = (figure: number) => expect.closeTo(figure, 9)
/** Extra hours of sleep by two drugs, the same ten people; Student (1908). */
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
/** So many ones, then zeros. */
const ones = (successes: number, n: number) => Array.from({ length: n }, (_, i) => (i < successes ? 1 : 0))

describe('TS_NPS, TS_NPS_STATS and TS_NPS_GROUP', () => {
  it('read ranges of any shape, single answers and open ranges', () => {
    expect(en('TS_NPS', 9)).toBe(100)
    expect(en('TS_NPS', [[6, 9, '', 10, 7]])).toBe(25)
    expect(en('TS_NPS', column('How likely?', 10, 0, '', ''))).toBe(0)
    expect(en('TS_NPS_GROUP', column('How likely?', 6, 7, 8, 9, 9.5, -1, ''))).toEqual(
      column('group', 'Detractor', 'Passive', 'Passive', 'Promoter', '', '', ''),
    )
  })

  it('have adjusted limits for a single answer, and no error by WALD', () => {
    // 1.75 promoters and 0.75 detractors of 4: net 25, error 37.5; 25 - 1.959964 x 37.5
    const row = [1, 1, 0, 0, 100, 37.5, closeTo(25 - 1.959963984540054 * 37.5), closeTo(98.49864942025202), 0]
    expect(en('TS_NPS_STATS', 10, '', '', 0)).toEqual([row])
    expect(en('TS_NPS_STATS', 10, '', 'wald', 0)).toEqual([[1, 1, 0, 0, 100, 0, 100, 100, 0]])
    expect(en('TS_NPS_STATS', column(0, 0, 0), 0.9, 'WALD', 0)).toEqual([[3, 0, 0, 3, -100, 0, -100, -100, 0]])
  })

  it('speak Chinese', () => {
    const header = ['样本数', '推荐者', '被动者', '贬损者', '净推荐值', '标准误', '下限', '上限', '未计入']
    expect(zh('TS_NPS_STATS', column(10, 'x'))).toMatchObject([header, { 0: 1, 8: 1 }])
    expect(zh('TS_NPS_GROUP', column('分', 9, 7, 2))).toEqual(column('推荐分组', '推荐者', '被动者', '贬损者'))
  })
})

describe('TS_CSAT and TS_CES', () => {
  it('read ranges of any shape without their heading and blanks', () => {
    expect(en('TS_CSAT', column('q', 4, '', 3.9, ''))).toBe(0.5)
    expect(en('TS_CSAT', 5)).toBe(1)
    expect(en('TS_CES', column('easy', 7, '', 2, ''))).toBe(4.5)
    expect(en('TS_CES', [[7, 5, 4, 1]], 7, 'share')).toBe(0.5)
    expect(en('TS_CES', [[7, 5, 4, 1]], '', 'SHARE')).toBe(0.5)
    expect(en('TS_CES', [[5, 4, 3, 1]], 5, 'SHARE')).toBe(0.5)
    expect(en('TS_CES', [[5, 4, 3, 1]], '5', 'MEAN')).toBe(3.25)
    expect(en('TS_CES', '3')).toBe(3)
  })

  it('take the ends of the scale and refuse what lies beyond', () => {
    expect(en('TS_CES', [[1, 7]])).toBe(4)
    expect(en('TS_CES', [[1, 5]], 5)).toBe(3)
    expect(en('TS_CSAT', [[1, 7]], '', 7)).toBe(0.5)
  })
})

describe('TS_RATE_CI', () => {
  it('repeats one total beside a column, keeps blank rows, and takes another confidence', () => {
    const rows = en('TS_RATE_CI', column('yes', 15, '', 0), 148) as unknown[][]
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
    expect(rows[1]).toEqual([15 / 148, expect.closeTo(0.0624, 4), expect.closeTo(0.1605, 4)])
    expect(rows[2]).toEqual(['', '', ''])
    expect(rows[3]).toMatchObject([0, 0, expect.closeTo(0.0253, 4)])
    const [usual] = en('TS_RATE_CI', 3, 4) as [number[]]
    const [surer] = en('TS_RATE_CI', 3, 4, 0.99) as [number[]]
    expect(surer[1]! < usual[1]! && surer[2]! > usual[2]!).toBe(true)
    expect(zh('TS_RATE_CI', column('数', 1), column('总', 2))).toMatchObject([['比率', '下限', '上限'], { 0: 0.5 }])
  })
})

describe('TS_COMPARE', () => {
  const header = ['before', 'after', 'change', 'low', 'high', 'p', 'verdict']

  it('compares net promoter scores, ignoring what is no answer, of ranges of any length', () => {
    const before = column('Spring', ...Array(50).fill(10), ...Array(50).fill(3), 'n/a', '', '')
    const after = column('Autumn', ...Array(80).fill(9), ...Array(20).fill(8), 11, '')
    const [labels, row] = en('TS_COMPARE', before, after) as unknown[][]
    expect(labels).toEqual(header)
    // 50.75 and 50.75 of 103; 80.75 and 0.75 of 103: net 0 and 80/103
    const error = Math.hypot(Math.sqrt(101.5 / 103 / 103), Math.sqrt((81.5 / 103 - (80 / 103) ** 2) / 103))
    const half = 195.9963984540054 * error
    expect(row).toEqual([0, 80, 80, closeTo(8000 / 103 - half), closeTo(8000 / 103 + half), expect.closeTo(0, 9), 'Up'])
    expect(en('TS_COMPARE', after, before, 'nps', '', '', 0)).toMatchObject([{ 2: -80, 6: 'Down' }])
  })

  it('compares the share of 4 and 5', () => {
    const before = column(4, 3, 1, 5, '')
    const after = column('q', 5, 4, 5)
    expect(en('TS_COMPARE', before, after, 'CSAT')).toMatchObject([
      header,
      { 0: 0.5, 1: 1, 2: 0.5, 6: 'No clear change' },
    ])
  })

  it('compares rates of zeros and ones, of checkboxes, and of both', () => {
    // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, example a, method 10; p: R 4, prop.test
    const wanted = [
      0.6,
      0.8,
      closeTo(0.2),
      expect.closeTo(0.0524, 4),
      expect.closeTo(0.3339, 4),
      closeTo(0.008045081368196564),
      'Up',
    ]
    expect(en('TS_COMPARE', column(...ones(48, 80)), column(...ones(56, 70)), 'RATE', '', '', 0)).toEqual([wanted])
    const ticks = column('bought', ...ones(56, 70).map(Boolean))
    expect(en('TS_COMPARE', column(...ones(48, 80)), ticks, 'RATE', '', '', 0)).toEqual([wanted])
    expect(en('TS_COMPARE', 0, true, 'RATE', '', '', 0)).toMatchObject([{ 0: 0, 1: 1, 6: 'No clear change' }])
  })

  it("compares means as R's t.test does, row by row where paired", () => {
    const [before, after] = [column('drug 1', ...drug1), column('drug 2', ...drug2)]
    expect(en('TS_COMPARE', before, after, 'MEAN', '', '', 0)).toEqual([
      [
        0.75,
        closeTo(2.33),
        closeTo(1.58),
        closeTo(-0.2054832307117102),
        closeTo(3.3654832307117104),
        closeTo(0.07939414018735817),
        'No clear change',
      ],
    ])
    const paired = [
      0.75,
      closeTo(2.33),
      closeTo(1.58),
      closeTo(0.7001142367),
      closeTo(2.4598857633),
      closeTo(0.0028328902),
    ]
    expect(en('TS_COMPARE', before, after, 'MEAN', 0.95, true, 0)).toEqual([[...paired, 'Up']])
    expect(zh('TS_COMPARE', before, after, 'MEAN', 0.95, 1)).toEqual([
      ['之前', '之后', '变化', '下限', '上限', 'p值', '结论'],
      [...paired, '上升'],
    ])
  })

  it('leaves rows with a blank out of pairs, and blanks out of either side otherwise', () => {
    const before = column('b', 100, ...drug1, '', '')
    const after = column('a', '', ...drug2, 100, '')
    expect(en('TS_COMPARE', before, after, 'MEAN', '', true, 0)).toMatchObject([{ 0: 0.75, 2: closeTo(1.58), 6: 'Up' }])
    expect(en('TS_COMPARE', column(1, '', 3), column('', 5), 'MEAN', '', '', 0)).toMatchObject([{ 0: 2, 1: 5, 2: 3 }])
  })

  it('leaves limits and p blank where the answers cannot tell', () => {
    expect(en('TS_COMPARE', 3, column(4, 5), 'MEAN')).toEqual([header, [3, 4.5, 1.5, '', '', '', 'No clear change']])
    expect(en('TS_COMPARE', column(5, 5), column(4, 4), 'MEAN', '', '', 0)).toEqual([
      [5, 4, -1, '', '', '', 'No clear change'],
    ])
    expect(en('TS_COMPARE', column(5, 6), column(4, 5), 'MEAN', '', true, 0)).toEqual([
      [5.5, 4.5, -1, '', '', '', 'No clear change'],
    ])
  })

  it('finds no change where nothing differs', () => {
    expect(en('TS_COMPARE', 10, 10, '', '', '', 0)).toMatchObject([{ 2: 0, 5: 1, 6: 'No clear change' }])
    expect(zh('TS_COMPARE', 10, 10, '', '', '', 0)).toMatchObject([{ 6: '无明确变化' }])
    expect(zh('TS_COMPARE', column(...ones(90, 90)), column(...ones(2, 90)), 'RATE', '', '', 0)).toMatchObject([
      { 6: '下降' },
    ])
  })
})

describe('errors', () => {
  it.each([
    ['TS_CES', [], 'scores is missing. Give a range or a value.'],
    ['TS_CES', [column('', '')], 'scores has no answer from 1 to 7. Choose the range with the answers.'],
    ['TS_CES', [column('easy', 7, 8)], '8 in row 3 of scores is not between 1 and 7. Correct it.'],
    ['TS_CES', [column(5, 0), 5], '0 in row 2 of scores is not between 1 and 5. Correct it.'],
    ['TS_CES', [column(5, 'good')], '"good" in row 2 of scores is not a number. Enter it as a number.'],
    ['TS_CES', [column(5), 6], '"6" is no scale. Use 7 or 5.'],
    ['TS_CES', [column(5), 7, 'SUM'], '"SUM" is no mode. Use MEAN or SHARE.'],
    ['TS_CSAT', [column(5), 9], '9 for threshold is not between 1 and 5. Correct it.'],
    ['TS_CSAT', [column('')], 'scores has no answer from 1 to 5. Choose the range with the answers.'],
    ['TS_CSAT', [], 'scores is missing. Give a range or a value.'],
    ['TS_NPS', [], 'scores is missing. Give a range or a value.'],
    ['TS_NPS', [column(9, 10), column(1)], 'scores has 2 rows, weights has 1. Give ranges of the same size.'],
    ['TS_NPS', [column(9, 10), column(1, '')], 'weights has nothing in row 2. Fill it in, or clear the whole row.'],
    ['TS_NPS_STATS', [column(11)], 'scores has no answer from 0 to 10. Choose the range with the answers.'],
    ['TS_NPS_STATS', [column(9), '', 'BEST'], '"BEST" is no method. Use ADJUSTED or WALD.'],
    ['TS_RATE_CI', [-1, 4], '-1 in row 1 of successes is less than 0. Correct it.'],
    ['TS_COMPARE', [], 'before is missing. Give a range or a value.'],
    ['TS_COMPARE', [column(9)], 'after is missing. Give a range or a value.'],
    ['TS_COMPARE', [column('n/a'), column(9)], 'before has no answer from 0 to 10. Choose the range with the answers.'],
    ['TS_COMPARE', [column(9), column('')], 'after has no answer from 0 to 10. Choose the range with the answers.'],
    ['TS_COMPARE', [column(5), column('q', 6), 'CSAT'], '6 in row 2 of after is not between 1 and 5. Correct it.'],
    [
      'TS_COMPARE',
      [column(5), column(''), 'CSAT'],
      'after has no answer from 1 to 5. Choose the range with the answers.',
    ],
    [
      'TS_COMPARE',
      [column('q', 1, 0.5), column(1), 'RATE'],
      '"0.5" in row 3 of before is neither 1 nor 0. Use 1 or TRUE for yes, 0 or FALSE for no.',
    ],
    ['TS_COMPARE', [column(''), column(1), 'RATE'], 'before has nothing in it. Fill it in, or choose another range.'],
    ['TS_COMPARE', [column(1), column(''), 'MEAN'], 'after has nothing in it. Fill it in, or choose another range.'],
    [
      'TS_COMPARE',
      [column(1, 'x'), column(1), 'MEAN'],
      '"x" in row 2 of before is not a number. Enter it as a number.',
    ],
    ['TS_COMPARE', [column(9), column(9), 'CES'], '"CES" is no metric. Use NPS, CSAT, RATE or MEAN.'],
    ['TS_COMPARE', [column(9), column(9), '', 95], 'confidence 95 is not between 0 and 1. Use 0.95 for 95 %.'],
    [
      'TS_COMPARE',
      [column(9), column(9), 'NPS', '', true],
      'paired compares means, row by row. Use metric "MEAN", or leave paired out.',
    ],
    [
      'TS_COMPARE',
      [column(9, ''), column('', 9), 'MEAN', '', true],
      'no row has both before and after. Choose ranges whose rows belong together.',
    ],
    [
      'TS_COMPARE',
      [column(9, 8), column(9), 'MEAN', '', true],
      'before has 2 rows, after has 1. Give ranges of the same size.',
    ],
    ['TS_COMPARE', [[[9, 8]], [[9, 8]], 'MEAN', '', true], 'before has 2 columns. Give one column.'],
  ])('%s of %j', (name, args, sentence) => {
    expect(messageOf(() => en(name, ...args))).toBe(`${name}: ${sentence}`)
  })

  it.each([
    ['TS_CES', [column(5), 6], 'scale不能是“6”。请使用7或5。'],
    ['TS_CES', [column('easy', 8)], 'scores第2行的8不在1到7之间。请更正。'],
    [
      'TS_COMPARE',
      [column(0.5), column(1), 'RATE'],
      'before第1行的“0.5”既不是1也不是0。“是”请写1或TRUE，“否”请写0或FALSE。',
    ],
    ['TS_COMPARE', [9, 9, 'CSAT', '', true], 'paired逐行比较平均值。请使用metric "MEAN"，或省略paired。'],
    [
      'TS_COMPARE',
      [column(9, ''), column('', 9), 'MEAN', '', true],
      '没有一行同时填有before和after。请选择逐行对应的区域。',
    ],
  ])('%s of %j, in Chinese', (name, args, sentence) => {
    expect(messageOf(() => zh(name, ...args))).toBe(`${name}: ${sentence}`)
  })
})
