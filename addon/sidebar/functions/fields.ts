import { fold } from '../../../core/headers.ts'
import { recognisedColumns } from '../../../core/tabs/recognised-columns.ts'
import type { FunctionsSetup } from '../../functions-form/functions-setup.ts'
import type { GivenArgument } from '../../functions-form/given-call.ts'
import type { FunctionReference, ReferenceParameter } from '../../reference/reference.ts'
import { type ExampleArgument, exampleArguments } from './example-arguments.ts'

/** How one parameter is asked for. */
export type Field = {
  parameter: ReferenceParameter
  /** Offers columns, several of them where it is wide; else it is typed. */
  columns: boolean
  wide: boolean
  fromRow: number
  /** Words in capitals that it knows. */
  choices: string[]
  /** What its example types, where it cannot be left out; days and cells are always the person's own. */
  initial: string
  /** The heading of its column in the example, in both languages. */
  headings: string[]
}

export type Tab = FunctionsSetup['tabs'][number]

const LIKELY: Record<string, (header: readonly string[]) => number | undefined> = {
  ids: (header) => recognisedColumns(header, 'orders').customerId,
  customers: (header) => recognisedColumns(header, 'orders').customerId,
  dates: (header) => recognisedColumns(header, 'orders').orderDate,
  amounts: (header) => recognisedColumns(header, 'orders').amount,
  values: (header) => recognisedColumns(header, 'orders').amount,
  tiers: (header) => recognisedColumns(header, 'customers').tier,
  scores: (header) => recognisedColumns(header, 'customers').score,
  segments: (header) => recognisedColumns(header, 'customers').segment,
}

export function fieldsOf(told: FunctionReference): Field[] {
  const given = exampleArguments(told)
  return told.parameters.map((parameter, at) => {
    const example = given[at]
    const columns = example?.kind === 'columns' || (parameter.type === 'range' && example?.kind !== 'text')
    const { cells } = told.example ?? {}
    const heading = (language: 'en' | 'zh-CN') =>
      example?.kind === 'columns' ? [String(cells?.[language][0]?.[example.column] ?? '')] : []
    return {
      parameter,
      columns,
      wide: example?.kind === 'columns' && example.wide,
      fromRow: example?.kind === 'columns' ? example.fromRow : 1,
      choices: [...parameter.text.en.matchAll(/"([A-Z][A-Z0-9_]*)"/g)].map(([, word]) => word as string),
      initial: parameter.optional || parameter.type === 'date' ? '' : typedIn(example),
      headings: [...heading('en'), ...heading('zh-CN'), parameter.name],
    }
  })
}

/** The arguments to begin with: columns of a tab whose headings say what they are; the others stay as they were. */
export function likelyArguments(fields: Field[], tab: Tab, before: GivenArgument[] = []): GivenArgument[] {
  return fields.map((field, place) => {
    const at = field.columns && !field.wide && !field.parameter.optional ? likelyColumn(field, tab.header) : undefined
    return at === undefined ? (before[place] ?? { typed: field.initial }) : columnsOf(field, tab.name, at + 1, 1)
  })
}

/** The tab that has most of the columns that a function must have; the first of them where several do. */
export function likelyTab(fields: Field[], tabs: Tab[], active: string): Tab | undefined {
  const found = (tab: Tab) => likelyArguments(fields, tab).filter((given) => 'sheet' in given).length
  const sorted = [...tabs].sort((a, b) => Number(b.name === active) - Number(a.name === active))
  return sorted.reduce<Tab | undefined>((best, tab) => (best && found(best) >= found(tab) ? best : tab), undefined)
}

/** The selected columns, given to the parameters from the first on; a wide one takes all that the others leave. */
export function selectedArguments(fields: Field[], { selection, tabs }: FunctionsSetup, before: GivenArgument[]) {
  const asked = fields.filter((field) => field.columns)
  const lastRow = tabs.find(({ name }) => name === selection.sheet)?.lastRow ?? 0
  const part = selection.rows > 1 && (selection.row > 2 || selection.row + selection.rows - 1 < lastRow)
  const spare = Math.max(0, selection.columns - asked.filter((field) => !field.parameter.optional).length)
  let next = selection.column
  return fields.map((field, at) => {
    const columns = field.wide ? 1 + spare : 1
    if (!field.columns || next + columns > selection.column + selection.columns) return before[at] as GivenArgument
    const given = columnsOf(field, selection.sheet, next, columns)
    next += columns
    return part ? { ...given, fromRow: selection.row, toRow: selection.row + selection.rows - 1 } : given
  })
}

export function columnsOf({ fromRow }: Field, sheet: string, column: number, columns: number) {
  return { sheet, column, columns, fromRow }
}

/** Parameters that must be given and are not. */
export function missing(fields: Field[], given: GivenArgument[]): string[] {
  return fields
    .filter(({ parameter }, at) => !parameter.optional && isLeftOut(given[at]))
    .map(({ parameter }) => parameter.name)
}

function typedIn(example: ExampleArgument): string {
  const text = example?.kind === 'text' ? example.text : ''
  return /^[A-Z]+\d+$/.test(text) ? '' : text.replace(/^"(.*)"$/, '$1')
}

function isLeftOut(given: GivenArgument | undefined): boolean {
  return given === undefined || ('typed' in given && !given.typed.trim())
}

function likelyColumn({ parameter, headings }: Field, header: string[]): number | undefined {
  const at = LIKELY[parameter.name]?.(header)
  if (at !== undefined) return at
  const same = header.findIndex((text) => headings.some((heading) => heading && fold(heading) === fold(text)))
  return same < 0 ? undefined : same
}
