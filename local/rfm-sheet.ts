import type { SheetTable } from './sheet-table.ts'

/** A tab whose one formula scores every customer of an orders tab: customer, date and amount in its columns B, C and D. */
export function rfmSheet(name: string, ordersTab: string): SheetTable {
  const column = (letter: string) => `'${ordersTab}'!${letter}:${letter}`
  return {
    name,
    header: [],
    columns: ['formula'],
    rows: [[`=TS_RFM(${column('B')}, ${column('C')}, ${column('D')})`]],
  }
}
