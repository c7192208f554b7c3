import type { Cell } from '../../../local/workbench/workbook.ts'
import type { MemorySheet } from '../../local/apps-script/memory-sheet.ts'
import { headersOf, MINE, type Place, RENAMED } from './place.ts'

/** By which columns a row of a tab is known; by all of them where none is named. */
const keys: Record<string, string[]> = {
  Customers: ['Customer ID'],
  Orders: ['Order ID'],
  Interactions: ['Interaction ID'],
  Standards: ['Standard', 'Version', 'Part', 'Name'],
  Tiers: ['Tier'],
  'Tier overrides': ['Standard', 'Reason'],
  'Tier history': ['Customer ID', 'Standard', 'Version', 'From tier', 'To tier', 'Cause'],
  'Score parts': ['Standard', 'Customer ID'],
  'Evaluation rounds': ['Round'],
  'Round proposals': ['Round', 'Customer ID'],
  'Change history': ['Action ID', 'Customer ID', 'Field', 'Before'],
  Complaints: ['Number'],
  Goals: ['Goal ID'],
  Improvements: ['Improvement ID'],
  'KPI history': ['Day', 'KPI', 'Broken down by', 'Group'],
}

/** What differs from run to run. */
const unstable = [
  ...['At', 'Run', 'Saved at', 'Proposed at', 'Approved at', 'Published at', 'Checked at', 'As of'],
  'Details as JSON',
]

/** A row's cells by header. */
export type Row = Record<string, string>
/** Rows by what they are known by, tabs by name. */
export type Snapshot = Record<string, Record<string, Row>>

/** What a person notes beside a row; customers get ids only when they are set up. */
export function noteOf(name: string, header: readonly string[], row: readonly Cell[]): string {
  const own = name === 'Customers' ? String(row[header.indexOf('My notes')] ?? '') : keyOf(name, header, row)
  return `mine of ${own}`
}

/** What a row is known by, wherever it stands. */
function keyOf(name: string, header: readonly string[], row: readonly Cell[]): string {
  const named = keys[name]?.map((field) => plain(row[header.indexOf(field)] ?? ''))
  return (named ?? Object.values(recordOf(header, row))).join(' ')
}

/** What every tab holds, customer by customer and column by column, wherever rows and columns stand. */
export function snapshot(place: Place): Snapshot {
  return Object.fromEntries(place.tabs().map(({ name, tab }) => [name, rowsOf(name, tab)]))
}

function rowsOf(name: string, tab: MemorySheet): Record<string, Row> {
  if (name === 'KPI sheet') return kpiRows(tab)
  const header = headersOf(tab)
  const found: Record<string, Row> = {}
  const rows = tab
    .table()
    .slice(1)
    .map((row) => [keyOf(name, header, row), recordOf(header, row)] as const)
    .filter(([, record]) => Object.keys(record).length > 0)
    .sort(([, a], [, b]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  for (const [key, record] of rows) {
    let free = key
    for (let number = 2; found[free]; number++) free = `${key} #${number}`
    found[free] = record
  }
  return { ...found, 'rules and notes': placedOn(tab, header) }
}

/** Its own five columns as they are laid out, and what else stands there, wherever. */
function kpiRows(tab: MemorySheet): Record<string, Row> {
  const table = tab.table()
  const own = table.map((row): Row => {
    return Object.fromEntries(row.slice(0, 5).map((cell, at) => [at, timeless(plain(cell))]))
  })
  const others = table.flatMap((row) => row.slice(5)).filter((cell) => cell !== '')
  return { ...Object.fromEntries(own.map((row, at) => [at, row])), others: { cells: others.sort().join() } }
}

/** Without the instant of counting; a copy of the spreadsheet does not know yet which standard was applied. */
function timeless(text: string): string {
  return text.replace(/("date":\d+)\.\d+/, '$1').replace(/^.*, version \d+$/, '–')
}

function recordOf(header: readonly string[], row: readonly Cell[]): Row {
  const cells = row.flatMap((cell, at): [string, string][] => {
    const field = header[at] || '(no header)'
    return cell === '' || field === MINE || unstable.includes(field) ? [] : [[field, plain(cell)]]
  })
  return Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Data validation and notes by the column that they stand on; formulas in it go along in Sheets, and here do not. */
function placedOn(tab: MemorySheet, header: readonly string[]): Row {
  const found: [string, string][] = tab.rules.flatMap(({ column, columns, rule }) =>
    Array.from({ length: columns }, (_, at) => {
      const text = JSON.stringify(rule)
        .replace(/\([A-Z]+2&/, '(cell&')
        .replaceAll(RENAMED, '')
      return [header[column + at - 1] || '(no header)', text]
    }),
  )
  const [notes = []] = tab.notes({ sheetId: tab.id, row: 1, column: 1, rows: 1, columns: header.length })
  notes.forEach((note, at) => {
    if (note) found.push([`${header[at]} (note)`, note.replaceAll(RENAMED, '')])
  })
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * A cell as text. Of what is kept as JSON neither the order of fields and indicators nor its time counts, nor the
 * person's own column; of a row that is known by its content not by which.
 */
function plain(cell: Cell): string {
  if (typeof cell !== 'string') return JSON.stringify(cell)
  if (!cell.startsWith('{')) return cell.replace(/#~[0-9a-f]{12}$/, '#~')
  const { at: _, [`column:${MINE}`]: __, ...kept } = JSON.parse(cell) as Record<string, unknown>
  if (Array.isArray(kept.indicators)) kept.indicators.sort((a, b) => (a.key < b.key ? -1 : 1))
  const fields = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(fields).replaceAll(`column:${RENAMED}`, 'column:')
}
