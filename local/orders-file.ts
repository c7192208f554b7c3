import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorText, InputError } from '../core/input-error.ts'
import { type Language, messagesFor } from '../core/messages/messages.ts'
import { type Order, orders, type RejectedRow } from '../core/orders/orders.ts'
import { csvRows, OpenQuote } from './csv/csv-rows.ts'
import { textEncoding } from './csv/text-encoding.ts'
import { localMessages } from './messages/messages.ts'
import { orderSheets } from './order-sheets.ts'
import type { SheetTable } from './sheet-table.ts'

/** A person's own orders as tabs for a new workbook, and what to tell them about it. */
export type OrdersFile = {
  name: string
  sheets: SheetTable[]
  accepted: Order[]
  rejected: RejectedRow[]
  /** Lines to print. */
  summary: string[]
  /** What of them the page says too: how many rows were left out. '' where none was. */
  notice: string
}

/**
 * Reads a CSV file of orders whole, before anything is made of it.
 *
 * @throws InputError with one sentence that says how to mend the file.
 */
export async function ordersFile(path: string, language: Language): Promise<OrdersFile> {
  const messages = messagesFor(language)
  const { header, rows } = await tableIn(path)
  const { accepted, rejected } = orders(header, rows)
  const first = rejected[0]
  if (accepted.length === 0 && first) {
    const reason = errorText(first.reason, messages)
    throw new InputError('ordersFileNoneAccepted', { file: path, rows: rows.length, line: first.line, reason })
  }
  const customers = new Set(accepted.map(({ customer }) => customer)).size
  const again = repeatedIds(accepted)
  const words = localMessages(language).ordersFile
  const notice = rejected.length > 0 ? words.rejected({ rows: rejected.length, tab: words.tabs.rejected }) : ''
  return {
    name: basename(path),
    sheets: orderSheets(accepted, rejected, language),
    accepted,
    rejected,
    summary: [
      words.loaded({ file: path, orders: accepted.length, customers }),
      ...(notice ? [notice] : []),
      ...rejected
        .slice(0, 5)
        .map(({ line, reason }) => words.rejectedLine({ line, reason: errorText(reason, messages) })),
      ...(again > 0 ? [words.repeatedIds({ ids: again })] : []),
    ],
    notice,
  }
}

async function tableIn(path: string) {
  await checkReadable(path)
  const encoding = await textEncoding(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EACCES' ? new InputError('ordersFileClosed', { file: path }) : error
  })
  if (encoding === 'binary') throw new InputError('ordersFileNotText', { file: path })
  if (encoding === undefined) throw new InputError('ordersFileEncoding', { file: path })
  const rows = []
  try {
    for await (const row of csvRows(path, encoding)) rows.push(row)
  } catch (error) {
    throw error instanceof OpenQuote ? new InputError('ordersFileQuote', { file: path, line: error.line }) : error
  }
  const header = rows.shift()?.fields
  if (!header) throw new InputError('ordersFileEmpty', { file: path })
  if (rows.length === 0) throw new InputError('ordersFileNoRows', { file: path })
  return { header, rows }
}

async function checkReadable(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new InputError('ordersFileMissing', { file: path })
    if (error.code === 'EACCES') throw new InputError('ordersFileClosed', { file: path })
    throw error
  })
  if (found.isDirectory()) throw new InputError('ordersFileFolder', { file: path })
}

/** How many order ids stand in more than one row. */
function repeatedIds(accepted: Order[]): number {
  const once = new Set<string>()
  const again = new Set<string>()
  for (const { id } of accepted) if (id !== '') (once.has(id) ? again : once).add(id)
  return again.size
}
