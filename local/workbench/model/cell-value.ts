import type { ICellData } from '@univerjs/core'
import type { Cell } from '../workbook.ts'
import type { UniverParts } from './univer-parts.ts'

/** What is needed to tell a cell's value from how it is stored. */
export type CellReading = {
  isDatePattern(pattern: string): boolean
}

export function cellReading({ core }: UniverParts): CellReading {
  const known = new Map<string, boolean>()
  return {
    isDatePattern(pattern) {
      let is = known.get(pattern)
      if (is === undefined) {
        is = core.numfmt.isDateFormat(pattern)
        known.set(pattern, is)
      }
      return is
    },
  }
}

/**
 * A stored cell's value as Sheets' getValue has it: blank is '', a number in a date format is a date.
 *
 * @param pattern The cell's number format, asked for only where the cell holds a number.
 */
export function cellValue(cell: ICellData, reading: CellReading, pattern: () => string | undefined): Cell {
  const { v, t } = cell
  if (v === undefined || v === null || v === '') return cell.p ? richText(cell) : ''
  if (t === 3 || typeof v === 'boolean') return v === true || v === 1 || v === '1'
  if (typeof v === 'number') {
    const format = pattern()
    return format && reading.isDatePattern(format) ? { date: v } : v
  }
  if (v.startsWith('#')) return sheetsError(v, cell.custom?.note as string | undefined) ?? v
  return v
}

const errors = new Set(['#ERROR!', '#REF!', '#VALUE!', '#NAME?', '#N/A', '#NUM!', '#DIV/0!', '#NULL!'])

/** The error as Google Sheets names it: Univer's own names for a spill or a circle are `#REF!` there. */
export function sheetsError(text: string, note?: string): { error: string; note?: string } | undefined {
  if (text === '#SPILL!') {
    return { error: '#REF!', note: 'Array result was not expanded because it would overwrite data.' }
  }
  if (text === '#CYCLE!') return { error: '#REF!', note: 'Circular dependency detected.' }
  if (text === '#CALC!') return { error: '#ERROR!' }
  if (!errors.has(text)) return undefined
  return note && text === '#ERROR!' ? { error: text, note } : { error: text }
}

function richText(cell: ICellData): string {
  return cell.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n') ?? ''
}
