import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleResult } from '../../addon/reference/example-formula.ts'
import type { ShownCell } from '../../addon/reference/reference.ts'
import type { WorkedExample } from '../../addon/reference/worked-example.ts'
import {
  builtAddon,
  type FormulaCall as Call,
  type Formulas,
  formulasOf,
  type Outcome,
  outcomesOf,
} from './built-code.ts'

type Value = unknown

const folder = new URL('../../addon/reference/examples/', import.meta.url)
const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file !== 'live.ts')
    .map((file) => import(new URL(file, folder).href)),
)
const examples = Object.entries<WorkedExample>(Object.assign({}, ...modules.flatMap((each) => Object.values(each))))

let formulas: Formulas
let english: (calls: Call[]) => Outcome[]
let chinese: (calls: Call[]) => Outcome[]
beforeAll(async () => {
  const code = (await builtAddon()).get('Code.js') as string
  formulas = formulasOf(code)
  english = outcomesOf(code)
  chinese = outcomesOf(code, { locale: 'zh_CN' })
})

describe.each(examples)('%s, on its worked example,', (name, example) => {
  const call = callOf(example)
  const inSheet = dated(call, (iso) => new Date(`${iso}T00:00:00Z`))
  const answer = (given: Call) => formulas(given.name, ...given.args)

  it('takes dates, serial numbers and ISO text alike', () => {
    expect(answer(dated(call, (iso) => Date.parse(iso) / 86_400_000 + 25_569))).toEqual(answer(inSheet))
    expect(answer(dated(call, (iso) => iso))).toEqual(answer(inSheet))
  })

  it('takes open ranges, and stays blank beside blank rows', () => {
    const opened = answer(mapRanges(inSheet, (rows) => [...rows, blank(rows), blank(rows), blank(rows)]))
    const closed = answer(inSheet)
    if (!Array.isArray(closed)) return expect(opened).toEqual(closed)
    expect((opened as Value[][]).slice(0, closed.length)).toEqual(closed)
    const rest = (opened as Value[][]).slice(closed.length)
    expect([0, 3]).toContain(rest.length)
    expect(rest.flat().every((cell) => cell === '')).toBe(true)
  })

  it('takes numbers written as text for the numbers that they are', () => {
    const written = mapRanges(inSheet, (rows) => mapCells(rows, (cell) => (isPlain(cell) ? String(cell) : cell)))
    expect(asText(answer(written))).toEqual(asText(answer(inSheet)))
  })

  it('gives figures or one sentence for whatever stands in one cell', () => {
    const days = [new Date(Date.UTC(2030, 0))]
    const bad = ['', ' ', 'x', '12,5', '31/12/2024', '#N/A', -1, 0, 0.5, 1e15, true, ...days]
    checkAnswers(bad.flatMap((value) => [...withOneCell(inSheet, value)]))
  })

  it('gives figures or one sentence for one row, no rows, blanks alone, equal values and arguments left out', () => {
    checkAnswers([
      mapRanges(inSheet, (rows) => rows.slice(0, 2)),
      mapRanges(inSheet, (rows) => rows.slice(1, 2)),
      mapRanges(inSheet, (rows) => rows.slice(0, 1)),
      mapRanges(inSheet, (rows) => [blank(rows)]),
      mapRanges(inSheet, (rows) => rows.map(() => blank(rows))),
      mapRanges(inSheet, ([first = [], second = [], ...rest]) => [first, second, ...rest.map(() => second)]),
      mapRanges(inSheet, ([, second = [], ...rest]) => [second, ...rest.map(() => second)]),
      ...inSheet.args.flatMap((_, at) => [
        { name, args: inSheet.args.slice(0, at) },
        { name, args: inSheet.args.map((arg, i) => (i === at ? '' : arg)) },
      ]),
    ])
  })

  /** Either finite figures, texts and days, or one sentence in the spreadsheet's language that names the function. */
  function checkAnswers(given: Call[]) {
    const answers = english(given)
    const shown = (at: number) => `${name} of ${JSON.stringify(given[at]?.args).slice(0, 600)}`
    const faulty = answers.findIndex((each) => !isFine(each))
    if (faulty >= 0) expect.fail(`${shown(faulty)}: ${JSON.stringify(answers[faulty])}`)
    const refused = given.filter((_, at) => answers[at]?.problem !== undefined)
    for (const [at, { problem }] of chinese(refused).entries()) {
      expect(problem, shown(given.indexOf(refused[at] as Call))).toMatch(inChinese)
    }
  }

  const inEnglish = new RegExp(`^${name}: [^:\\n].*\\.$`)
  const inChinese = new RegExp(`^${name}: .*\\p{Script=Han}.*。$`, 'u')
  const isFine = ({ result, problem }: Outcome) =>
    problem === undefined
      ? [result].flat(2).every(isShown)
      : inEnglish.test(problem) && !/undefined|NaN|Infinity|\[object/.test(problem)
})

/** What the example's formula hands to its function, dates as `{ date }`. */
function callOf({ cells, formula }: WorkedExample): Call {
  let found: Call | undefined
  const rows = cells.map((row) => row.map((cell) => shown(typeof cell === 'object' ? cell.en : cell)))
  exampleResult(typeof formula === 'string' ? formula : formula.en, rows, (name, args) => {
    found = { name, args }
    return ''
  })
  if (!found) throw new Error(`${JSON.stringify(formula)} calls no function.`)
  return found
}

function shown(cell: string | number | boolean): ShownCell {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? { date: cell } : cell
}

function dated({ name, args }: Call, day: (iso: string) => Value): Call {
  const convert = (cell: Value) =>
    typeof cell === 'object' && cell !== null && 'date' in cell ? day(String(cell.date)) : cell
  return { name, args: args.map((arg) => (Array.isArray(arg) ? mapCells(arg, convert) : convert(arg))) }
}

/** Ranges are what has more than one row: arrays typed into a formula have one. */
function mapRanges({ name, args }: Call, change: (rows: Value[][]) => Value[][]): Call {
  return { name, args: args.map((arg) => (Array.isArray(arg) && arg.length > 1 ? change(arg) : arg)) }
}

function mapCells(rows: Value[][], change: (cell: Value) => Value): Value[][] {
  return rows.map((row) => row.map(change))
}

function blank(rows: Value[][]): Value[] {
  return (rows[0] ?? []).map(() => '')
}

/** The call with one cell of one argument replaced: of ranges the first two rows and the last, of the rest all. */
function* withOneCell({ name, args }: Call, bad: Value): Generator<Call> {
  for (const [at, arg] of args.entries()) {
    const put = (value: Value): Call => ({ name, args: args.map((other, i) => (i === at ? value : other)) })
    if (!Array.isArray(arg)) yield put(bad)
    else {
      for (const [r, row] of (arg as Value[][]).entries()) {
        if (r > 1 && r < arg.length - 1) continue
        for (const c of row.keys()) {
          yield put(arg.map((cells: Value[], i) => (i === r ? cells.map((cell, j) => (j === c ? bad : cell)) : cells)))
        }
      }
    }
  }
}

function isPlain(cell: Value): boolean {
  return typeof cell === 'number' && !/e|^-?[1-9]\d{0,2}\.\d{3}$/.test(String(cell))
}

function asText(value: Value): Value {
  return Array.isArray(value) ? mapCells(value, String) : String(value)
}

function isShown(cell: Value): boolean {
  if (typeof cell === 'number') return Number.isFinite(cell)
  if (cell instanceof Date) return !Number.isNaN(cell.getTime())
  return typeof cell === 'boolean' || (typeof cell === 'string' && !/undefined|NaN|Infinity|\[object/.test(cell))
}
