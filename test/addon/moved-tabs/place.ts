import type { Cell } from '../../../local/workbench/workbook.ts'
import type { MemorySheet } from '../../local/apps-script/memory-sheet.ts'
import type { SheetHarness } from '../sheet-harness.ts'

/** What a person put before a header when they renamed it, and what their own column is called. */
export const RENAMED = 'our '
export const MINE = 'Mine'

/**
 * A workbook whose tabs and columns are known by what they were called at first, whatever became of them since.
 *
 * `sheet` is another one once the spreadsheet was copied.
 */
export class Place {
  sheet: SheetHarness
  /** What each tab was called when it was first seen, by its id. */
  readonly #names = new Map<string, string>()
  /** Tabs that a person made by duplicating one, with what they held then. */
  readonly duplicates = new Map<string, Cell[][]>()
  readonly called = new Set<string>()

  constructor(sheet: SheetHarness) {
    this.sheet = sheet
  }

  call = <T>(name: string, ...args: unknown[]): Promise<T> => {
    this.called.add(name)
    return this.sheet.call<T>(name, ...args)
  }

  /** The tabs that nobody duplicated, each with its first name. */
  tabs(): { name: string; tab: MemorySheet }[] {
    return this.sheet.book.sheets.flatMap((tab) => {
      if (this.duplicates.has(tab.id)) return []
      if (!this.#names.has(tab.id)) this.#names.set(tab.id, this.#free(tab.name))
      return [{ name: this.#names.get(tab.id) as string, tab }]
    })
  }

  #free(name: string): string {
    const taken = new Set(this.#names.values())
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
    return free
  }

  tab = (name: string): MemorySheet => {
    const found = this.tabs().find((each) => each.name === name)
    if (!found) throw new Error(`There is no tab ${name}, only ${this.tabs().map((each) => each.name)}`)
    return found.tab
  }

  /** What a tab is called now. */
  nameOf = (name: string): string => this.tab(name).name

  /** From 1. */
  columnOf(name: string, header: string): number {
    const position = headersOf(this.tab(name)).indexOf(header)
    if (position < 0) throw new Error(`The tab ${name} has no column ${header}`)
    return position + 1
  }

  /** The number of the row that has a text under a header. */
  rowOf(name: string, header: string, value: Cell): number {
    const column = this.columnOf(name, header)
    const at = this.tab(name)
      .table()
      .findIndex((row, index) => index > 0 && row[column - 1] === value)
    if (at < 0) throw new Error(`The tab ${name} has no ${header} ${value}`)
    return at + 1
  }

  /** Types what a person does under a header, in the row that has a value under another. */
  type(name: string, [key, value]: [string, Cell], header: string, cell: Cell): void {
    this.tab(name).type(this.rowOf(name, key, value), this.columnOf(name, header), cell)
  }

  /** Types a row under the last. */
  append(name: string, row: Record<string, Cell>): void {
    const last = this.tab(name).facts().lastRow
    for (const [header, cell] of Object.entries(row)) this.tab(name).type(last + 1, this.columnOf(name, header), cell)
  }
}

/** A tab's headers as they were first; '' for columns that a person put in. */
export function headersOf(tab: MemorySheet): string[] {
  return (tab.table()[0] ?? []).map((cell) =>
    String(cell)
      .replace(RENAMED, '')
      .replace(...CALLED),
  )
}

/** A standard that is called otherwise renames its columns' headings, but for those that a person changed. */
const CALLED = ['(Calls)', '(Visits)'] as const
