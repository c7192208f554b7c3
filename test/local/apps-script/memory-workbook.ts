import { withRule } from '../../../local/workbench/model/validation-rules.ts'
import type {
  Cell,
  CellStyle,
  Chart,
  Metadata,
  MetadataPlace,
  Protection,
  Rect,
  ValidationRule,
  WorkbookCall,
} from '../../../local/workbench/workbook.ts'
import { MemorySheet } from './memory-sheet.ts'

type Kept = Omit<Metadata, 'place'>
type Params = Rect & {
  values: Cell[][]
  formats: string[][]
  style: CellStyle
  name: string
  index?: number
  before: number
  id: string
  contents: boolean
  hidden: boolean
  notes: string[][]
  rules: (Rect & { rule: ValidationRule | null })[]
  place: MetadataPlace
}

export type MemoryWorkbook = {
  call: WorkbookCall
  calls: { method: string; params: unknown }[]
  sheets: MemorySheet[]
  metadata: Kept[]
  copy(id: string): MemoryWorkbook
  duplicate(sheetId: string): MemorySheet
  skipIds(used: number): void
  put(rect: Rect, values: Cell[][]): Promise<null>
}

/** A workbook of plain cells without formulas, for scripts under test. `calls` lists the operations asked for. */
export function memoryWorkbook({
  id = 'book-1',
  timeZone = 'Etc/UTC',
  locale = 'en_GB',
  names = ['Sheet1'],
} = {}): MemoryWorkbook {
  const sheets: MemorySheet[] = []
  const metadata: Kept[] = []
  const calls: { method: string; params: unknown }[] = []
  let active: Rect
  let made = 0
  const sheet = (sheetId: string) => sheets.find((one) => one.id === sheetId)!
  const insertSheet = ({ name, index = sheets.length }: { name: string; index?: number | undefined }) => {
    const added = new MemorySheet(`s${made++}`, name)
    sheets.splice(index, 0, added)
    return added.facts()
  }
  const keptAt = (place: MetadataPlace): Kept[] => {
    if (place.type === 'SPREADSHEET') return metadata
    if (place.type === 'SHEET') return sheet(place.sheetId).metadata
    const { lines } = sheet(place.sheetId)
    return (place.type === 'ROW' ? lines.rows : lines.columns)[place.index - 1]!.metadata
  }
  const removeMetadata = (metadataId: unknown) => {
    const { place } = everyMetadata().find((one) => one.id === metadataId)!
    const kept = keptAt(place)
    kept.splice(
      kept.findIndex((one) => one.id === metadataId),
      1,
    )
  }
  const everyMetadata = (): Metadata[] => places().flatMap((place) => keptAt(place).map((kept) => ({ ...kept, place })))
  const places = (): MetadataPlace[] => [
    { type: 'SPREADSHEET' },
    ...sheets.flatMap(({ id: sheetId, lines }): MetadataPlace[] => [
      { type: 'SHEET', sheetId },
      ...marked(lines.columns).map((index) => ({ type: 'COLUMN' as const, sheetId, index })),
      ...marked(lines.rows).map((index) => ({ type: 'ROW' as const, sheetId, index })),
    ]),
  ]
  const marked = (lines: { metadata: unknown[] }[]) =>
    lines.flatMap((line, index) => (line.metadata.length > 0 ? [index + 1] : []))
  const shown = (cell: Cell) => (typeof cell === 'object' ? '#' : String(cell))
  const operations: Record<string, (p: Params) => unknown> = {
    workbook: () => ({
      ...{ id, name: 'Book', locale, timeZone, activeSheetId: active.sheetId },
      sheets: sheets.map((one) => one.facts()),
    }),
    selection: () => active,
    select: ({ sheetId, row, column, rows, columns }) => {
      active = { sheetId, row, column, rows, columns }
    },
    insertSheet,
    copySheet: ({ sheetId, name }) => Object.assign(duplicate(sheetId), { name }).facts(),
    renameSheet: ({ sheetId, name }) => {
      sheet(sheetId).name = name
    },
    deleteSheet: ({ sheetId }) => sheets.splice(sheets.indexOf(sheet(sheetId)), 1),
    setHidden: ({ sheetId, hidden }) => {
      const others = sheets.filter((one) => one.id !== sheetId && !one.hidden)
      if (hidden && !others[0]) throw new Error("You can't hide all the sheets in a document.")
      sheet(sheetId).hidden = hidden
      if (hidden && active.sheetId === sheetId) active = { ...active, sheetId: others[0]?.id ?? '' }
    },
    values: (rect) => sheet(rect.sheetId).values(rect),
    displayValues: (rect) =>
      sheet(rect.sheetId)
        .values(rect)
        .map((row) => row.map(shown)),
    find(p) {
      const { pattern, matchCase } = p as Params & { pattern: string; matchCase: boolean }
      const wanted = new RegExp(pattern, matchCase ? 'u' : 'iu')
      return sheet(p.sheetId)
        .values(p)
        .flatMap((row, down) =>
          row.flatMap((cell, right) => (wanted.test(shown(cell)) ? [[p.row + down, p.column + right]] : [])),
        )
    },
    formulas: (rect) =>
      sheet(rect.sheetId)
        .values(rect)
        .map((row) => row.map((cell) => (String(cell).startsWith('=') ? cell : ''))),
    setValues: (rect) => sheet(rect.sheetId).setValues(rect, rect.values),
    clear(rect) {
      if (rect.contents) sheet(rect.sheetId).setValues(rect, [])
    },
    setStyle(p) {
      sheet(p.sheetId).styles.push(p)
      const { numberFormat } = p.style
      if (numberFormat !== undefined) sheet(p.sheetId).setFormats(p, () => numberFormat)
    },
    setNumberFormats: (p) => sheet(p.sheetId).setFormats(p, (down, right) => p.formats[down]?.[right] ?? 'General'),
    numberFormats: (rect) => sheet(rect.sheetId).formats(rect),
    isRowFiltered: ({ sheetId, row }) => sheet(sheetId).filtered.has(row),
    setFrozenRows: ({ sheetId, rows }) => {
      sheet(sheetId).frozenRows = rows
    },
    insertRows: (p) => sheet(p.sheetId).insert('rows', p.before - 1, p.rows),
    insertColumns: (p) => sheet(p.sheetId).insert('columns', p.before - 1, p.columns),
    deleteRows: (p) => sheet(p.sheetId).remove('rows', p.row - 1, p.rows),
    deleteColumns: (p) => sheet(p.sheetId).remove('columns', p.column - 1, p.columns),
    moveColumns: (p) => sheet(p.sheetId).moveColumns(p.column - 1, p.columns, p.before - 1),
    metadata: everyMetadata,
    addMetadata: ({ place, ...kept }) => keptAt(place).push({ ...(kept as unknown as Kept), id: ++made }),
    changeMetadata({ place, ...kept }) {
      removeMetadata(kept.id)
      keptAt(place).push(kept as unknown as Kept)
    },
    removeMetadata: (p) => removeMetadata(p.id),
    notes: (rect) => sheet(rect.sheetId).notes(rect),
    setNotes: (p) => sheet(p.sheetId).setNotes(p, p.notes),
    validations: ({ sheetId }) => sheet(sheetId).rules.map((placed) => ({ ...placed, sheetId })),
    setValidations({ sheetId, rules }) {
      const target = sheet(sheetId)
      target.rules = rules.reduce((all, { rule, ...area }) => withRule(all, area, rule), target.rules)
    },
    protections: () => sheets.flatMap((one) => one.protections),
    setProtection(p) {
      const protection = p as unknown as Protection
      const target = sheet(p.sheetId)
      target.protections = [...target.protections.filter((one) => one.id !== p.id), protection]
    },
    removeProtection(p) {
      for (const one of sheets) one.protections = one.protections.filter((protection) => protection.id !== p.id)
    },
    charts: ({ sheetId }) => sheet(sheetId).charts,
    insertChart: (p) => {
      sheet(p.sheetId).charts.push({ ...(p as unknown as Chart), id: `c${calls.length}` })
    },
    changeChart: ({ sheetId, ...chart }) => {
      const target = sheet(sheetId)
      target.charts = target.charts.map((one) => (one.id === chart.id ? (chart as unknown as Chart) : one))
    },
    removeChart: ({ sheetId, id: chartId }) => {
      sheet(sheetId).charts = sheet(sheetId).charts.filter((chart) => chart.id !== chartId)
    },
  }
  for (const name of names) insertSheet({ name })
  const duplicate = (sheetId: string) => {
    const original = sheet(sheetId)
    const copy = original.copy(`s${made++}`, `${original.name} (copy)`)
    for (const kept of [
      copy.metadata,
      ...[...copy.lines.rows, ...copy.lines.columns].map((line) => line.metadata),
    ].flat())
      kept.id = ++made
    sheets.splice(sheets.indexOf(original) + 1, 0, copy)
    return copy
  }
  active = { sheetId: sheets[0]?.id ?? '', row: 1, column: 1, rows: 1, columns: 1 }

  const call = (async (method: string, params: unknown) => {
    calls.push({ method, params })
    const value = operations[method]?.(params as Params)
    if (typeof value === 'boolean') return value
    return typeof value === 'object' ? structuredClone(value) : null
  }) as WorkbookCall
  /** Another workbook of the same sheets, under another id. */
  const copy = (newId: string): MemoryWorkbook => {
    const book = memoryWorkbook({ id: newId, timeZone, locale, names: [] })
    book.sheets.push(...sheets.map((one) => one.copy()))
    book.metadata.push(...structuredClone(metadata))
    book.call('select', active)
    book.skipIds(made)
    return book
  }
  return {
    call,
    calls,
    sheets,
    metadata,
    copy,
    duplicate,
    skipIds(used: number) {
      made = used
    },
    put: (rect: Rect, values: Cell[][]) => call('setValues', { ...rect, values }),
  }
}
