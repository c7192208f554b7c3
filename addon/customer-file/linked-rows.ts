import { type LinkChange, type LinkedTab, linkedTabs } from '../../core/customer-file/link-change.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { neighbours } from '../sheet/writing/neighbours.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { TEXT_FORMAT } from '../sheet/writing/safe-text.ts'
import { writeBlock } from '../sheet/writing/write-cells.ts'
import { doubledProposals, putBack, rowCells } from './doubled-proposals.ts'
import { idCells } from './id-cells.ts'
import { rowKeys } from './row-keys.ts'

const TABS = Object.keys(linkedTabs) as LinkedTab[]

/**
 * The rows of other tabs that name one of these customers, and would name another; of two proposals of an open round,
 * which would be the same customer's, that of the one that goes would be taken out.
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
    const doubled = kind === 'roundProposals' ? doubledProposals(tab, wanted, after) : undefined
    return links.map(({ row, key, name }) => {
      const link = { tab: kind, row: key, before: name }
      return doubled?.has(row) ? { ...link, after: '', cells: rowCells(tab, row) } : { ...link, after }
    })
  })
}

/**
 * Writes the customers that rows of other tabs are to name, one write for each run of rows, and takes rows out or puts
 * them back; gives those not found.
 *
 * @param isBack Whether changes are taken back: then one row goes for each change, of several that say the same.
 * @throws InputError `formulaInTheWay`
 */
export function writeLinks(changes: readonly LinkChange[], isBack = false): { left: LinkChange[] } {
  if (changes.length === 0) return { left: [] }
  const cellOf = idCells()
  const left = TABS.flatMap((kind) => {
    const own = changes.filter(({ tab }) => tab === kind)
    const [whole, named] = [own.filter(({ cells }) => cells), own.filter(({ cells }) => !cells)]
    const lost = writeTab(kind, named, cellOf, isBack)
    moveRows(kind, whole)
    return lost
  })
  return { left }
}

function writeTab(
  kind: LinkedTab,
  changes: readonly LinkChange[],
  cellOf: ReturnType<typeof idCells>,
  isBack: boolean,
): LinkChange[] {
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
  const told = new Map<string, number>()
  const left = changes.filter(({ row: key, before, after }) => {
    const found = places.get(key) ?? []
    const these = found.filter(({ name }) => name === before && name !== after)
    const nth = (told.get(`${after} ${key}`) ?? 0) + 1
    told.set(`${after} ${key}`, nth)
    const isMade = found.filter(({ name }) => name === after).length >= nth
    const open = isBack ? (isMade ? [] : these.filter(({ row }) => !changed.has(row)).slice(0, 1)) : these
    for (const { row } of open) changed.set(row, cellOf(after, tab.rows[row]?.[at] ?? ''))
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

/** What is out already, or there again, is left so. */
function moveRows(kind: LinkedTab, changes: readonly LinkChange[]): void {
  const tab = changes.length > 0 ? findTab(kind) : undefined
  if (!tab || tab.at.customerId === undefined) return
  const rows = rowKeys(tab, kind, () => true)
  const found = changes.map(({ row: key, before, after }) =>
    rows.filter((each) => each.key === key && each.name === (before || after)),
  )
  putBack(
    tab,
    changes.flatMap(({ before, cells }, at) => (before === '' && cells && found[at]?.length === 0 ? [cells] : [])),
  )
  const out = changes.flatMap(({ before }, at) => (before === '' ? [] : (found[at] ?? []).map(({ row }) => row)))
  for (const row of [...new Set(out)].sort((a, b) => b - a)) tab.sheet.deleteRow(row + 2)
}
