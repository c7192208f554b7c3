/**
 * What the Apps Script emulation asks of a workbook. The page answers it from the live grid and
 * a headless model answers it where no page is open, so both are the same to a script.
 *
 * Everything is plain JSON: rows and columns count from 1 as in Apps Script.
 */
export type WorkbookCall = <M extends keyof WorkbookOps>(
  method: M,
  params: Parameters<WorkbookOps[M]>[0],
) => Promise<ReturnType<WorkbookOps[M]>>

/** A cell's value. Dates travel as serial days, so that time zones stay the script's business. */
export type Cell = string | number | boolean | { date: number } | { error: string; note?: string }
export type Rect = { sheetId: string; row: number; column: number; rows: number; columns: number }

export type SheetFacts = {
  id: string
  name: string
  hidden: boolean
  maxRows: number
  maxColumns: number
  /** Last row and column that hold anything; 0 where the sheet is empty. */
  lastRow: number
  lastColumn: number
  frozenRows: number
}

export type CellStyle = {
  numberFormat?: string
  bold?: boolean
  italic?: boolean
  fontSize?: number
  fontColor?: string
  background?: string
  align?: 'left' | 'center' | 'right'
  wrap?: boolean
}

export type Chart = {
  id: string
  type: 'LINE' | 'COLUMN' | 'BAR' | 'PIE'
  title: string
  ranges: Rect[]
  /** Top left cell and size in pixels. */
  row: number
  column: number
  width: number
  height: number
}

/** Where developer metadata is. `index` is the row's or column's number. */
export type MetadataPlace =
  | { type: 'SPREADSHEET' }
  | { type: 'SHEET'; sheetId: string }
  | { type: 'ROW' | 'COLUMN'; sheetId: string; index: number }

/** Developer metadata: what a script keeps with a row, column, sheet or spreadsheet, and which moves along with it. */
export type Metadata = {
  id: number
  key: string
  value: string | null
  visibility: 'DOCUMENT' | 'PROJECT'
  place: MetadataPlace
}

type ValidationCriteria =
  | 'VALUE_IN_LIST'
  | 'TEXT_IS_VALID_EMAIL'
  | 'TEXT_IS_VALID_URL'
  | 'DATE_IS_VALID_DATE'
  | 'NUMBER_BETWEEN'
  | 'NUMBER_GREATER_THAN'
  | 'NUMBER_GREATER_THAN_OR_EQUAL_TO'
  | 'NUMBER_LESS_THAN'
  | 'NUMBER_LESS_THAN_OR_EQUAL_TO'
  | 'CUSTOM_FORMULA'

/** Data validation. `values` as Apps Script's getCriteriaValues gives them: a list's are its values, and whether a dropdown shows them. */
export type ValidationRule = {
  criteria: ValidationCriteria
  values: (Cell | Cell[])[]
  allowInvalid: boolean
  helpText: string | null
}

/** A protected range, or a whole sheet where it has none. Here everybody is its editor, so only a warning is ever felt. */
export type Protection = { id: string; sheetId: string; range: Rect | null; description: string; warningOnly: boolean }

export interface WorkbookOps {
  /** At once, without waiting for calculation: custom functions may ask it. Zone as in IANA, locale as in `en_GB`. */
  workbook(p: Record<string, never>): {
    id: string
    name: string
    locale: string
    timeZone: string
    sheets: SheetFacts[]
    activeSheetId: string
  }
  /** What the person has selected. */
  selection(p: Record<string, never>): Rect
  select(p: Rect): null
  insertSheet(p: { name: string; index?: number }): SheetFacts
  /** A copy under another name, right of the sheet, with all that it holds but its protection. */
  copySheet(p: { sheetId: string; name: string }): SheetFacts
  renameSheet(p: { sheetId: string; name: string }): null
  deleteSheet(p: { sheetId: string }): null
  setHidden(p: { sheetId: string; hidden: boolean }): null
  /**
   * Waits until formulas are calculated, then gives values as Sheets' getValues does; blank is ''. A custom function
   * that asks for it waits for itself, so its worker must refuse it.
   */
  values(p: Rect): Cell[][]
  formulas(p: Rect): string[][]
  displayValues(p: Rect): string[][]
  /** The row and column of each cell that shows a match of a regular expression, row by row. */
  find(p: Rect & { pattern: string; matchCase: boolean }): [row: number, column: number][]
  /** A string that begins with = becomes a formula, as in setValues. */
  setValues(p: Rect & { values: Cell[][] }): null
  clear(p: Rect & { contents: boolean; formats: boolean }): null
  /** One style for all cells, or one number format a cell. */
  setStyle(p: Rect & { style: CellStyle }): null
  setNumberFormats(p: Rect & { formats: string[][] }): null
  numberFormats(p: Rect): string[][]
  setColumnWidth(p: { sheetId: string; column: number; columns: number; width: number }): null
  setRowHeight(p: { sheetId: string; row: number; rows: number; height: number }): null
  setFrozenRows(p: { sheetId: string; rows: number }): null
  /** Whether the tab's filter hides a row, counted from 1. */
  isRowFiltered(p: { sheetId: string; row: number }): boolean
  setHiddenGridlines(p: { sheetId: string; hidden: boolean }): null
  insertColumns(p: { sheetId: string; before: number; columns: number }): null
  insertRows(p: { sheetId: string; before: number; rows: number }): null
  deleteRows(p: { sheetId: string; row: number; rows: number }): null
  deleteColumns(p: { sheetId: string; column: number; columns: number }): null
  /** Moves columns, as they are numbered before, to stand before a column; one past the last is the end. */
  moveColumns(p: { sheetId: string; column: number; columns: number; before: number }): null
  merge(p: Rect): null
  /** All of the workbook's, at once. */
  metadata(p: Record<string, never>): Metadata[]
  addMetadata(p: Omit<Metadata, 'id'>): null
  /** Replaces the one with that id, and moves it where its place is another. */
  changeMetadata(p: Metadata): null
  removeMetadata(p: { id: number }): null
  notes(p: Rect): string[][]
  setNotes(p: Rect & { notes: string[][] }): null
  /** A sheet's rules, each with the cells that it is for; no two for one cell. */
  validations(p: { sheetId: string }): (Rect & { rule: ValidationRule })[]
  /** Gives each range its rule, or none, one after another. */
  setValidations(p: { sheetId: string; rules: (Rect & { rule: ValidationRule | null })[] }): null
  /** All of the workbook's, at once. */
  protections(p: Record<string, never>): Protection[]
  /** Adds a protection, or replaces the one of that id. */
  setProtection(p: Protection): null
  removeProtection(p: { id: string }): null
  charts(p: { sheetId: string }): Chart[]
  insertChart(p: Omit<Chart, 'id'> & { sheetId: string }): Chart
  removeChart(p: { sheetId: string; id: string }): null
  /** How often NOW() and what is like it are calculated again though nothing changes; with each change, they always are. */
  setRecalculationInterval(p: { interval: 'ON_CHANGE' | 'MINUTE' | 'HOUR' }): null
  /** Replaces the chart of that id. */
  changeChart(p: Chart & { sheetId: string }): null
  /** Waits for calculation to settle. */
  flush(p: Record<string, never>): null
}

/** What a custom function is given: a single cell's value, or a range as rows. Blank is ''. */
export type FunctionArgument = Cell | Cell[][]

/** How the workbook has a custom function computed: by the custom-function worker, over any transport. */
export type CallFunction = (name: string, args: FunctionArgument[]) => Promise<FunctionResult>

/** What came back: one value, rows to spill, or the sentence to show in the cell. */
export type FunctionResult = { value: Cell | Cell[][] } | { error: string }

/** A custom function as its JSDoc declares it, for registration and autocomplete. */
export type FunctionCard = {
  name: string
  summary: string
  parameters: { name: string; type: string; description: string; optional: boolean }[]
  example: string
}

/** The workbook as stored under the data folder: opaque to all but the model. */
export type WorkbookSnapshot = {
  version: 1
  id: string
  name: string
  locale: string
  timeZone: string
  univer: unknown
  charts: Record<string, Chart[]>
  /** How often what depends on the time is calculated again; only with changes where it is left out. */
  recalculation?: 'ON_CHANGE' | 'MINUTE' | 'HOUR'
}
