import { sheetsError } from './cell-value.ts'
import type { Grid } from './grid.ts'

const errorMark = { tr: { color: '#d93025', size: 6 } }

/**
 * Shows in the grid what Sheets would show: a spilled date in its date format, `#REF!` where Univer says `#SPILL!`,
 * and a red corner on a formula's error.
 */
export function showAsSheets(grid: Grid) {
  const { sheets, core } = grid.parts
  const interceptors = grid.injector.get(sheets.SheetInterceptorService)
  const point = sheets.INTERCEPTOR_POINT.CELL_CONTENT
  interceptors.intercept(point, {
    // Above Univer's own spilling (100), so that what it adds is seen by the ones below.
    priority: 110,
    effect: core.InterceptorEffectEnum.Value | core.InterceptorEffectEnum.Style,
    handler(cell, location, next) {
      const { subUnitId, row, col } = location
      const spilled = grid.spilled(subUnitId, row, col)
      const text = cell?.v ?? spilled?.v
      const error = typeof text === 'string' && text.startsWith('#') ? sheetsError(text) : undefined
      if (error) return next({ ...location.rawData, ...cell, v: error.error, t: 1 })
      if (!spilled?.s || grid.stored(location.worksheet, row, col)?.s) return next(cell)
      return next({ ...location.rawData, ...cell, s: spilled.s })
    },
  })
  interceptors.intercept(point, {
    // Below Univer's own mark (10): a green one at the left.
    priority: 5,
    effect: core.InterceptorEffectEnum.Style,
    handler: (cell, _location, next) =>
      next(cell?.markers?.tl && sheetsError(String(cell.v)) ? { ...cell, markers: errorMark } : cell),
  })
}

/** The message behind a cell's error, where it has one. Rows and columns from 0. */
export function errorNote(grid: Grid, sheetId: string, row: number, column: number): string | undefined {
  const value = grid.value(grid.sheet(sheetId), row, column)
  return typeof value === 'object' && 'error' in value ? value.note : undefined
}
