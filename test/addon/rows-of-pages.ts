import type { PlainCell } from '../../core/customer-file/customer-table.ts'

type RowsPage = { next: number | null; rows: PlainCell[][] }

/** All rows that a script gives page by page. */
export async function rowsOfPages(page: (from: number) => Promise<RowsPage>): Promise<PlainCell[][]> {
  const rows: PlainCell[][] = []
  for (let from: number | null = 0; from !== null; ) {
    const next: RowsPage = await page(from)
    rows.push(...next.rows)
    from = next.next
  }
  return rows
}
