import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import type { GivenCall } from '../../addon/functions-form/given-call.ts'
import type { TriedFunction } from '../../addon/functions-form/try-function.ts'
import type { FunctionReference, ShownCell } from '../../addon/reference/reference.ts'
import { argumentTexts } from '../../addon/sidebar/functions/example-arguments.ts'
import type { SheetTable } from '../../local/sheet-table.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { gathered } from '../addon/reference/gathered.ts'
import { runningWorkbench } from './running-workbench.ts'

let road: Awaited<ReturnType<typeof runningWorkbench>> | undefined
afterEach(() => road?.close())

const EPOCH = Date.UTC(1899, 11, 30)

test.each([
  ['en', 'en_US'],
  ['zh-CN', 'zh_CN'],
] as const)('every worked example in %s gives the same in a cell as on its page', async (language, locale) => {
  const { families } = await gathered(await readFile('dist/addon/Code.js', 'utf8'))
  const functions = families.flatMap((family) => family.functions).filter(({ example }) => example?.result)
  expect(functions.length).toBeGreaterThan(20)
  const sheets = functions.map((told) => tabOf(told, language))
  road = await runningWorkbench(async () => ({ name: 'Examples', sheets, locale, timeZone: 'Etc/UTC' }))

  for (const { name, example } of functions) {
    const width = example?.cells[language][0]?.length ?? 0
    const result = example?.result?.[language] ?? []
    const rows = (await road.table(name)).slice(0, result.length).map((row) => row.slice(width).map(shown))
    expect({ name, rows }).toEqual({ name, rows: result.map((row) => row.map(near)) })
    const tried = await road.call<TriedFunction>('tryFunction', callOf(name, example?.formula[language] ?? ''))
    expect({ name, ...tried }).toEqual({
      name,
      rows: result.length,
      columns: result[0]?.length,
      cells: result.slice(0, 12).map((row) => row.map(near)),
    })
  }
  expect(road.errors).toEqual([])
})

/** The example as the form would ask for it: its ranges as columns of its own tab, the rest as typed. */
function callOf(name: string, formula: string): GivenCall {
  const given = argumentTexts(formula, name).map((text) => {
    const [, first, top, last, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? []
    if (!first || !last) return { typed: /^[A-Z]\d+$/.test(text) ? `${name}!${text}` : text }
    const [column, end] = [first, last].map((letter) => letter.charCodeAt(0) - 64) as [number, number]
    return { sheet: name, column, columns: end - column + 1, fromRow: Number(top), toRow: Number(bottom) }
  })
  return { name, arguments: given }
}

/** A tab with the example's cells, and its formula in the first free cell of row 1. */
function tabOf({ name, example }: FunctionReference, language: 'en' | 'zh-CN'): SheetTable {
  const cells = example?.cells[language] ?? []
  const columns = (cells[0] ?? []).map((_, at) => columnType(cells.map((row) => row[at] ?? '')))
  const filled = cells.length > 0 ? cells : [[]]
  const rows = filled.map((row, at) => [...row.map(entered), at === 0 ? (example?.formula[language] ?? '') : ''])
  return { name, header: [], columns: [...columns, 'formula'], rows }
}

function columnType(cells: ShownCell[]): SheetTable['columns'][number] {
  if (cells.some((cell) => typeof cell === 'object')) return 'date'
  return cells.every((cell) => typeof cell === 'string') ? 'text' : 'number'
}

function entered(cell: ShownCell): Cell {
  return typeof cell === 'object' ? { date: (Date.parse(cell.date) - EPOCH) / 86_400_000 } : cell
}

/** As the page has it: a date is its day. */
function shown(cell: Cell): unknown {
  return typeof cell === 'object' && 'date' in cell
    ? { date: new Date(EPOCH + cell.date * 86_400_000).toISOString().slice(0, 10) }
    : cell
}

function near(cell: ShownCell): unknown {
  return typeof cell === 'number' && !Number.isInteger(cell) ? expect.closeTo(cell, 9) : cell
}
