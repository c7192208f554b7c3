import { build } from 'esbuild'
import type { Sharing, StoreName } from '../../local/apps-script/ops.ts'
import { type PropertyStore, propertyStore } from '../../local/apps-script/property-store.ts'
import { openScriptHost } from '../../local/apps-script/script-host.ts'
import { type TriggerStore, triggerStore } from '../../local/apps-script/trigger-store.ts'
import type { RunningBackend } from '../../local/backend.ts'
import type { Cell, Rect } from '../../local/workbench/workbook.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../local/apps-script/memory-workbook.ts'
import { opened } from '../opened.ts'
import { builtAddon } from './built-code.ts'

export type SheetHarnessOptions = {
  /** Each tab's rows, its header first. A day is `{ date: serial }`. */
  tabs?: Record<string, Cell[][]>
  /** The person's language; the spreadsheet's locale follows it. */
  language?: 'en' | 'zh-CN'
  timeZone?: string
  email?: string
  /** The API that the script reaches; none by default. */
  backend?: Pick<RunningBackend, 'url' | 'identityToken'>
  /** The button that every alert is answered with. */
  alert?: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'
  /** Whom the spreadsheet is shared with. */
  sharing?: Sharing
  /** How long the script waits for a reply at most; as in Apps Script, by default. */
  fetchMs?: number
}

export type SheetHarness = Awaited<ReturnType<typeof sheetHarness>>

/** As `npm run build` left it; where that is older than its sources, the script alone is bundled anew. */
let addonFiles: Promise<Map<string, string>> | undefined

/**
 * The built script over a workbook in memory: quick enough for one a test. It closes itself after the file's tests.
 *
 * Its workbook calculates no formulas; all else is as in the workbench: what a person does to tabs (sort, insert, move,
 * rename, copy) moves values, formats and developer metadata as it does there. `test/road/running-workbench.ts` runs
 * the whole program where that is not enough.
 */
export async function sheetHarness({ tabs = { Sheet1: [] }, ...options }: SheetHarnessOptions = {}) {
  const { language = 'en', timeZone = 'Etc/UTC' } = options
  const locale = language === 'en' ? 'en_US' : 'zh_CN'
  const book = memoryWorkbook({ timeZone, locale, names: Object.keys(tabs) })
  for (const [index, rows] of Object.values(tabs).entries()) book.sheets[index]!.fill(rows)
  const properties = await propertyStore()
  if (options.backend) await properties.change('script', { API_URL: options.backend.url }, [])
  return harness(book, properties, options)
}

async function harness(
  book: MemoryWorkbook,
  properties: PropertyStore,
  options: SheetHarnessOptions,
  given?: TriggerStore,
) {
  const { language = 'en', email = 'ann@example.com', alert = 'CLOSE', backend, sharing, fetchMs } = options
  const triggers = given ?? (await triggerStore())
  addonFiles ??= builtAddon().catch(scriptAlone)
  const addon = await addonFiles
  let writesLeft = Number.POSITIVE_INFINITY
  let isLocked = false
  let disturbance: { after: number; work: () => void } | undefined
  const workbook: typeof book.call = async (method, params) => {
    if (!reads.has(method) && writesLeft-- <= 0) throw new Error('The script was killed.')
    if (disturbance && disturbance.after-- <= 0) {
      const { work } = disturbance
      disturbance = undefined
      work()
    }
    return book.call(method, params)
  }
  const shown = { menus: [] as string[][], sidebars: [] as string[], alerts: [] as string[], toasts: [] as string[] }
  const script = await openScriptHost({
    code: addon.get('Code.js') as string,
    html: (name) => addon.get(`${name}.html`),
    workbook,
    properties,
    triggers,
    ...(sharing && { sharing }),
    ...(fetchMs && { limits: { fetchMs } }),
    isLocked: () => isLocked,
    locale: () => language,
    timeZone: 'Etc/UTC',
    identityToken: () => backend?.identityToken({ sub: email, email, name: email }) ?? unsignedToken(email),
    ui: {
      menu: (items) => shown.menus.push(items.flatMap((item) => ('caption' in item ? [item.caption] : []))),
      sidebar: ({ title }) => shown.sidebars.push(title),
      toast: ({ message }) => shown.toasts.push(message),
      async alert({ message }) {
        shown.alerts.push(message)
        return alert
      },
    },
  })
  opened.push(script)

  const tab = (name: string) => {
    const found = book.sheets.find((sheet) => sheet.name === name)
    if (!found) throw new Error(`There is no tab ${name}, only ${book.sheets.map((sheet) => sheet.name).join(', ')}`)
    return found
  }
  /** From 1. */
  const columnOf = (name: string, header: string): number => {
    const sheet = tab(name)
    const heads = { sheetId: sheet.id, row: 1, column: 1, rows: 1, columns: sheet.facts().lastColumn }
    const position = (sheet.values(heads)[0] ?? []).indexOf(header)
    if (position < 0) throw new Error(`The tab ${name} has no column ${header}`)
    return position + 1
  }
  const table = (name: string): Cell[][] => tab(name).table()

  return {
    book,
    shown,
    close: () => script.close(),
    /** Calls a function as a form does; throws what it throws. */
    call: <T>(name: string, ...args: unknown[]) => script.run(name, ...args) as Promise<T>,
    tabNames: () => book.sheets.map(({ name }) => name),
    isHidden: (name: string) => tab(name).hidden,
    /** All cells of a tab, its header first. */
    table,
    /** The cells under one header. */
    column: (name: string, header: string): Cell[] => {
      const sheet = tab(name)
      const below = { sheetId: sheet.id, row: 2, column: columnOf(name, header), rows: sheet.facts().lastRow - 1 }
      return sheet.values({ ...below, columns: 1 }).flat()
    },
    /** The number formats of the cells under one header. */
    formats: (name: string, header: string): string[] => {
      const sheet = tab(name)
      const rows = Math.max(1, sheet.facts().lastRow - 1)
      return sheet.formats({ sheetId: sheet.id, row: 2, column: columnOf(name, header), rows, columns: 1 }).flat()
    },
    /** Sorts the rows under the header by a column, as a person does from the menu. */
    sort: (name: string, header: string, { descending = false } = {}) =>
      tab(name).sort(2, columnOf(name, header), descending),
    insertColumn: (name: string, before: number, columns = 1) => tab(name).insert('columns', before - 1, columns),
    deleteColumn: (name: string, header: string) => tab(name).remove('columns', columnOf(name, header) - 1, 1),
    /** Drags a column to stand before another; one past the last is the end. */
    moveColumn: (name: string, header: string, before: number) =>
      tab(name).moveColumns(columnOf(name, header) - 1, 1, before - 1),
    renameHeader(name: string, from: string, to: string): void {
      tab(name).type(1, columnOf(name, from), to)
    },
    insertRows: (name: string, before: number, rows = 1) => tab(name).insert('rows', before - 1, rows),
    deleteRows: (name: string, row: number, rows = 1) => tab(name).remove('rows', row - 1, rows),
    renameTab(name: string, to: string): void {
      tab(name).name = to
    },
    /** Types into a cell. */
    type: (name: string, row: number, column: number, value: Cell) => tab(name).type(row, column, value),
    /** Types a row under the last one. */
    append(name: string, row: Cell[]): void {
      const sheet = tab(name)
      const { lastRow } = sheet.facts()
      row.forEach((cell, index) => {
        sheet.type(lastRow + 1, index + 1, cell)
      })
    },
    select: (name: string, row: number, column = 1, rows = 1, columns = 1) =>
      book.call('select', { sheetId: tab(name).id, row, column, rows, columns }),
    /** Duplicates a tab, as a person does from its menu. */
    duplicateTab: (name: string) => book.duplicate(tab(name).id),
    /** The script is stopped after so many more writes, as when its time is up; once it was, it may write again. */
    killAfter(writes: number): void {
      writesLeft = writes
    },
    revive(): void {
      writesLeft = Number.POSITIVE_INFINITY
    },
    /** Remembers the tabs and the document's properties; what it gives brings them back. */
    snapshot(): () => Promise<void> {
      const sheets = book.sheets.map((sheet) => sheet.copy())
      const metadata = structuredClone(book.metadata)
      const kept = { ...properties.all('document') }
      return async () => {
        book.sheets.splice(0, book.sheets.length, ...sheets.map((sheet) => sheet.copy()))
        book.metadata.splice(0, book.metadata.length, ...structuredClone(metadata))
        await properties.change('document', kept, Object.keys(properties.all('document')))
      }
    },
    /** Somebody does something to the tabs once a script has asked so many more operations, right before its next. */
    disturb(after: number, work: () => void): void {
      disturbance = { after, work }
    },
    /** Whether it came to that. */
    wasDisturbed: () => disturbance === undefined,
    /** Somebody else's run holds the document's lock, or does no longer. */
    lock(held: boolean): void {
      isLocked = held
    },
    /**
     * How often scripts read the rows of a tab, by tab, since the last time that operations were asked. Columns that tell
     * rows apart, two at most, are no table.
     */
    wholeReads(): Record<string, number> {
      const counts: Record<string, number> = {}
      for (const { method, params } of book.calls) {
        const { sheetId, rows, columns } = params as Rect
        const sheet = book.sheets.find(({ id }) => id === sheetId)
        if (method !== 'values' || !sheet || rows < 2 || columns < 3) continue
        counts[sheet.name] = (counts[sheet.name] ?? 0) + 1
      }
      return counts
    },
    /** The operations that scripts asked of the workbook, by how often, since the last time that this was asked. */
    operations(): Record<string, number> {
      const counts: Record<string, number> = {}
      for (const { method } of book.calls.splice(0)) counts[method] = (counts[method] ?? 0) + 1
      return counts
    },
    /** The timed triggers of all who work here, by the function that they run. */
    triggers: () => triggers.all(),
    /** The id of a trigger of this person's that another spreadsheet made. */
    otherTrigger: async (handler: string) => (await triggers.add({ handler, everyMinutes: 60, owner: email })).id,
    /** The same spreadsheet in the hands of another editor, with triggers and user properties of their own. */
    as: async (other: string) => harness(book, await withUserOf(properties), { ...options, email: other }, triggers),
    /** A copy of the spreadsheet: another id, the same tabs and metadata, without the document's properties. */
    copySpreadsheet: async () => harness(book.copy('book-2'), await withoutDocument(properties), options),
  }
}

const reads: ReadonlySet<string> = new Set([
  ...['workbook', 'selection', 'select', 'values', 'displayValues', 'formulas', 'numberFormats', 'metadata', 'charts'],
  ...['flush', 'find', 'notes', 'validations', 'protections', 'isRowFiltered'],
])

async function withoutDocument(properties: PropertyStore): Promise<PropertyStore> {
  const copy = await propertyStore()
  for (const store of ['script', 'user'] as const) await copy.change(store, properties.all(store), [])
  return copy
}

/** The same document and script, and another person's own properties. */
async function withUserOf(properties: PropertyStore): Promise<PropertyStore> {
  const own = await propertyStore()
  const of = (store: StoreName) => (store === 'user' ? own : properties)
  return {
    all: (store) => of(store).all(store),
    change: (store, set, remove) => of(store).change(store, set, remove),
  }
}

/** The script with all its texts and without its documentation: the same to whoever calls it. */
async function scriptAlone(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    ...{ entryPoints: ['addon/main.ts'], bundle: true, write: false, format: 'iife', globalName: 'Tiersheet' },
    ...{ target: 'es2020', charset: 'utf8', define: { API_URL: '"https://api.tiersheet.example/"' } },
  })
  return new Map([['Code.js', `${outputFiles[0]?.text}\nObject.assign(globalThis, Tiersheet)`]])
}

/** What the backend would refuse, and what is enough to say who somebody is. */
function unsignedToken(email: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: email, email, email_verified: true })}.`
}
