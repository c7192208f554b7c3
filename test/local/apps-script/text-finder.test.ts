import { expect, test } from 'vitest'
import { evaluate } from './host.ts'
import { memoryWorkbook } from './memory-workbook.ts'

const book = memoryWorkbook()
await book.put({ sheetId: 's0', row: 1, column: 1, rows: 4, columns: 2 }, [
  ['ID', 'Name'],
  ['C-1', 'c-10'],
  ['C-10', 'C.1'],
  [' C-1 ', 'none'],
])

const found = (text: string, how: string) =>
  evaluate(
    `const found = SpreadsheetApp.getActiveSheet().getRange(1, 1, 4, 2).createTextFinder(${JSON.stringify(text)})${how}.findAll()
     return found.map(function (cell) { return cell.getA1Notation() })`,
    { workbook: book.call },
  )

test.each([
  ['any case, anywhere', 'c-1', '', ['A2', 'B2', 'A3', 'A4']],
  ['its own case alone', 'C-1', '.matchCase(true)', ['A2', 'A3', 'A4']],
  ['the whole cell', 'c-1', '.matchEntireCell(true)', ['A2']],
  ['a dot is a dot', 'c.1', '', ['B3']],
  ['a dot is anything in a regular expression', 'c.1', '.useRegularExpression(true)', ['A2', 'B2', 'A3', 'B3', 'A4']],
  ['blanks around', '^\\s*C-1\\s*$', '.matchCase(true).useRegularExpression(true)', ['A2', 'A4']],
  ['nothing', 'x', '', []],
])('finds %s', async (_, text, how, cells) => {
  expect(await found(text, how)).toEqual(cells)
})

test('the first, or null', async () => {
  const next = (text: string) =>
    evaluate(
      `const cell = SpreadsheetApp.getActiveSheet().getRange(1, 1, 4, 2).createTextFinder('${text}').findNext()
       return cell === null ? null : cell.getRow()`,
      { workbook: book.call },
    )
  expect(await next('none')).toBe(4)
  expect(await next('never')).toBe(null)
})
