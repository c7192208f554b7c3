import { describe, expect, test } from 'vitest'
import { evaluate } from './host.ts'
import { memoryWorkbook } from './memory-workbook.ts'

const sheet = 'var sheet = SpreadsheetApp.getActiveSheet();'

/** Runs a script's body on a workbook of its own, and gives what it returned and what it asked of the workbook. */
async function onBook(body: string, names = ['Sheet1', "Ann's"]) {
  const book = memoryWorkbook({ names })
  await book.put({ sheetId: 's0', row: 1, column: 1, rows: 2, columns: 2 }, [
    ['id', 'n'],
    ['a', 3],
  ])
  book.calls.length = 0
  const value = await evaluate(`${sheet} ${body}`, { workbook: book.call })
  const asked = book.calls.filter(({ method }) => method !== 'workbook')
  return { value, asked, book }
}

describe('A1 notation', () => {
  test.each([
    ['B2', 'B2'],
    ['b2:C$4', 'B2:C4'],
    ['C4:B2', 'B2:C4'],
    ['A2:A', 'A2:A100'],
    ['B:C', 'B1:C100'],
    ['2:3', 'A2:Z3'],
    ['Sheet1!A1', 'A1'],
  ])('%s is %s on a sheet of 100 rows and 26 columns', async (notation, range) => {
    const body = `return sheet.getRange(${JSON.stringify(notation)}).getA1Notation()`
    expect(await evaluate(sheet + body)).toBe(range)
  })

  test.each(['', 'A', '1', 'A1:', 'A1:B2:C3', 'A-1', 'ZZ1', 'A101'])('%s is refused', async (notation) => {
    await expect(evaluate(`${sheet} sheet.getRange(${JSON.stringify(notation)})`)).rejects.toThrow(
      /Range not found|outside the dimensions/,
    )
  })

  test('a sheet name may need quotes, and an apostrophe in it is doubled', async () => {
    const { value } = await onBook(`return SpreadsheetApp.getActive().getRange("'Ann''s'!B2").getSheet().getName()`)
    expect(value).toBe("Ann's")
  })

  test('columns after Z have two letters', async () => {
    const cell = { sheetId: 's0', row: 1, rows: 1, columns: 1 }
    const names = await Promise.all(
      [26, 27, 52, 53, 702, 703].map((column) =>
        evaluate('return SpreadsheetApp.getActiveRange().getA1Notation()', {
          workbook: (async () => ({ ...cell, column })) as never,
        }),
      ),
    )
    expect(names).toEqual(['Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1'])
  })
})

test('ranges know their place and make others', async () => {
  const { value } = await onBook(`
    var range = sheet.getRange(2, 3, 4, 5)
    return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns(), range.getLastRow(),
      range.getLastColumn(), range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1, 2).getA1Notation(),
      sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn(), sheet.getMaxRows()]`)
  expect(value).toEqual([2, 3, 4, 5, 5, 7, 'D3:H6', 'C2:D2', 'A1:B2', 2, 2, 100])
})

test.each([
  ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
  ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
  ['sheet.getRange(100, 1, 2, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
  ['sheet.getRange(1, 27)', 'The coordinates of the range are outside the dimensions of the sheet.'],
  [
    'sheet.getRange(1, 1, 2, 2).setValues([[1, 2]])',
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    'sheet.getRange(1, 1, 2, 2).setValues([[1, 2], [1]])',
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  ['SpreadsheetApp.getActive().insertSheet("Sheet1")', 'A sheet with the name "Sheet1" already exists.'],
])('%s is refused in the words of Sheets', async (call, sentence) => {
  await expect(evaluate(`${sheet} ${call}`)).rejects.toThrow(sentence)
})

test('values are read and written, dates in the time zone of the spreadsheet', async () => {
  const book = memoryWorkbook({ timeZone: 'Asia/Shanghai' })
  const value = await evaluate(
    `${sheet}
    var range = sheet.getRange(1, 1, 2, 3)
    range.setValues([['a', 1.5, true], [new Date('2024-03-09T16:00:00Z'), null, '=A1']])
    return range.getValues().map(function (row) { return row.map(function (v) { return v instanceof Date ? v.toISOString() : v }) })`,
    { workbook: book.call },
  )
  expect(value).toEqual([
    ['a', 1.5, true],
    ['2024-03-09T16:00:00.000Z', '', '=A1'],
  ])
  expect(book.sheets[0]!.values({ sheetId: 's0', row: 2, column: 1, rows: 1, columns: 1 })[0]![0]).toEqual({
    date: 45_361,
  })
})

test('formulas get their equals sign, and one value fills a range', async () => {
  const { book } = await onBook('sheet.getRange("C1:C2").setFormula("A1").getSheet().getRange("D1:D2").setValue(7)')
  expect(book.sheets[0]!.values({ sheetId: 's0', row: 1, column: 3, rows: 2, columns: 2 })).toEqual([
    ['=A1', 7],
    ['=A1', 7],
  ])
})

test('looks are asked for in one operation each, backgrounds in one for neighbours of a colour', async () => {
  const { asked } = await onBook(`sheet.getRange('A1:C1').setFontWeight('bold').setNumberFormat('0.0').setWrap(true)
    .setHorizontalAlignment('center').setBackgrounds([['#111111', '#111111', null]])`)
  const rect = { sheetId: 's0', row: 1, column: 1, rows: 1, columns: 3 }
  expect(asked.map(({ params }) => params)).toEqual([
    { ...rect, style: { bold: true } },
    { ...rect, style: { numberFormat: '0.0' } },
    { ...rect, style: { wrap: true } },
    { ...rect, style: { align: 'center' } },
    { ...rect, columns: 2, style: { background: '#111111' } },
    { ...rect, column: 3, columns: 1, style: { background: '#ffffff' } },
  ])
})

test('clearing asks for contents, formats or both', async () => {
  const { asked } = await onBook(
    'sheet.getRange("A1").clear().clearContent().clearFormat(); sheet.clearContents(); sheet.clear()',
  )
  expect(asked.map(({ params }) => params)).toMatchObject([
    { contents: true, formats: true, rows: 1 },
    { contents: true, formats: false, rows: 1 },
    { contents: false, formats: true, rows: 1 },
    { contents: true, formats: false, rows: 100, columns: 26 },
    { contents: true, formats: true, rows: 100, columns: 26 },
  ])
})

test('sheets are found, made, renamed and deleted', async () => {
  const { value } = await onBook(`
    var book = SpreadsheetApp.getActiveSpreadsheet()
    var made = book.insertSheet('KPI')
    made.setName('Figures')
    book.deleteSheet(book.getSheetByName("Ann's"))
    var names = book.getSheets().map(function (one) { return one.getName() })
    return [names, book.getActiveSheet().getName(), book.getSheetByName('Nothing'), book.insertSheet().getName()]`)
  expect(value).toEqual([['Sheet1', 'Figures'], 'Figures', null, 'Sheet3'])
})

test('rows, columns and widths', async () => {
  const { asked } =
    await onBook(`sheet.insertColumnsAfter(2, 3); sheet.insertColumnsBefore(2, 1); sheet.insertRowsAfter(5, 2)
    sheet.deleteRows(3, 2); sheet.setFrozenRows(1); sheet.setColumnWidths(1, 2, 90); sheet.setRowHeights(3, 2, 40); sheet.setHiddenGridlines(true)`)
  expect(asked.map(({ method, params }) => [method, params])).toEqual([
    ['insertColumns', { sheetId: 's0', before: 3, columns: 3 }],
    ['insertColumns', { sheetId: 's0', before: 2, columns: 1 }],
    ['insertRows', { sheetId: 's0', before: 6, rows: 2 }],
    ['deleteRows', { sheetId: 's0', row: 3, rows: 2 }],
    ['setFrozenRows', { sheetId: 's0', rows: 1 }],
    ['setColumnWidth', { sheetId: 's0', column: 1, columns: 2, width: 90 }],
    ['setRowHeight', { sheetId: 's0', row: 3, rows: 2, height: 40 }],
    ['setHiddenGridlines', { sheetId: 's0', hidden: true }],
  ])
})

test('columns are fitted to their longest text, Chinese being twice as wide', async () => {
  const { asked } = await onBook('sheet.getRange("A3").setValue("客户等级"); sheet.autoResizeColumns(1, 2)')
  expect(asked.filter(({ method }) => method === 'setColumnWidth').map(({ params }) => params)).toEqual([
    { sheetId: 's0', column: 1, columns: 1, width: 72 },
    { sheetId: 's0', column: 2, columns: 1, width: 23 },
  ])
})

describe('charts', () => {
  const build = `var chart = sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange('A1:B2'))
    .setPosition(4, 5, 0, 0).setOption('title', 'Trend').setOption('width', 320).setOption('legend', { position: 'none' })
    .setNumHeaders(1).build();`

  test('are built and drawn on the sheet', async () => {
    const { book } = await onBook(`${build} sheet.insertChart(chart)`)
    expect(book.sheets[0]!.charts).toMatchObject([
      {
        ...{ type: 'LINE', title: 'Trend', row: 4, column: 5, width: 320, height: 371 },
        ranges: [{ sheetId: 's0', row: 1, column: 1, rows: 2, columns: 2 }],
      },
    ])
  })

  test('are found again, changed and removed', async () => {
    const { value, book } =
      await onBook(`${build} sheet.insertChart(chart); sheet.insertChart(chart.modify().asPieChart().build())
      var charts = sheet.getCharts()
      sheet.updateChart(charts[0].modify().setOption('title', 'New').build())
      sheet.removeChart(charts[1])
      return sheet.getCharts().map(function (one) { return [one.getOptions().get('title'), one.getRanges()[0].getA1Notation()] })`)
    expect(value).toEqual([['New', 'A1:B2']])
    expect(book.sheets[0]!.charts[0]!.type).toBe('LINE')
  })

  test('without type or data are refused', async () => {
    await expect(evaluate(`${sheet} sheet.insertChart(sheet.newChart().build())`)).rejects.toThrow(
      'The chart has no type.',
    )
    const typed = 'sheet.insertChart(sheet.newChart().asBarChart().build())'
    await expect(evaluate(sheet + typed)).rejects.toThrow('The chart has no data range.')
  })
})
