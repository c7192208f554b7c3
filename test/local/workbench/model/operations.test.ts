import { afterEach, describe, expect, it } from 'vitest'
import type { Cell, WorkbookSnapshot } from '../../../../local/workbench/workbook.ts'
import { type Functions, openWorkbook } from './open-workbook.ts'

const functions: Functions = { TS_DAY: () => [[{ date: 45352 }, 'x']] }

let opened: ReturnType<typeof openWorkbook> | undefined
const open = (snapshot?: WorkbookSnapshot) => {
  opened = openWorkbook(functions, snapshot)
  return opened
}
afterEach(() => opened?.model.dispose())

describe('sheets', () => {
  it('are listed, added, renamed and deleted', async () => {
    const { call, set } = open()
    await set(3, 2, [['x']])
    const added = await call('insertSheet', { name: 'KPI 看板', index: 1 })
    expect(added).toMatchObject({ name: 'KPI 看板', maxRows: 1000, maxColumns: 26, lastRow: 0, lastColumn: 0 })
    await call('renameSheet', { sheetId: 'sheet-2', name: 'Done' })
    const { sheets, activeSheetId, timeZone, locale } = await call('workbook', {})
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Orders', 'KPI 看板', 'Done'])
    expect(sheets[0]).toMatchObject({ lastRow: 3, lastColumn: 2, frozenRows: 0 })
    expect({ activeSheetId, timeZone, locale }).toEqual({
      activeSheetId: added.id,
      timeZone: 'Etc/UTC',
      locale: 'en_US',
    })
    await call('deleteSheet', { sheetId: added.id })
    expect((await call('workbook', {})).sheets).toHaveLength(2)
  })

  it('cannot be added twice under one name, nor all be deleted', async () => {
    const { call } = open()
    await expect(call('insertSheet', { name: 'Orders' })).rejects.toThrow(
      'A sheet with the name "Orders" already exists',
    )
    await call('deleteSheet', { sheetId: 'sheet-2' })
    await expect(call('deleteSheet', { sheetId: 'sheet-1' })).rejects.toThrow('refused')
    await expect(call('values', { sheetId: 'gone', row: 1, column: 1, rows: 1, columns: 1 })).rejects.toThrow(
      'gone not found',
    )
  })

  it('are searched for what their cells show', async () => {
    const { call, rect, set } = open()
    await set(2, 1, [
      ['C-1', 7.5],
      [' c-1 ', { date: 45_352 }],
      ['C-10', true],
    ])
    await call('setStyle', { ...rect(3, 2), style: { numberFormat: 'yyyy-mm-dd' } })
    const find = (pattern: string, matchCase = false) => call('find', { ...rect(2, 1, 3, 2), pattern, matchCase })
    expect(await find('^\\s*C-1\\s*$')).toEqual([
      [2, 1],
      [3, 1],
    ])
    expect(await find('c-1', true)).toEqual([[3, 1]])
    expect(await find('^2024-03-01$')).toEqual([[3, 2]])
    expect(await find('TRUE|7\\.5')).toEqual([
      [2, 2],
      [4, 2],
    ])
  })

  it('leave the selection where it is when rows and columns come and go elsewhere', async () => {
    const { call, rect } = open()
    await call('select', rect(5, 2))
    await call('insertRows', { sheetId: 'sheet-1', before: 8, rows: 2 })
    expect(await call('selection', {})).toEqual(rect(5, 2))
    await call('insertColumns', { sheetId: 'sheet-1', before: 4, columns: 1 })
    expect(await call('selection', {})).toEqual(rect(5, 2))
    await call('deleteRows', { sheetId: 'sheet-1', row: 8, rows: 2 })
    expect(await call('selection', {})).toEqual(rect(5, 2))
    await call('deleteColumns', { sheetId: 'sheet-1', column: 4, columns: 1 })
    expect(await call('selection', {})).toEqual(rect(5, 2))
  })

  it('tell which rows a filter hides', async () => {
    const { call, set, model } = open()
    await set(1, 1, [['Tier'], ['A'], ['B'], ['A']])
    const { parts, injector, unitId } = model.grid
    const commands = injector.get(parts.core.ICommandService)
    const place = { unitId, subUnitId: 'sheet-1' }
    const range = { startRow: 0, endRow: 3, startColumn: 0, endColumn: 0 }
    await commands.executeCommand('sheet.mutation.set-filter-range', { ...place, range })
    const criteria = { colId: 0, filters: { filters: ['A'] } }
    await commands.executeCommand('sheet.mutation.set-filter-criteria', { ...place, col: 0, criteria })
    const hidden = await Promise.all([1, 2, 3, 4].map((row) => call('isRowFiltered', { sheetId: 'sheet-1', row })))
    expect(hidden).toEqual([false, false, true, false])
  })

  it('keep a selection, frozen rows, column widths, merged cells and hidden gridlines', async () => {
    const { call, rect, model } = open()
    expect(await call('selection', {})).toEqual(rect(1, 1))
    await call('select', rect(2, 3, 4, 2, 'sheet-2'))
    expect(await call('selection', {})).toEqual(rect(2, 3, 4, 2, 'sheet-2'))
    await call('setFrozenRows', { sheetId: 'sheet-1', rows: 1 })
    expect((await call('workbook', {})).sheets[0]?.frozenRows).toBe(1)
    await call('setFrozenRows', { sheetId: 'sheet-1', rows: 0 })
    expect((await call('workbook', {})).sheets[0]?.frozenRows).toBe(0)
    await call('setColumnWidth', { sheetId: 'sheet-1', column: 2, columns: 2, width: 180 })
    await call('setRowHeight', { sheetId: 'sheet-1', row: 2, rows: 1, height: 40 })
    await call('merge', rect(1, 1, 1, 3))
    await call('setHiddenGridlines', { sheetId: 'sheet-1', hidden: true })
    const sheet = model.grid.sheet('sheet-1')
    expect([0, 1, 2, 3].map((column) => sheet.getColumnWidth(column))).toEqual([88, 180, 180, 88])
    expect([0, 1, 2].map((row) => sheet.getRowHeight(row))).toEqual([24, 40, 24])
    expect(sheet.getMergeData()).toMatchObject([{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 2 }])
    expect(sheet.getConfig().showGridlines).toBe(0)
  })

  it('move what they hold when rows and columns are inserted and deleted', async () => {
    const { call, set, get } = open()
    await set(1, 1, [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    await call('insertRows', { sheetId: 'sheet-1', before: 2, rows: 2 })
    await call('insertColumns', { sheetId: 'sheet-1', before: 2, columns: 1 })
    await call('deleteRows', { sheetId: 'sheet-1', row: 1, rows: 1 })
    expect(await get(1, 1, 4, 3)).toEqual([
      ['', '', ''],
      ['', '', ''],
      ['b', '', 2],
      ['c', '', 3],
    ])
    expect((await call('workbook', {})).sheets[0]).toMatchObject({ maxRows: 1001, maxColumns: 27 })
  })
})

describe('cells', () => {
  it.each<[Cell, Cell, string]>([
    ['text', 'text', 'text'],
    [12.5, 12.5, '12.5'],
    ['12.5', 12.5, '12.5'],
    ['12 %', 0.12, '12%'],
    ["'012", '012', '012'],
    ['true', true, 'TRUE'],
    [false, false, 'FALSE'],
    ['2024-03-01', { date: 45352 }, '2024-03-01'],
    [{ date: 45352.25 }, { date: 45352.25 }, '2024-03-01 06:00:00'],
    ['C-2024-01', 'C-2024-01', 'C-2024-01'],
    ['1 of 2', '1 of 2', '1 of 2'],
    [{ error: '#N/A' }, { error: '#N/A' }, '#N/A'],
    ['', '', ''],
  ])('hold %j as %j and show %s', async (written, value, shown) => {
    const { set, get, call, rect } = open()
    await set(1, 1, [[written]])
    expect(await get(1, 1)).toEqual([[value]])
    expect(await call('displayValues', rect(1, 1))).toEqual([[shown]])
  })

  it('keep text as it is where they are formatted as text', async () => {
    const { set, get, call, rect } = open()
    await call('setStyle', { ...rect(1, 1, 1, 3), style: { numberFormat: '@' } })
    await set(1, 1, [['007', '2024-03-01', 'TRUE']])
    expect(await get(1, 1, 1, 3)).toEqual([['007', '2024-03-01', 'TRUE']])
  })

  it('are cleared of contents, formats, or both', async () => {
    const { set, get, call, rect } = open()
    await set(1, 1, [['2024-03-01', '=1+1']])
    await call('clear', { ...rect(1, 1), contents: false, formats: true })
    expect(await get(1, 1)).toEqual([[45352]])
    await call('clear', { ...rect(1, 1, 1, 2), contents: true, formats: true })
    expect(await get(1, 1, 1, 2)).toEqual([['', '']])
    expect(await call('formulas', rect(1, 1, 1, 2))).toEqual([['', '']])
  })

  it('are styled and formatted', async () => {
    const { set, call, rect, model } = open()
    await set(1, 1, [[0.5, 0.5]])
    await call('setStyle', {
      ...rect(1, 1, 1, 2),
      style: { bold: true, background: '#e8f0fe', fontColor: '#1a73e8', fontSize: 14, align: 'center', wrap: true },
    })
    await call('setNumberFormats', { ...rect(1, 1, 1, 2), formats: [['0.0%', 'General']] })
    expect(await call('numberFormats', rect(1, 1, 1, 2))).toEqual([['0.0%', 'General']])
    expect(await call('displayValues', rect(1, 1, 1, 2))).toEqual([['50.0%', '0.5']])
    const style = model.grid.workbook.getStyles().getStyleByCell(model.grid.stored(model.grid.sheet('sheet-1'), 0, 1))
    expect(style).toMatchObject({ bl: 1, bg: { rgb: '#e8f0fe' }, cl: { rgb: '#1a73e8' }, fs: 14, ht: 2, tb: 3 })
  })

  it('refuse data of another size, and places outside of the sheet', async () => {
    const { call, rect } = open()
    await expect(call('setValues', { ...rect(1, 1, 2, 1), values: [[1]] })).rejects.toThrow('number of rows')
    await expect(call('setValues', { ...rect(1, 1, 1, 2), values: [[1]] })).rejects.toThrow('number of columns')
    await expect(call('setValues', { ...rect(1001, 1), values: [[1]] })).rejects.toThrow('out of bounds')
  })

  it('can be undone', async () => {
    const { set, get, model } = open()
    await set(1, 1, [['before']])
    await set(1, 1, [['=1+1']])
    const { core } = model.grid.parts
    model.grid.injector.get(core.IUniverInstanceService).focusUnit(model.grid.unitId)
    await model.grid.injector.get(core.ICommandService).executeCommand('univer.command.undo')
    expect(await get(1, 1)).toEqual([['before']])
  })
})

it('a large range is formatted as a small one is, other looks staying, and stored', async () => {
  const { call, set, rect, model } = open()
  await call('insertRows', { sheetId: 'sheet-1', before: 1001, rows: 1100 })
  await set(2, 2, [[0.5, 45352]])
  await call('setStyle', { ...rect(2, 2), style: { bold: true, numberFormat: '0.0' } })
  const all = rect(1, 1, 2100, 26)
  await call('setStyle', { ...all, style: { numberFormat: '0%' } })
  const columns = Array.from({ length: 26 }, (_, index) => (index === 2 ? 'yyyy-mm-dd' : '0.000'))
  await call('setNumberFormats', { ...rect(2, 1, 2099, 26), formats: Array.from({ length: 2099 }, () => columns) })
  await call('setStyle', { ...rect(2100, 1, 1, 26), style: { numberFormat: 'General' } })
  expect(await call('displayValues', rect(2, 2, 1, 2))).toEqual([['0.500', '2024-03-01']])
  expect(await call('numberFormats', rect(1, 26, 2, 1))).toEqual([['0%'], ['0.000']])
  expect(await call('numberFormats', rect(2099, 3, 2, 1))).toEqual([['yyyy-mm-dd'], ['General']])
  const bold = (row: number, column: number) =>
    model.grid.workbook.getStyles().getStyleByCell(model.grid.stored(model.grid.sheet('sheet-1'), row - 1, column - 1))
      ?.bl
  expect([bold(2, 2), bold(3, 2)]).toEqual([1, undefined])
  const stored = JSON.parse(JSON.stringify(model.snapshot()))
  model.dispose()
  expect(await open(stored).call('numberFormats', rect(2, 2))).toEqual([['0.000']])
})

describe('a workbook', () => {
  it('keeps its charts', async () => {
    const { call, rect } = open()
    const chart = {
      type: 'COLUMN' as const,
      title: 'Tiers',
      ranges: [rect(1, 1, 4, 2)],
      row: 2,
      column: 5,
      width: 400,
      height: 240,
    }
    const made = await call('insertChart', { sheetId: 'sheet-1', ...chart })
    const other = await call('insertChart', { sheetId: 'sheet-1', ...chart, type: 'PIE' })
    expect(await call('charts', { sheetId: 'sheet-1' })).toEqual([{ id: made.id, ...chart }, other])
    await call('removeChart', { sheetId: 'sheet-1', id: made.id })
    expect(await call('charts', { sheetId: 'sheet-1' })).toEqual([other])
    expect(await call('charts', { sheetId: 'sheet-2' })).toEqual([])
  })

  it('is the same after it was stored and opened again, its functions asked anew', async () => {
    const first = open()
    await first.set(1, 1, [['=TS_DAY()'], ['kept']])
    await first.call('setStyle', { ...first.rect(2, 1), style: { bold: true } })
    await first.call('insertChart', {
      sheetId: 'sheet-2',
      type: 'BAR',
      title: 'T',
      ranges: [],
      row: 1,
      column: 1,
      width: 9,
      height: 9,
    })
    await first.call('flush', {})
    const snapshot = JSON.parse(JSON.stringify(first.model.snapshot()))
    first.model.dispose()
    const second = open(snapshot)
    expect(await second.get(1, 1, 2, 2)).toEqual([
      [{ date: 45352 }, 'x'],
      ['kept', ''],
    ])
    expect(second.asked).toHaveLength(1)
    expect(await second.call('charts', { sheetId: 'sheet-2' })).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(second.model.snapshot()))).toEqual(snapshot)
  })

  it('tells of every change worth storing', async () => {
    const { model, set, call } = open()
    await call('flush', {})
    let changes = 0
    model.onChange(() => changes++)
    await call('flush', {})
    expect(changes).toBe(0)
    await set(1, 1, [[1]])
    expect(changes).toBeGreaterThan(0)
    changes = 0
    await call('renameSheet', { sheetId: 'sheet-1', name: 'New' })
    expect(changes).toBeGreaterThan(0)
  })
})

it('columns are added past the last one', async () => {
  const { call, set, get } = open()
  const { sheets } = await call('workbook', {})
  const { id, maxColumns } = sheets[0]!
  await call('insertColumns', { sheetId: id, before: maxColumns + 1, columns: 2 })
  expect((await call('workbook', {})).sheets[0]!.maxColumns).toBe(maxColumns + 2)
  await set(1, maxColumns + 2, [['x']])
  expect(await get(1, maxColumns + 2)).toEqual([['x']])
})
