import { customerIndex, type Match, matchKey } from './customer-index.ts'
import type { CustomerTable } from './customer-table.ts'
import { type ImportSource, importedRows } from './imported-rows.ts'

const LOOKED_AT = 2_000

/**
 * By what to match an import: the key by which most of its rows find a customer; where none do, the one that most rows
 * have. The id wins over e-mail, e-mail over phone.
 */
export function proposedMatch(file: CustomerTable, source: ImportSource): Match {
  const rows = importedRows({ ...source, rows: source.rows.slice(0, LOOKED_AT) })
  const { fits } = customerIndex(file)
  const count = (match: Match) => {
    const keyed = rows.filter(({ cells }) => matchKey(match, cells) !== undefined)
    return {
      match,
      keyed: keyed.length,
      found: keyed.filter(({ cells }) => fits(match, cells[match] ?? '').length > 0).length,
    }
  }
  const counts = (['customerId', 'email', 'phone'] as const).map(count)
  return counts.reduce((best, each) =>
    each.found > best.found || (each.found === best.found && each.keyed > best.keyed) ? each : best,
  ).match
}
