import type { Standard } from './standard.ts'
import { standardFromRows, type WrittenRow } from './standard-from-rows.ts'

/** A version of a standard and the rows that it was read from. */
export type WrittenVersion = { standard: Standard; rows: WrittenRow[] }

/**
 * Every version in the rows of the Standards tab, standards in order of first appearance, versions ascending.
 *
 * Rows without a standard's name are passed over.
 *
 * @throws InputError as `standardFromRows`.
 */
export function standardVersions(rows: readonly WrittenRow[]): WrittenVersion[] {
  const byName = new Map<string, Map<number, WrittenRow[]>>()
  for (const row of rows) {
    if (!row.standard) continue
    const versions = byName.get(row.standard) ?? new Map<number, WrittenRow[]>()
    const own = versions.get(row.version) ?? []
    own.push(row)
    byName.set(row.standard, versions.set(row.version, own))
  }
  return [...byName.values()].flatMap((versions) =>
    [...versions].sort(([a], [b]) => a - b).map(([, own]) => ({ standard: standardFromRows(own), rows: own })),
  )
}
