import { describe, expect, test } from 'vitest'
import { formulaOf } from '../../addon/functions-form/given-call.ts'
import { formulaText } from '../../addon/sheet/writing/formula-text.ts'
import { TEXT_FORMAT } from '../../addon/sheet/writing/safe-text.ts'
import { writeBlock, writeCells } from '../../addon/sheet/writing/write-cells.ts'
import { entry } from '../../local/workbench/model/entry.ts'
import { nodeParts } from '../../local/workbench/model/node-parts.ts'
import { fakeRange } from './fake-range.ts'
import { hostileTexts } from './text-generator.ts'

const COUNT = 1_000_000
const ROWS = 20_000
const parts = nodeParts()

/** Asked of the writer, and what the cells were before: text, plain, a number, a date; text and plain left as they are. */
const columns = [
  { asked: TEXT_FORMAT, before: 'General' },
  { asked: 'General', before: TEXT_FORMAT },
  { asked: 'yyyy-mm-dd', before: 'General' },
  { asked: undefined, before: TEXT_FORMAT },
  { asked: undefined, before: '0.00' },
]

/** Whether Sheets can make nothing but this text of what is entered: told apart from the writer's own rule. */
function staysText(text: string, value: string, format: string): boolean {
  if (format !== TEXT_FORMAT) return value === `'${text}`
  const first = [...value].find((character) => !/[\s\p{C}\p{Z}\p{M}]/u.test(character)) ?? ''
  const isPhone = /^[+(-]+\d/.test(value) && !/[^\d\s()./+-]/.test(value)
  return value === text && (/[\p{L}\p{N}]/u.test(first) || isPhone)
}

/** The texts of which a written block made something else. */
function spoilt(texts: string[][], range: ReturnType<typeof fakeRange>): unknown[] {
  const wrong: unknown[] = []
  texts.forEach((row, at) => {
    row.forEach((text, column) => {
      const format = range.formats[at]?.[column] as string
      const value = range.values[at]?.[column] as string
      const cell = entry(value, () => format, parts)
      const isKept = text === '' ? cell.v === null : cell.v === text && (cell.t === 1 || cell.t === 4)
      if (cell.f || !isKept || (text && !staysText(text, value, format))) wrong.push({ text, value, format, cell })
    })
  })
  return wrong
}

/** The generator's next texts, as many as a block has cells. */
function block(texts: Iterator<string>): string[][] {
  return Array.from({ length: ROWS }, () => columns.map(() => texts.next().value as string))
}

describe('whatever text is written into a sheet', () => {
  test(`none of ${COUNT} becomes a formula, a number or a date, and each reads back as it was given`, () => {
    const texts = hostileTexts(COUNT)
    for (let left = COUNT / ROWS / columns.length; left > 0; left--) {
      const values = block(texts)
      const range = fakeRange(values.map(() => columns.map(({ before }) => before)))
      const formats = columns.map(({ asked }) => asked)
      if (left % 2) writeBlock(range, values, formats)
      else {
        const matrix = values.map(() => columns.map(({ asked, before }) => asked ?? before))
        writeCells(range, values, matrix)
      }
      expect(spoilt(values, range).slice(0, 5)).toEqual([])
    }
  })

  test('numbers, booleans, dates and blanks go in as they are, and columns keep their formats', () => {
    const day = new Date(0)
    const range = fakeRange([['General', TEXT_FORMAT, '0.00', 'General']])
    writeBlock(range, [[1, '李雷', '', day]], [undefined, TEXT_FORMAT, undefined, 'yyyy-mm-dd'])
    expect(range.values).toEqual([[1, '李雷', '', day]])
    expect(range.formats).toEqual([['General', TEXT_FORMAT, '0.00', 'yyyy-mm-dd']])
    expect(range.asked).toEqual(['setNumberFormat', 'setNumberFormat', 'setValues'])
  })

  test('a text too long for a cell is refused before anything is written', () => {
    const range = fakeRange([['General', 'General']])
    expect(() => writeBlock(range, [['a', '='.repeat(60_000)]], [TEXT_FORMAT, TEXT_FORMAT])).toThrow(
      'more characters than a cell takes',
    )
    expect(range.asked).toEqual([])
  })
})

describe('whatever text is quoted in a formula', () => {
  const names = [...hostileTexts(50_000, 7)].filter((text) => text !== '')

  test('a text ends where it ends', () => {
    const isRight = (text: string) => {
      const quoted = formulaText(text)
      return /^"(?:[^"]|"")*"$/.test(quoted) && quoted.slice(1, -1).replace(/""/g, '"') === text
    }
    expect(names.filter((text) => !isRight(text))).toEqual([])
  })

  test("a tab's name ends where it ends", () => {
    const isRight = (sheet: string) => {
      const formula = formulaOf({ name: 'TS_X', arguments: [{ sheet, column: 1, columns: 1, fromRow: 2 }] })
      const [, quoted, plain] = /^TS_X\((?:'((?:[^']|'')*)'|([A-Za-z_]\w*))!A2:A\)$/.exec(formula) ?? []
      return (plain ?? quoted?.replace(/''/g, "'")) === sheet
    }
    expect(names.filter((name) => !isRight(name))).toEqual([])
  })

  test('a typed argument calls nothing', () => {
    const isRight = (typed: string) => {
      const formula = formulaOf({ name: 'TS_X', arguments: [{ typed }] })
      const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')
      return /^TS_X\((?:|DATE\([\d, ]+\)|[^()="'&|@<>^*/]*)\)$/.test(bare)
    }
    expect(names.filter((typed) => !isRight(typed))).toEqual([])
  })
})
