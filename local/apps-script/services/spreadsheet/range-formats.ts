import type { CellStyle, Rect } from '../../../workbench/workbook.ts'
import { exception } from '../exception.ts'
import { checkedGrid } from './range-values.ts'
import { workbook } from './workbook.ts'

/** The methods of Range that read and write how cells look. */
export function rangeFormats(rect: Rect) {
  const style = (look: CellStyle) => workbook('setStyle', { ...rect, style: look })
  return {
    getNumberFormats: () => workbook('numberFormats', rect),
    getNumberFormat: () => workbook('numberFormats', { ...rect, rows: 1, columns: 1 })[0]?.[0],
    setNumberFormat(numberFormat: string) {
      style({ numberFormat })
      return this
    },
    setNumberFormats(formats: string[][]) {
      workbook('setNumberFormats', { ...rect, formats: checkedGrid(formats, rect) })
      return this
    },
    setFontWeight(weight: string | null) {
      style({ bold: weight === 'bold' })
      return this
    },
    setFontStyle(fontStyle: string | null) {
      style({ italic: fontStyle === 'italic' })
      return this
    },
    setFontSize(fontSize: number) {
      style({ fontSize })
      return this
    },
    setFontColor(color: string | null) {
      style({ fontColor: color ?? '#000000' })
      return this
    },
    setFontColors(colors: (string | null)[][]) {
      for (const { part, color } of runs(checkedGrid(colors, rect), rect)) {
        workbook('setStyle', { ...part, style: { fontColor: color ?? '#000000' } })
      }
      return this
    },
    setBackground(color: string | null) {
      style({ background: color ?? '#ffffff' })
      return this
    },
    setBackgrounds(colors: (string | null)[][]) {
      for (const { part, color } of runs(checkedGrid(colors, rect), rect)) {
        workbook('setStyle', { ...part, style: { background: color ?? '#ffffff' } })
      }
      return this
    },
    setHorizontalAlignment(alignment: string | null) {
      style({ align: alignmentOf(alignment) })
      return this
    },
    setWrap(wrap: boolean) {
      style({ wrap })
      return this
    },
    merge() {
      workbook('merge', rect)
      return this
    },
  }
}

function alignmentOf(alignment: string | null): 'left' | 'center' | 'right' {
  if (alignment === 'left' || alignment === 'center' || alignment === 'right') return alignment
  if (alignment === null || alignment === 'normal') return 'left'
  throw exception(`Invalid argument: ${alignment}`)
}

/** Neighbours of one colour within a row, so that a banded table takes one operation a row. */
function runs<T>(grid: T[][], rect: Rect): { part: Rect; color: T }[] {
  const found: { part: Rect; color: T }[] = []
  grid.forEach((row, down) => {
    row.forEach((color, right) => {
      const last = found.at(-1)
      if (right > 0 && last?.color === color) last.part.columns += 1
      else
        found.push({ color, part: { ...rect, row: rect.row + down, column: rect.column + right, rows: 1, columns: 1 } })
    })
  })
  return found
}
