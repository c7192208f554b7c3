import { standardChanges } from '../../core/standard/standard-changes.ts'
import type { WrittenRow } from '../../core/standard/standard-from-rows.ts'
import { standardRows } from '../../core/standard/standard-rows.ts'
import { standardVersions, type WrittenVersion } from '../../core/standard/standard-versions.ts'
import { fieldsOf } from '../../core/tabs/tab-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import type { NewRow } from '../sheet/writing/write-rows.ts'
import { userMessages } from '../user-language.ts'
import type { SealedStandard } from './sealed-standards.ts'
import { standardNow } from './standard-names.ts'

/** Every version that stands in the tab of standards; [] where there is no such tab. @throws InputError for a row. */
export function writtenVersions(tab: BoundTab | undefined): WrittenVersion[] {
  return tab ? standardVersions(writtenRows(tab)) : []
}

/**
 * Brings the tab of standards to hold what was applied: versions that are missing are added, and where somebody edited
 * a version that was applied, its own rows are put back. Versions that were never applied stay as they are.
 */
export function keepInTab(sealed: readonly SealedStandard[], tab: BoundTab | undefined): void {
  const written = writtenVersions(tab)
  const rows: NewRow[] = []
  const replaced = new Map<number, NewRow>()
  for (const each of sealed) {
    const { standard } = each
    const own = written.find(
      ({ standard: { name, version } }) => name === standard.name && version === standard.version,
    )
    if (own && standardChanges(own.standard, standard).length === 0) continue
    const { inPlace, rest } = placed(own?.rows ?? [], rowsOf(each))
    for (const [row, right] of inPlace) replaced.set(row, right)
    rows.push(...rest)
  }
  if (tab && replaced.size > 0) replaceRows(tab, replaced)
  appendRows('standards', rows)
}

/** Each row in the place of the one of its part and name, so that what a person wrote beside it stays beside it. */
function placed(written: readonly WrittenRow[], right: readonly NewRow[]) {
  const rest = [...right]
  const own = written.map(({ row, part, name }) => {
    const at = rest.findIndex((one) => one.part === part && one.name === name)
    return { row: row - 2, found: at < 0 ? undefined : rest.splice(at, 1)[0] }
  })
  const inPlace = new Map(own.map(({ row, found }) => [row, found ?? rest.shift() ?? {}]))
  return { inPlace, rest }
}

function rowsOf({ standard, savedAt, savedBy }: SealedStandard): NewRow[] {
  const at = new Date(savedAt)
  return standardRows(standard, userMessages().standardWords).map((row) => ({ ...row, savedAt: at, savedBy }))
}

function replaceRows(tab: BoundTab, replaced: ReadonlyMap<number, NewRow>): void {
  const columns = fieldsOf('standards').map((field) => ({
    field,
    values: fieldCells(tab, field).map((cell, row) => {
      const right = replaced.get(row)
      return right ? (right[field] ?? '') : cell
    }),
  }))
  writeFields(tab, columns)
}

function writtenRows(tab: BoundTab): WrittenRow[] {
  const { cell, text } = rowReader(tab)
  return tab.rows.map((row, at) => ({
    row: at + 2,
    standard: standardNow(text(row, 'standard')),
    version: Number(cell(row, 'version')) || 0,
    part: text(row, 'part'),
    name: text(row, 'name'),
    source: text(row, 'source'),
    direction: cell(row, 'direction'),
    weight: cell(row, 'weight'),
    method: text(row, 'method'),
    from: cell(row, 'from'),
    note: text(row, 'note'),
  }))
}
