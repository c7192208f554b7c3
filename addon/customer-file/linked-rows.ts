import { type LinkChange, type LinkedTab, linkedTabs } from '../../core/customer-file/link-change.ts'
import { sha256 } from '../sha256.ts'
import { type BoundTab, findTab } from '../sheet/bound-tab.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { TEXT_FORMAT } from '../sheet/safe-text.ts'
import { writeBlock } from '../sheet/write-cells.ts'

const TABS = Object.keys(linkedTabs) as LinkedTab[]

/** The rows of other tabs that name one of these customers, and would name another. */
export function linksTo(names: readonly string[], after: string): LinkChange[] {
  return TABS.flatMap((kind) => {
    const tab = findTab(kind)
    if (!tab || tab.at.customerId === undefined) return []
    const wanted = new Set(names)
    return rowKeys(tab, kind, (name) => wanted.has(name)).map(({ key, name }) => ({
      ...{ tab: kind, row: key, before: name, after },
    }))
  })
}

/** Writes the customers that rows of other tabs are to name, one write a tab; gives how many could not be found. */
export function writeLinks(changes: readonly LinkChange[]): { left: LinkChange[] } {
  return {
    left: TABS.flatMap((kind) =>
      writeTab(
        kind,
        changes.filter(({ tab }) => tab === kind),
      ),
    ),
  }
}

function writeTab(kind: LinkedTab, changes: readonly LinkChange[]): LinkChange[] {
  if (changes.length === 0) return []
  const tab = findTab(kind)
  const at = tab?.at.customerId
  if (!tab || at === undefined) return [...changes]
  const named = new Set(changes.flatMap(({ before, after }) => [before, after]))
  const places = new Map<string, { row: number; name: string }[]>()
  for (const { key, name, row } of rowKeys(tab, kind, (each) => named.has(each))) {
    places.set(key, [...(places.get(key) ?? []), { row, name }])
  }
  const names = tab.rows.map((row) => row[at] ?? '')
  let isChanged = false
  const left = changes.filter(({ row: key, before, after }) => {
    const found = places.get(key) ?? []
    for (const place of found.filter(({ name }) => name === before && name !== after)) {
      names[place.row] = after
      isChanged = true
    }
    return !found.some(({ name }) => name === before || name === after)
  })
  if (isChanged)
    writeBlock(
      tab.sheet.getRange(2, at + 1, names.length, 1),
      names.map((name) => [name]),
      [TEXT_FORMAT],
    )
  return left
}

/** The rows that name certain customers, each known by its own id where no other row has it, else by its content. */
function rowKeys(tab: BoundTab, kind: LinkedTab, isWanted: (name: string) => boolean) {
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
    return [
      { row, name, key: isOwn ? id : `~${sha256(JSON.stringify(cells.filter((_, i) => i !== at))).slice(0, 12)}` },
    ]
  })
}
