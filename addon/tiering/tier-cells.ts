import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { type ReadFields, readFields } from '../sheet/reading/read-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { fieldFormat } from '../sheet/tabs/field-format.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { standardFields } from '../standard/current-standards.ts'

/** The customers with their names and tiers by a standard, in one read of the tab. */
export type TierCells = {
  read: ReadFields | undefined
  field: string
  /** '' where the tab says nothing. */
  tiers: Map<string, string>
  names: Map<string, { name: string }>
}

/** How often rows may change places while a cell is written. */
const MOST_TRIES = 3

/** What the customer tab says of each customer's tier by a standard. */
export function tierCells(standard: string): TierCells {
  let field = ''
  const read = readFields('customers', (tab) => {
    field = standardFields(standard, tab).tier
    return ['customerId', 'customer', field]
  })
  const { text } = rowReader(read ?? { at: {} })
  const rows = read?.rows ?? []
  return {
    ...{ read, field },
    tiers: new Map(rows.map((line) => [text(line, 'customerId'), text(line, field)])),
    names: new Map(rows.map((line) => [text(line, 'customerId'), { name: text(line, 'customer') }])),
  }
}

/**
 * Writes one customer's tier by a standard, where the tab has the customer and a column for it.
 *
 * Rows that change places in the moment of writing are noticed: who was written over gets their own tier back.
 */
export function writeTierCell({ read, field, tiers }: TierCells, customerId: string, tier: string): void {
  const [position, idAt] = [read?.tab.at[field], read?.tab.at.customerId]
  if (!read || position === undefined || idAt === undefined) return
  const { sheet } = read.tab
  const write = (row: number, value: string) =>
    writeBlock(sheet.getRange(row, position + 1, 1, 1), [[value]], [fieldFormat('customers', field)])
  const idsNow = () =>
    sheet
      .getRange(2, idAt + 1, Math.max(1, sheet.getLastRow() - 1), 1)
      .getValues()
      .map(([id]) => customerIdIn(id))
  let ids = idsNow()
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = ids.indexOf(customerId)
    if (row < 0) return
    write(row + 2, tier)
    ids = idsNow()
    const stands = ids[row]
    if (stands === customerId) return
    if (stands) write(row + 2, tiers.get(stands) ?? '')
  }
}
