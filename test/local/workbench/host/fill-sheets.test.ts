import { expect, test } from 'vitest'
import { fillSheets } from '../../../../local/workbench/host/fill-sheets.ts'
import { memoryWorkbook } from '../../apps-script/memory-workbook.ts'

const day = { date: 45_658 }

test('a table is written with its formats, its header in sight, and only formulas as formulas', async () => {
  const book = memoryWorkbook({ names: ['Goals', 'Plain'] })
  await fillSheets(book.call, [
    {
      name: 'Goals',
      header: ['Name', 'Due', '=Status'],
      columns: ['text', 'date', 'formula'],
      rows: [
        ['=SUM(1)', day, '=TS_X(A2)'],
        ["'quoted", day, ''],
      ],
    },
    { name: 'Plain', header: [], columns: ['number'], rows: [[7]] },
  ])
  const [goals] = book.sheets
  expect(book.calls.filter(({ method }) => method === 'setValues').map(({ params }) => params)).toMatchObject([
    { values: [['Name', 'Due', "'=Status"]] },
    {
      values: [
        ["'=SUM(1)", day, '=TS_X(A2)'],
        ["''quoted", day, ''],
      ],
    },
    { sheetId: 's1', values: [[7]] },
  ])
  expect(goals!.styles.map(({ row, column, rows, columns, style }) => [row, column, rows, columns, style])).toEqual([
    [1, 1, 1, 3, { bold: true }],
    [2, 1, 2, 1, { numberFormat: '@' }],
    [2, 2, 2, 1, { numberFormat: 'yyyy-mm-dd' }],
  ])
  expect(book.calls.filter(({ method }) => method === 'setFrozenRows').map(({ params }) => params)).toEqual([
    { sheetId: 's0', rows: 1 },
  ])
})

test('a sheet is lengthened for a table that it is too short for, and columns fit what they hold', async () => {
  const book = memoryWorkbook()
  const rows = Array.from({ length: 100 }, () => ['A name of thirty characters....'])
  await fillSheets(book.call, [{ name: 'Sheet1', header: ['n'], columns: ['text'], rows }])
  const asked = (name: string) => book.calls.filter(({ method }) => method === name).map(({ params }) => params)
  expect(asked('insertRows')).toEqual([{ sheetId: 's0', before: 101, rows: 1 }])
  expect(asked('setColumnWidth')).toEqual([{ sheetId: 's0', column: 1, columns: 1, width: 233 }])
})
