import { csvTable } from '../../../core/customer-file/csv-table.ts'
import type { CustomerTable, PlainCell } from '../../../core/customer-file/customer-table.ts'
import { errorText, InputError } from '../../../core/input-error.ts'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import type { RowsPage } from '../../customer-file/read-pages.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { decodedText } from './decoded-text.ts'

const text = messages.customerFileForm

/** `firstRow` is the number of the first row under the header, as a person counts. */
export type ImportRows = { name: string; header: string[]; rows: PlainCell[][]; firstRow: number }
export type OnPage = (page: { done: number; total: number }) => void

/** All rows of the customer tab that no formula fills, as they stand at one time. */
export async function customerRows({ customers }: CustomerFileSetup, onPage: OnPage): Promise<CustomerTable> {
  if (!customers) return { columns: [{ key: 'customerId', type: 'text' }], rows: [] }
  const columns = customers.columns.filter(({ computed }) => !computed)
  const keys = columns.map(({ key }) => key)
  return { columns, rows: await allRows((from) => server.customerFilePage(from, keys), onPage) }
}

/** The rows of a tab, under its header. */
export async function tabRows(name: string, header: string[], onPage: OnPage): Promise<ImportRows> {
  return { name, header, firstRow: 2, rows: await allRows((from) => server.importSourcePage(name, from), onPage) }
}

/** The rows of pasted text. */
export function textRows(name: string, given: string): ImportRows {
  try {
    const all = csvTable(given)
    const at = Math.max(
      0,
      all.findIndex((row) => row.some((cell) => cell.trim() !== '')),
    )
    return { name, header: (all[at] ?? []).map((each) => each.trim()), rows: all.slice(at + 1), firstRow: at + 2 }
  } catch (error) {
    throw error instanceof InputError ? new Error(errorText(error, messages)) : error
  }
}

/** The rows of a CSV file. */
export async function fileRows(file: File): Promise<ImportRows> {
  const decoded = decodedText(new Uint8Array(await file.arrayBuffer()))
  if (decoded === 'binary') throw new Error(text.notText)
  if (decoded === 'unknown') throw new Error(text.unknownEncoding)
  return textRows(file.name, decoded.text)
}

/** All rows that pages give. */
export async function allRows(send: (from: number) => Promise<RowsPage>, onPage: OnPage): Promise<PlainCell[][]> {
  const rows: PlainCell[][] = []
  let order: string | undefined
  for (let from: number | null = 0; from !== null; ) {
    const page: RowsPage = await send(from)
    if (order !== undefined && page.order !== order) throw new Error(text.sorted)
    order = page.order
    for (const row of page.rows) rows.push(row)
    onPage(page)
    from = page.next
  }
  return rows
}
