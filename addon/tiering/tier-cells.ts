import { readFields } from '../sheet/reading/read-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { fieldFormat } from '../sheet/tabs/field-format.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { standardFields } from '../standard/current-standards.ts'

/** What the customer tab says of each customer's tier by a standard; '' where it says nothing. */
export function tierCells(standard: string): Map<string, string> {
  const read = readTiers(standard)
  if (!read) return new Map()
  const { text } = rowReader(read)
  return new Map(read.rows.map((line) => [text(line, 'customerId'), text(line, read.field)]))
}

/** Writes one customer's tier by a standard, where the tab has the customer and a column for it. */
export function writeTierCell(standard: string, customerId: string, tier: string): void {
  const read = readTiers(standard)
  if (!read) return
  const { text } = rowReader(read)
  const row = read.rows.findIndex((line) => text(line, 'customerId') === customerId)
  const position = read.tab.at[read.field]
  if (row < 0 || position === undefined) return
  writeBlock(read.tab.sheet.getRange(row + 2, position + 1, 1, 1), [[tier]], [fieldFormat('customers', read.field)])
}

function readTiers(standard: string) {
  let field = ''
  const read = readFields('customers', (tab) => {
    field = standardFields(standard, tab).tier
    return ['customerId', field]
  })
  return read && { ...read, field }
}
