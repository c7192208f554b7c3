import type { Cell, CellStyle, Chart, Rect, SheetFacts, WorkbookCall } from '../../../local/workbench/workbook.ts'

type MemorySheet = SheetFacts & { cells: Map<string, Cell>; charts: Chart[]; styles: (Rect & { style: CellStyle })[] }
type Params = Rect & { values: Cell[][]; style: CellStyle; name: string; before: number; id: string; contents: boolean }

/** A workbook of plain cells without formulas, for scripts under test. `calls` lists the operations asked for. */
export function memoryWorkbook({ timeZone = 'Etc/UTC', locale = 'en_GB', names = ['Sheet1'] } = {}) {
  const sheets: MemorySheet[] = []
  const calls: { method: string; params: unknown }[] = []
  let active: Rect
  let made = 0
  const sheet = (id: string) => sheets.find((one) => one.id === id)!
  const insertSheet = ({ name }: { name: string }) => {
    const facts = {
      id: `s${made++}`,
      name,
      maxRows: 100,
      maxColumns: 26,
      frozenRows: 0,
      lastRow: 0,
      lastColumn: 0,
    }
    sheets.push({ ...facts, cells: new Map(), charts: [], styles: [] })
    return facts
  }
  const grid = (rect: Rect): Cell[][] =>
    Array.from({ length: rect.rows }, (_, down) =>
      Array.from({ length: rect.columns }, (_, right) => {
        return sheet(rect.sheetId).cells.get(`${rect.row + down},${rect.column + right}`) ?? ''
      }),
    )
  const operations: Record<string, (p: Params) => unknown> = {
    workbook: () => ({
      ...{ id: 'book-1', name: 'Book', locale, timeZone, activeSheetId: active.sheetId },
      sheets: sheets.map(({ cells: _, charts: _c, styles: _s, ...facts }) => facts),
    }),
    selection: () => active,
    select: (rect) => {
      active = rect
    },
    insertSheet,
    renameSheet: ({ sheetId, name }) => {
      sheet(sheetId).name = name
    },
    deleteSheet: ({ sheetId }) => sheets.splice(sheets.indexOf(sheet(sheetId)), 1),
    values: grid,
    displayValues: (rect) =>
      grid(rect).map((row) => row.map((cell) => (typeof cell === 'object' ? '#' : String(cell)))),
    formulas: (rect) => grid(rect).map((row) => row.map((cell) => (String(cell).startsWith('=') ? cell : ''))),
    setValues: (rect) => {
      const target = sheet(rect.sheetId)
      rect.values.forEach((row, down) => {
        row.forEach((cell, right) => {
          target.cells.set(`${rect.row + down},${rect.column + right}`, cell)
        })
      })
      target.lastRow = Math.max(target.lastRow, rect.row + rect.rows - 1)
      target.lastColumn = Math.max(target.lastColumn, rect.column + rect.columns - 1)
    },
    setStyle: (p) => {
      sheet(p.sheetId).styles.push(p)
    },
    numberFormats: (rect) => grid(rect).map((row) => row.map(() => '0.00')),
    charts: ({ sheetId }) => sheet(sheetId).charts,
    insertChart: (p) => {
      sheet(p.sheetId).charts.push({ ...(p as unknown as Chart), id: `c${calls.length}` })
    },
    removeChart: ({ sheetId, id }) => {
      sheet(sheetId).charts = sheet(sheetId).charts.filter((chart) => chart.id !== id)
    },
  }
  for (const name of names) insertSheet({ name })
  active = { sheetId: sheets[0]!.id, row: 1, column: 1, rows: 1, columns: 1 }

  const call = (async (method: string, params: unknown) => {
    calls.push({ method, params })
    return operations[method]?.(params as Params) ?? null
  }) as WorkbookCall
  return { call, calls, sheets, put: (rect: Rect, values: Cell[][]) => call('setValues', { ...rect, values }) }
}
