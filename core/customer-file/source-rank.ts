import { likelyKind } from '../tabs/likely-kind.ts'
import { recognisedColumns } from '../tabs/recognised-columns.ts'

/** More than any tab has columns of a customer. */
const CUSTOMERS = 1000

/**
 * How much a tab's header looks like customers that could be imported: most where it is a customer file, less where it
 * names customers and says something of them.
 *
 * @returns 0 where it is another kind of tab, or holds no names of customers.
 */
export function sourceRank(header: readonly string[]): number {
  const likely = likelyKind(header)
  if (likely) return likely.kind === 'customers' ? CUSTOMERS + likely.signs : 0
  const found = recognisedColumns(header, 'customers')
  const facts = Object.keys(found).length
  return found.customer !== undefined && facts > 1 ? facts : 0
}
