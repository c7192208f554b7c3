import type { CustomerTable, PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { ImportTab, ImportTabs } from '../../tab-import/import-tabs.ts'
import { allRows, type OnPage } from '../customer-file/read-rows.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'

/**
 * All rows of a tab as they stand at one time, under the header that is known: what takes several pages is read twice,
 * and must be the same.
 */
export async function tabRows({ name, header }: ImportTab, onPage: OnPage): Promise<PlainCell[][]> {
  let pages = 0
  const read = () =>
    allRows(async (from) => {
      pages++
      const page = await server.importSourcePage(name, from)
      if (page.order !== header.join('\n')) throw new Error(messages.tabImport.sorted)
      return page
    }, onPage)
  const rows = await read()
  if (rows.length === 0) throw new Error(messages.tabImport.noRows)
  if (pages === 1 || JSON.stringify(await read()) === JSON.stringify(rows)) return rows
  throw new Error(messages.tabImport.sorted)
}

/** What tells the customers of the file apart. */
export async function customersToFind(
  { customers }: Pick<ImportTabs<unknown>, 'customers'>,
  onPage: OnPage,
): Promise<CustomerTable> {
  if (!customers) return { columns: [], rows: [] }
  const keys = customers.columns.map(({ key }) => key)
  return { columns: customers.columns, rows: await allRows((from) => server.customerFilePage(from, keys), onPage) }
}
