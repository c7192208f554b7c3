import { type LinkedTab, linkedTabs } from '../../core/customer-file/link-change.ts'
import { sha256 } from '../sha256.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'

/** The rows that name certain customers, each known by its own id where no other row has it, else by its content. */
export function rowKeys(tab: BoundTab, kind: LinkedTab, isWanted: (name: string) => boolean) {
  const at = tab.at.customerId as number
  const idAt = tab.at[linkedTabs[kind] ?? '']
  const counts = new Map<string, number>()
  const ownId = (row: number) => (idAt === undefined ? '' : customerIdIn(tab.rows[row]?.[idAt]))
  for (let row = 0; idAt !== undefined && row < tab.rows.length; row++) {
    counts.set(ownId(row), (counts.get(ownId(row)) ?? 0) + 1)
  }
  return tab.rows.flatMap((cells, row) => {
    const name = customerIdIn(cells[at])
    if (name === '' || !isWanted(name)) return []
    const id = ownId(row)
    const isOwn = id !== '' && counts.get(id) === 1
    return [{ row, name, key: isOwn ? id : `~${sha256(content(cells, at)).slice(0, 12)}` }]
  })
}

/** What a row holds beside its customer, in whatever order its columns stand. */
function content(cells: readonly CellValue[], at: number): string {
  const filled = cells.filter((cell, position) => position !== at && cell !== '')
  return filled
    .map((cell) => JSON.stringify(cell))
    .sort()
    .join()
}
