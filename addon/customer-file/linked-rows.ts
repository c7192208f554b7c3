import { type LinkChange, type LinkedTab, linkedTabs } from '../../core/customer-file/link-change.ts'
import { sha256 } from '../sha256.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { neighbours } from '../sheet/writing/neighbours.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { idCells } from './id-cells.ts'

const TABS = Object.keys(linkedTabs) as LinkedTab[]

/**
 * The rows of other tabs that name one of these customers, and would name another.
 *
 * @throws InputError `formulaInTheWay`
 */
export function linksTo(names: readonly string[], after: string): LinkChange[] {
  return TABS.flatMap((kind) => {
    const tab = findTab(kind)
    if (!tab || tab.at.customerId === undefined) return []
    const wanted = new Set(names)
    const links = rowKeys(tab, kind, (name) => wanted.has(name))
    if (links.length > 0) refuseFormulas(tab, ['customerId'])
    return links.map(({ key, name }) => ({ tab: kind, row: key, before: name, after }))
  })
}

/**
 * Writes the customers that rows of other tabs are to name, one write for each run of rows; gives those not found.
 *
 * @throws InputError `formulaInTheWay`
 */
export function writeLinks(changes: readonly LinkChange[]): { left: LinkChange[] } {
  if (changes.length === 0) return { left: [] }
  const cellOf = idCells()
  const left = TABS.flatMap((kind) => {
    const own = changes.filter(({ tab }) => tab === kind)
    return writeTab(kind, own, cellOf)
  })
  return { left }
}

function writeTab(kind: LinkedTab, changes: readonly LinkChange[], cellOf: ReturnType<typeof idCells>): LinkChange[] {
  if (changes.length === 0) return []
  const tab = findTab(kind)
  const at = tab?.at.customerId
  if (!tab || at === undefined) return [...changes]
  const named = new Set(changes.flatMap(({ before, after }) => [before, after]))
  const places = new Map<string, { row: number; name: string }[]>()
  for (const { key, name, row } of rowKeys(tab, kind, (each) => named.has(each))) {
    places.set(key, [...(places.get(key) ?? []), { row, name }])
  }
  const changed = new Map<number, CellValue>()
  const left = changes.filter(({ row: key, before, after }) => {
    const found = places.get(key) ?? []
    for (const { row } of found.filter(({ name }) => name === before && name !== after)) {
      changed.set(row, cellOf(after, tab.rows[row]?.[at] ?? ''))
    }
    return !found.some(({ name }) => name === before || name === after)
  })
  writeIds(tab, at, changed)
  return left
}

/** Rows that do not change are not touched, nor is the format of numbers. */
function writeIds(tab: BoundTab, at: number, changed: ReadonlyMap<number, CellValue>): void {
  if (changed.size === 0) return
  refuseFormulas(tab, ['customerId'])
  for (const run of neighbours([...changed].map(([position, id]) => ({ position, id })))) {
    const isText = run.every(({ id }) => typeof id === 'string')
    writeBlock(
      tab.sheet.getRange((run[0]?.position as number) + 2, at + 1, run.length, 1),
      run.map(({ id }) => [id]),
      [isText ? TEXT_FORMAT : undefined],
    )
  }
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
