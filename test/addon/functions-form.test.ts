import { beforeAll, describe, expect, test } from 'vitest'
import { formulaOf, type GivenArgument, typedArgument } from '../../addon/functions-form/given-call.ts'
import type { FunctionFamily, FunctionReference } from '../../addon/reference/reference.ts'
import { columnLetters } from '../../addon/sheet/column-letters.ts'
import {
  type Field,
  fieldsOf,
  likelyArguments,
  likelyTab,
  missing,
  selectedArguments,
} from '../../addon/sidebar/functions/fields.ts'
import { search } from '../../addon/sidebar/functions/search.ts'
import { builtAddon } from './built-code.ts'
import { gathered } from './reference/gathered.ts'

let families: FunctionFamily[]
let files: Map<string, string>

beforeAll(async () => {
  files = await builtAddon()
  families = (await gathered(files.get('Code.js') as string)).families
})

function told(name: string): FunctionReference {
  const found = families.flatMap(({ functions }) => functions).find((each) => each.name === name)
  if (!found) throw new Error(name)
  return found
}

function names(query: string): string[] {
  return search(families, query).map(({ name }) => name)
}

describe('a typed argument', () => {
  test.each([
    ['0.5', { kind: 'value', value: 0.5 }, '0.5'],
    ['-3', { kind: 'value', value: -3 }, '-3'],
    ['true', { kind: 'value', value: true }, 'TRUE'],
    ['RANK', { kind: 'value', value: 'RANK' }, '"RANK"'],
    ['"RANK"', { kind: 'value', value: 'RANK' }, '"RANK"'],
    ['say "hi"', { kind: 'value', value: 'say "hi"' }, '"say ""hi"""'],
    ['2024-03-01', { kind: 'value', value: '2024-03-01' }, '"2024-03-01"'],
    ['date(2024, 3, 1)', { kind: 'day', year: 2024, month: 3, day: 1 }, 'DATE(2024, 3, 1)'],
    ['{60,80}', { kind: 'list', rows: [[60, 80]] }, '{60,80}'],
    [
      '{"C","B, or so"; 1, 2}',
      {
        kind: 'list',
        rows: [
          ['C', 'B, or so'],
          [1, 2],
        ],
      },
      '{"C","B, or so";1,2}',
    ],
    ['｛60，80｝', { kind: 'list', rows: [[60, 80]] }, '{60,80}'],
    ['Setup!B1', { kind: 'cells', notation: 'Setup!B1' }, 'Setup!B1'],
    ["'My tab'!$B$1:C4", { kind: 'cells', notation: "'My tab'!$B$1:C4" }, "'My tab'!$B$1:C4"],
    ['客户!A2:A', { kind: 'cells', notation: '客户!A2:A' }, '客户!A2:A'],
  ])('%s', (text, meant, written) => {
    expect(typedArgument(text)).toEqual(meant)
    expect(formulaOf({ name: 'TS_X', arguments: [{ typed: text }] })).toBe(`TS_X(${written})`)
  })
})

describe('a formula', () => {
  const column = (sheet: string, at: number, more: object = {}): GivenArgument => ({
    ...{ sheet, column: at, columns: 1, fromRow: 2, ...more },
  })
  test.each([
    [[column('Orders', 2), column('Orders', 28, { columns: 2, fromRow: 1 })], 'TS_X(Orders!B2:B, Orders!AB1:AC)'],
    [[column("Bo's 2024", 1, { toRow: 9 })], "TS_X('Bo''s 2024'!A2:A9)"],
    [[column('AB12', 1), column('订单', 1)], "TS_X('AB12'!A2:A, '订单'!A2:A)"],
    [[column('Here', 3)], 'TS_X(C2:C)'],
    [[{ typed: ' ' }, { typed: '5' }, { typed: '' }, { typed: '' }], 'TS_X(, 5)'],
    [[], 'TS_X()'],
  ])('%j', (given, formula) => {
    expect(formulaOf({ name: 'TS_X', arguments: given }, 'Here')).toBe(formula)
  })

  test('letters go on after Z', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('searching', () => {
  test.each([
    ['churn', 'TS_CHURN_RISK'],
    ['流失', 'TS_CHURN_RISK'],
    ['流失风险', 'TS_CHURN_RISK'],
    ['=TS_RFM(', 'TS_RFM'],
    ['ts_nps_stats', 'TS_NPS_STATS'],
    ['净推荐值', 'TS_NPS'],
    ['同期群', 'TS_COHORT'],
    ['cohort', 'TS_COHORT'],
    ['ＰＡＲＥＴＯ', 'TS_PARETO'],
  ])('%s finds first what is called so', (query, first) => {
    expect(names(query)[0]).toBe(first)
  })

  test.each([
    ['分级', 'TS_TIER'],
    ['tiers', 'TS_QUANTILE_TIER'],
    ['目标', 'TS_GOAL_PROGRESS'],
    ['due', 'TS_GOAL_PROGRESS'],
    ['complaint', 'TS_COMPLAINTS'],
    ['weight 评分', 'TS_WEIGHTED_SCORE'],
  ])('%s finds %s by its sentence, its parameters or another word for it', (query, name) => {
    expect(names(query)).toContain(name)
  })

  test('nothing speaks of what no function is about', () => expect(names('zebra')).toEqual([]))

  test('every function is found by its own name', () => {
    for (const { name } of families.flatMap(({ functions }) => functions)) expect(names(name)).toContain(name)
  })
})

describe('the arguments that the form begins with', () => {
  const tabs = [
    { name: 'Start', header: ['Welcome'], lastRow: 9 },
    { name: '订单', header: ['订单编号', '客户编号', '下单日期', '金额'], lastRow: 100 },
  ]
  const setup = (selection: object) => ({
    ...{ tabs, customers: '', selection: { sheet: '订单', row: 1, column: 2, rows: 100, columns: 3, ...selection } },
  })
  const blank = (fields: Field[]) => fields.map(() => ({ typed: '' }))
  const column = (at: number, columns = 1, fromRow = 1) => ({ sheet: '订单', column: at, columns, fromRow })

  test('are the columns of the tab whose headings say what they are', () => {
    const fields = fieldsOf(told('TS_RFM'))
    const tab = likelyTab(fields, tabs, 'Start')
    expect(tab?.name).toBe('订单')
    expect(likelyArguments(fields, tab!).slice(0, 4)).toEqual([column(2), column(3), column(4), { typed: '' }])
  })

  test('offer what the example types, and ask for the rest', () => {
    const fields = fieldsOf(told('TS_TIER'))
    const given = likelyArguments(fields, tabs[0]!)
    expect(given).toEqual([{ typed: '' }, { typed: '{60,80}' }, { typed: '' }])
    expect(missing(fields, given)).toEqual(['scores'])
  })

  test('keep what was chosen when another tab has nothing for it', () => {
    const fields = fieldsOf(told('TS_RFM'))
    const before = likelyArguments(fields, tabs[1]!)
    expect(likelyArguments(fields, { name: 'Notes', header: ['Customer ID'], lastRow: 2 }, before).slice(0, 3)).toEqual(
      [{ ...column(1), sheet: 'Notes' }, column(3), column(4)],
    )
  })

  test("never offer a cell of the example's own sheet", () => {
    for (const each of families.flatMap(({ functions }) => functions)) {
      for (const { initial } of fieldsOf(each)) expect(initial).not.toMatch(/^\$?[A-Z]+\$?\d+/)
    }
  })

  test('take the selected columns in order', () => {
    const fields = fieldsOf(told('TS_RFM'))
    const given = selectedArguments(fields, setup({}), blank(fields))
    expect(given.slice(0, 4)).toEqual([column(2), column(3), column(4), { typed: '' }])
    const few = selectedArguments(fields, setup({ columns: 1 }), blank(fields))
    expect(few.slice(0, 2)).toEqual([column(2), { typed: '' }])
  })

  test('take several columns where a parameter wants a table', () => {
    const fields = fieldsOf(told('TS_WEIGHTED_SCORE'))
    expect(selectedArguments(fields, setup({}), blank(fields))[0]).toEqual(column(2, 3))
  })

  test('keep to the selected rows where they are a part of the tab', () => {
    const fields = fieldsOf(told('TS_NPS'))
    const part = selectedArguments(fields, setup({ row: 5, rows: 3, columns: 1 }), blank(fields))
    expect(part[0]).toEqual({ ...column(2), fromRow: 5, toRow: 7 })
    const all = selectedArguments(fields, setup({ row: 2, rows: 999, columns: 1 }), blank(fields))
    expect(all[0]).toEqual(column(2))
  })
})

test('the form holds the texts of both languages, the script none of them', () => {
  const [page, code] = [files.get('Functions.html'), files.get('Code.js')]
  const { summary } = told('TS_RFM')
  expect(page).toContain(summary['zh-CN'])
  expect(page).toContain(summary.en)
  expect(code).not.toContain(summary['zh-CN'])
})
