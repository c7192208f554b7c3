import type { Rect } from '../workbook.ts'

/** Cells of a sheet; rows and columns from 1. */
export type Area = Omit<Rect, 'sheetId'>

type Axis = 'row' | 'column'

/** What was done to the rows or columns of a sheet, `at` counting from 1 and as before it was done. */
export type LineChange =
  /** At the end of a sheet new lines take after the last one; elsewhere only what lies on both sides of them takes them in. */
  | { kind: 'insert'; axis: Axis; at: number; count: number; atEnd: boolean }
  | { kind: 'remove'; axis: Axis; at: number; count: number }
  | { kind: 'move'; axis: Axis; at: number; count: number; before: number }

type Span = { from: number; to: number }

/** Where an area's cells are after a change: none, one piece, or several where a move has torn it apart. */
export function changedAreas(area: Area, change: LineChange): Area[] {
  const { axis } = change
  const size = axis === 'row' ? 'rows' : 'columns'
  const span = { from: area[axis], to: area[axis] + area[size] - 1 }
  return changedSpans(span, change).map(({ from, to }) => ({ ...area, [axis]: from, [size]: to - from + 1 }))
}

export function intersects(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

/** What is left of an area once another is cut out of it: up to four pieces. */
export function without(area: Area, cut: Area): Area[] {
  if (!intersects(area, cut)) return [area]
  const top = Math.max(area.row, cut.row)
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows)
  const left = Math.max(area.column, cut.column)
  const right = Math.min(area.column + area.columns, cut.column + cut.columns)
  const middle = { row: top, rows: bottom - top }
  return [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...area, ...middle, columns: left - area.column },
    { ...area, ...middle, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0)
}

function changedSpans({ from, to }: Span, change: LineChange): Span[] {
  const { at, count } = change
  if (change.kind === 'move') return movedSpans({ from, to }, at, count, change.before)
  if (change.kind === 'insert') {
    const grows = to >= at || (change.atEnd && to === at - 1)
    return [{ from: from >= at ? from + count : from, to: grows ? to + count : to }]
  }
  const kept = (line: number) => (line < at ? line : Math.max(at, line - count))
  const changed = { from: kept(from), to: kept(to + 1) - 1 }
  return changed.to < changed.from ? [] : [changed]
}

/** Cut where the move begins, ends and lands, each piece moves as a whole. */
function movedSpans(span: Span, at: number, count: number, before: number): Span[] {
  const by = (line: number) => {
    if (line >= at && line < at + count) return before > at ? before - count - at : before - at
    if (before > at) return line >= at + count && line < before ? -count : 0
    return line >= before && line < at ? count : 0
  }
  const cuts = [...new Set([span.from, at, at + count, before, span.to + 1])]
    .filter((cut) => cut >= span.from && cut <= span.to + 1)
    .sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((next, index) => {
    const from = cuts[index] as number
    return { from: from + by(from), to: next - 1 + by(from) }
  })
  return joined(pieces.sort((a, b) => a.from - b.from))
}

function joined(spans: Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last?.to === span.from - 1) last.to = span.to
    else all.push({ ...span })
  }
  return all
}
