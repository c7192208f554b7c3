import { changedAreas, type LineChange } from '../../../local/workbench/model/areas.ts'
import {
  changedRules,
  firstRefused,
  type PlacedRule,
  refusedSentence,
} from '../../../local/workbench/model/validation-rules.ts'
import type {
  Cell,
  CellStyle,
  Chart,
  Metadata,
  Protection,
  Rect,
  SheetFacts,
} from '../../../local/workbench/workbook.ts'
import { entered } from './entered.ts'

type Line = { metadata: Omit<Metadata, 'place'>[] }
type Axis = 'rows' | 'columns'

/** A sheet of plain cells without formulas' results: what moves together is kept together. */
export class MemorySheet {
  readonly id: string
  name: string
  hidden = false
  frozenRows = 0
  /** The rows that a filter hides, from 1; a test sets them once nothing moves. */
  filtered: ReadonlySet<number> = new Set()
  charts: Chart[] = []
  metadata: Omit<Metadata, 'place'>[] = []
  rules: PlacedRule[] = []
  protections: Protection[] = []
  /** The styles that were set, in order. */
  styles: (Rect & { style: CellStyle })[] = []
  readonly lines: { rows: Line[]; columns: Line[] } = { rows: lines(100), columns: lines(26) }
  /** Values and number formats, a row each as far as anything was ever set. */
  #values: Cell[][] = []
  #formats: string[][] = []
  #notes: string[][] = []
  #used: { rows: number; columns: number } | undefined

  constructor(id: string, name: string) {
    this.id = id
    this.name = name
  }

  facts(): SheetFacts {
    const { id, name, hidden, frozenRows } = this
    this.#used ??= usedPart(this.#values)
    const { rows, columns } = this.#used
    const size = { maxRows: this.lines.rows.length, maxColumns: this.lines.columns.length }
    return { id, name, hidden, frozenRows, ...size, lastRow: rows, lastColumn: columns }
  }

  values(rect: Rect): Cell[][] {
    const values = part(this.#values, rect, '' as Cell)
    const formats = this.formats(rect)
    return values.map((row, down) => row.map((cell, right) => shownAs(cell, formats[down]?.[right] ?? 'General')))
  }

  formats(rect: Rect): string[][] {
    return part(this.#formats, rect, 'General')
  }

  /** As typed: see `entered`. */
  setValues(rect: Rect, values: readonly (readonly Cell[])[]): void {
    const formats = this.formats(rect)
    const read = values.map((row, down) => row.map((cell, right) => entered(cell, formats[down]?.[right] === '@')))
    const refused = firstRefused(this.rules, rect, (row, column) => {
      const cell = read[row - rect.row]?.[column - rect.column] ?? ''
      return typeof cell === 'string' && cell.startsWith('=') ? '' : cell
    })
    if (refused) {
      throw new Error(refusedSentence(`${String.fromCharCode(64 + refused.column)}${refused.row}`, refused.rule))
    }
    setPart(this.#values, rect, (down, right) => read[down]?.[right] ?? '')
    this.#formatDates(rect)
    this.#used = undefined
  }

  notes(rect: Rect): string[][] {
    return part(this.#notes, rect, '')
  }

  setNotes(rect: Rect, notes: readonly (readonly string[])[]): void {
    setPart(this.#notes, rect, (down, right) => notes[down]?.[right] ?? '')
  }

  setFormats(rect: Rect, at: (down: number, right: number) => string): void {
    setPart(this.#formats, rect, at)
  }

  /** Lines as they are counted from 0. */
  insert(axis: Axis, before: number, count: number): void {
    this.#splice(axis, before, 0, count)
  }

  remove(axis: Axis, first: number, count: number): void {
    this.#splice(axis, first, count, 0)
  }

  /** Moves columns to stand before one, all as counted before. */
  moveColumns(first: number, count: number, before: number): void {
    const to = before > first ? before - count : before
    const move = <T>(list: T[], blank: T) => {
      while (list.length < Math.max(first + count, before)) list.push(blank)
      list.splice(to, 0, ...list.splice(first, count))
    }
    move(this.lines.columns, { metadata: [] })
    for (const row of this.#values) move(row, '')
    for (const row of this.#formats) move(row, 'General')
    for (const row of this.#notes) move(row, '')
    this.#goAlong({ kind: 'move', axis: 'column', at: first + 1, count, before: before + 1 })
  }

  /** Puts rows in from the first cell on, with room for some more. Strings are texts. */
  fill(rows: readonly (readonly Cell[])[]): void {
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
    this.lines.rows = this.lines.rows.concat(lines(Math.max(0, rows.length + 50 - this.lines.rows.length)))
    this.lines.columns = this.lines.columns.concat(lines(Math.max(0, columns - this.lines.columns.length)))
    this.#values = rows.map((row) => [...row])
    this.#formatDates({ sheetId: this.id, row: 1, column: 1, rows: rows.length, columns })
    this.#used = undefined
  }

  /** All that is used, from the first cell on. */
  table(): Cell[][] {
    const { lastRow, lastColumn } = this.facts()
    return this.values({ sheetId: this.id, row: 1, column: 1, rows: lastRow, columns: lastColumn })
  }

  type(row: number, column: number, value: Cell): void {
    this.lines.rows.push(...lines(row - this.lines.rows.length))
    this.setValues({ sheetId: this.id, row, column, rows: 1, columns: 1 }, [[value]])
  }

  /** Sorts rows from one on by a column, numbers and days before texts before blanks, as Sheets does. */
  sort(firstRow: number, column: number, descending: boolean): void {
    const first = firstRow - 1
    const rows = this.#values
      .slice(first)
      .map((values, index) => ({ values, formats: this.#formats[first + index] ?? [] }))
    const key = (row: (typeof rows)[number]) => row.values[column - 1] ?? ''
    rows.sort((a, b) => compared(key(a), key(b), descending))
    rows.forEach(({ values, formats }, index) => {
      this.#values[first + index] = values
      this.#formats[first + index] = formats
    })
    for (let row = 0; row < first; row++) this.#formats[row] ??= []
    this.#used = undefined
  }

  copy(id = this.id, name = this.name): MemorySheet {
    const copy = new MemorySheet(id, name)
    const { hidden, frozenRows, charts, metadata, rules, styles, lines: own } = this
    Object.assign(copy, structuredClone({ hidden, frozenRows, charts, metadata, rules, styles, lines: own }))
    copy.#notes = this.#notes.map((row) => [...row])
    copy.#values = this.#values.map((row) => [...row])
    copy.#formats = this.#formats.map((row) => [...(row ?? [])])
    return copy
  }

  /** A date brings its format along, where the cell has none for dates. */
  #formatDates({ row, column, rows, columns }: Rect): void {
    for (let line = row - 1; line < row - 1 + rows; line++) {
      const values = this.#values[line] ?? []
      for (let at = column - 1; at < column - 1 + columns; at++) {
        const cell = values[at]
        if (typeof cell !== 'object' || !('date' in cell)) continue
        while (this.#formats.length <= line) this.#formats.push([])
        const formats = this.#formats[line] as string[]
        if (!isDateFormat(formats[at] ?? 'General')) formats[at] = dateFormat(cell.date)
      }
    }
  }

  #splice(axis: Axis, at: number, removed: number, added: number): void {
    const change = <T>(list: T[], make: () => T) => {
      if (list.length > at) list.splice(at, removed, ...Array.from({ length: added }, make))
    }
    const before = this.lines[axis].length
    this.lines[axis].splice(at, removed, ...lines(added))
    if (axis === 'rows') {
      change(this.#values, () => [])
      change(this.#formats, () => [])
      change(this.#notes, () => [])
    } else {
      for (const row of this.#values) change<Cell>(row, () => '')
      for (const row of this.#formats) change(row, () => 'General')
      for (const row of this.#notes) change(row, () => '')
    }
    const axisName = axis === 'rows' ? 'row' : 'column'
    if (removed > 0) this.#goAlong({ kind: 'remove', axis: axisName, at: at + 1, count: removed })
    else this.#goAlong({ kind: 'insert', axis: axisName, at: at + 1, count: added, atEnd: at === before })
  }

  #goAlong(change: LineChange): void {
    this.#used = undefined
    this.rules = changedRules(this.rules, change)
    this.protections = this.protections.flatMap((one) => {
      if (one.range === null) return [one]
      const [area] = changedAreas(one.range, change)
      return area ? [{ ...one, range: { ...area, sheetId: this.id } }] : []
    })
  }
}

/** A number is a date where its format is one, and only there. */
function shownAs(cell: Cell, format: string): Cell {
  if (typeof cell === 'number') return isDateFormat(format) ? { date: cell } : cell
  return typeof cell === 'object' && 'date' in cell && !isDateFormat(format) ? cell.date : cell
}

function isDateFormat(format: string): boolean {
  return format !== 'General' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
}

function dateFormat(serial: number): string {
  return Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'
}

function compared(a: Cell, b: Cell, descending: boolean): number {
  const rank = (cell: Cell) => (cell === '' ? 2 : typeof cell === 'string' ? 1 : 0)
  if (rank(a) !== rank(b) && (a === '' || b === '')) return rank(a) - rank(b)
  const order = rank(a) - rank(b) || (rank(a) === 0 ? serial(a) - serial(b) : String(a).localeCompare(String(b)))
  return descending ? -order : order
}

function serial(cell: Cell): number {
  return typeof cell === 'object' && 'date' in cell ? cell.date : Number(cell)
}

function lines(count: number): Line[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ metadata: [] }))
}

function part<T>(grid: readonly (readonly T[])[], { row, column, rows, columns }: Rect, blank: T): T[][] {
  const found: T[][] = []
  for (let down = row - 1; down < row - 1 + rows; down++) {
    const line = grid[down]
    const cells: T[] = []
    for (let right = column - 1; right < column - 1 + columns; right++) cells.push(line?.[right] ?? blank)
    found.push(cells)
  }
  return found
}

function setPart<T>(grid: T[][], { row, column, rows, columns }: Rect, at: (down: number, right: number) => T): void {
  while (grid.length < row - 1 + rows) grid.push([])
  for (let down = 0; down < rows; down++) {
    const line = grid[row - 1 + down] as T[]
    for (let right = 0; right < columns; right++) line[column - 1 + right] = at(down, right)
  }
}

function usedPart(values: readonly (readonly Cell[])[]): { rows: number; columns: number } {
  let rows = 0
  let columns = 0
  for (const [index, row] of values.entries()) {
    for (let column = row.length; column > 0; column--) {
      const cell = row[column - 1]
      if (cell === undefined || cell === '') continue
      rows = index + 1
      columns = Math.max(columns, column)
      break
    }
  }
  return { rows, columns }
}
