import { describe, expect, test } from 'vitest'
import { formulaText, SheetFormula, tabNotation } from '../../addon/sheet/writing/formula-text.ts'
import { PLAIN_FORMAT, safeText, TEXT_FORMAT } from '../../addon/sheet/writing/safe-text.ts'
import { writeBlock, writeCells, writeHeader, writeNotes } from '../../addon/sheet/writing/write-cells.ts'
import { fakeRange } from './fake-range.ts'

const DAY = 'yyyy-mm-dd'

describe('a text stays the text that it is', () => {
  test.each(['Ann', 'é', '客户', '9 lives', '12', '+49 30 123', '-5', '(030) 12-34', '+(030) 12/34.5', '--5'])(
    'as it is in a text cell: %s',
    (text) => expect(safeText(text, TEXT_FORMAT)).toEqual({ value: text, format: TEXT_FORMAT }),
  )
  test.each([
    '=1+1',
    '+A1',
    '-A1',
    '@SUM',
    '+1+A1',
    '-1,5',
    '---5',
    "'x",
    ' x',
    '\t=1',
    '-',
    '(',
    '-5x',
    '#N/A',
    '\n1',
  ])('behind an apostrophe in a plain cell: %j', (text) =>
    expect(safeText(text, TEXT_FORMAT)).toEqual({ value: `'${text}`, format: PLAIN_FORMAT }),
  )
  test('behind an apostrophe in cells of other formats, which stay; nothing stays nothing', () => {
    expect(safeText('Ann', DAY)).toEqual({ value: "'Ann", format: DAY })
    expect(safeText('', DAY)).toEqual({ value: '', format: DAY })
    expect(safeText('', TEXT_FORMAT)).toEqual({ value: '', format: TEXT_FORMAT })
    expect([TEXT_FORMAT, PLAIN_FORMAT]).toEqual(['@', 'General'])
  })
})

describe('cells are written', () => {
  test('after their formats; of no format as text; formulas never as text', () => {
    const range = fakeRange([['General', 'General', 'General', 'General', 'General']])
    const formula = new SheetFormula('=SUM(A1)')
    writeCells(range, [['=1', 'Ann', 5, formula, true]], [[TEXT_FORMAT, TEXT_FORMAT, '0.00', TEXT_FORMAT]])
    expect(range.asked).toEqual(['setNumberFormats', 'setValues'])
    expect(range.values).toEqual([["'=1", 'Ann', 5, '=SUM(A1)', true]])
    expect(range.formats).toEqual([['General', '@', '0.00', 'General', '@']])
  })
  test('a formula keeps another format; rows beyond the formats are text', () => {
    const range = fakeRange([['General'], ['General']])
    writeCells(range, [[new SheetFormula('=TODAY()')], ['Ann']], [[DAY]])
    expect(range.values).toEqual([['=TODAY()'], ['Ann']])
    expect(range.formats).toEqual([[DAY], ['@']])
  })
  test('up to 49,999 characters, and nothing where one has more', () => {
    const range = fakeRange([['General']])
    writeCells(range, [['x'.repeat(49_999)]], [[TEXT_FORMAT]])
    expect(range.values[0]?.[0]).toHaveLength(49_999)
    const before = range.asked.length
    const long = `begins ${'x'.repeat(49_993)}`
    const refused = { code: 'textTooLong', details: { text: long.slice(0, 30), most: 50_000 } }
    const error = thrown(() => writeCells(range, [[long]], [[TEXT_FORMAT]]))
    expect(error).toMatchObject(refused)
    expect(range.asked).toHaveLength(before)
  })
  test('headers are bold text, from a position on', () => {
    const range = fakeRange([['General', 'General']])
    const asked: unknown[] = []
    const bold = Object.assign(range, { setFontWeight: (weight: string) => asked.push(weight) })
    const getRange = (...at: number[]) => {
      asked.push(at)
      return bold
    }
    const sheet = { getRange }
    writeHeader(sheet as never, 3, ['Name', '=1'])
    expect(asked).toEqual([[1, 4, 1, 2], 'bold'])
    expect(range.values).toEqual([['Name', "'=1"]])
    expect(range.formats).toEqual([['@', 'General']])
  })
  test('notes are what they are', () => {
    const asked: unknown[] = []
    writeNotes({ setNotes: (notes: unknown) => asked.push(notes) } as never, [['=1']])
    expect(asked).toEqual([[['=1']]])
  })
})

describe('blocks are written', () => {
  test('in one format a column, in cell by cell where texts need it', () => {
    const range = fakeRange([
      ['General', 'General'],
      ['General', 'General'],
    ])
    const values = [
      ['Ann', 5],
      ['=1', 6],
    ]
    writeBlock(range, values, [TEXT_FORMAT, '0.00'])
    expect(range.asked).toEqual(['setNumberFormats', 'setNumberFormat', 'setValues'])
    expect(range.values).toEqual([
      ['Ann', 5],
      ["'=1", 6],
    ])
    expect(range.formats).toEqual([
      ['@', '0.00'],
      ['General', '0.00'],
    ])
  })
  test('as they are where no format is asked for: looked up for texts alone', () => {
    const range = fakeRange([['@', '0.00', '@', DAY]])
    writeBlock(range, [['Ann', 'Ann', '=1', 7]], [undefined, undefined, undefined, undefined])
    expect(range.values).toEqual([['Ann', "'Ann", "'=1", 7]])
    expect(range.formats).toEqual([['@', '0.00', 'General', DAY]])
    expect(range.asked).toEqual(['setNumberFormats', 'setValues'])
    const numbers = fakeRange([['0.00', '0.00', '0.00']])
    let lookedUp = 0
    const getNumberFormats = () => {
      lookedUp++
      return [['0.00', '0.00', '0.00']]
    }
    const watched = Object.assign(numbers, { getNumberFormats })
    writeBlock(watched, [[1, '', true]], [undefined, undefined, undefined])
    expect([numbers.asked, lookedUp]).toEqual([['setValues'], 0])
    writeBlock(watched, [[1, 'Ann', true]], [undefined, TEXT_FORMAT, undefined])
    expect(lookedUp).toBe(0)
    writeBlock(watched, [[1, 'Ann', true]], [undefined, undefined, undefined])
    expect(lookedUp).toBe(1)
  })
  test('not at all where a text is too long', () => {
    const range = fakeRange([['@']])
    expect(thrown(() => writeBlock(range, [['x'.repeat(50_000)]], ['@']))).toMatchObject({ code: 'textTooLong' })
    expect(range.asked).toEqual([])
  })
})

test('texts and names of tabs cannot end early in a formula', () => {
  expect(['', 'a', '"', '","'].map(formulaText)).toEqual(['""', '"a"', '""""', '""","""'])
  const names = ['Customers', '_x1', 'ABCD1', 'A1', 'XFD10', "Ann's", 'Two words', '客户', '1st', 'a-b', 'x!', 'RC']
  expect(names.map(tabNotation)).toEqual([
    ...['Customers', '_x1', 'ABCD1', "'A1'", "'XFD10'", "'Ann''s'", "'Two words'", "'客户'", "'1st'", "'a-b'", "'x!'"],
    'RC',
  ])
  expect(new SheetFormula('=1').text).toBe('=1')
})

function thrown(work: () => void): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
