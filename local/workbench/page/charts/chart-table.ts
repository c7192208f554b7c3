import type { Cell } from '../../workbook.ts'

/** What a chart draws: one label for each row, and for each series one number or gap for each row. */
export type ChartTable = { labels: string[]; series: { name: string; values: (number | null)[] }[] }

/** Values as they are and as they are shown, of one source range. */
export type ChartSource = { values: Cell[][]; shown: string[][] }

/**
 * The table behind a chart, as an embedded chart reads its ranges: side by side, labels in the first column, series
 * names in a first row of texts. Blank rows are left out.
 */
export function chartTable(sources: ChartSource[]): ChartTable {
  const values = beside(sources.map((source) => source.values))
  const shown = beside(sources.map((source) => source.shown))
  const columns = values[0]?.length ?? 0
  if (!columns) return { labels: [], series: [] }
  const labelled = columns > 1
  const hasHeader = values.length > 1 && values[0]!.slice(labelled ? 1 : 0).every((cell) => asNumber(cell) === null)
  const rows = values.map((row, index) => ({ row, shown: shown[index] ?? [] }))
  const body = rows.slice(hasHeader ? 1 : 0).filter(({ row }) => row.some((cell) => cell !== ''))
  return {
    labels: body.map(({ shown: texts }, index) => (labelled ? (texts[0] ?? '') : String(index + 1))),
    series: Array.from({ length: labelled ? columns - 1 : 1 }, (_, index) => {
      const column = labelled ? index + 1 : 0
      return {
        name: hasHeader ? (shown[0]?.[column] ?? '') : '',
        values: body.map(({ row }) => asNumber(row[column])),
      }
    }),
  }
}

function beside<T>(parts: T[][][]): T[][] {
  const height = Math.min(...parts.map((part) => part.length))
  return Array.from({ length: Number.isFinite(height) ? height : 0 }, (_, row) =>
    parts.flatMap((part) => part[row] ?? []),
  )
}

function asNumber(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell
  return typeof cell === 'object' && 'date' in cell ? cell.date : null
}
