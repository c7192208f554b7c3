import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { readFields } from '../sheet/reading/read-fields.ts'

const MERGE = new Set([en, zhCN].map(({ customerFileForm }) => customerFileForm.kinds.merge))
const UNDONE = /\/undo$/

/**
 * What gives the ids under which a customer was known before merges, as the Change history tells; the backend keeps
 * answers and complaints under the id that they came with. What asks for many customers reads the tabs once.
 *
 * Merges that were undone do not count, nor do ids that a customer of the file has (again).
 */
export function mergedIds(): (id: string) => string[] {
  const pairs = mergedPairs()
  if (pairs.length === 0) return () => []
  const { at = {}, rows = [] } = readFields('customers', () => ['customerId']) ?? {}
  const present = new Set(rows.map((row) => customerIdIn(row[at.customerId ?? 0])))
  const others = new Map<string, string[]>()
  for (const pair of pairs) {
    const gone = pair.filter((id) => !present.has(id))
    for (const id of pair) others.set(id, [...(others.get(id) ?? []), ...gone])
  }
  return (id) => {
    const found = new Set([id])
    for (const one of found) for (const other of others.get(one) ?? []) found.add(other)
    found.delete(id)
    return [...found]
  }
}

/** The two ids of each merge that stands. Where nobody merged anything, one column tells. */
function mergedPairs(): string[][] {
  const actions = readFields('changes', () => ['action'])
  const position = actions?.at.action
  if (position === undefined || !actions?.rows.some((row) => MERGE.has(String(row[position])))) return []
  const fields = ['action', 'actionId', 'customerId', 'field']
  const { at = {}, rows = [] } = readFields('changes', () => fields) ?? {}
  const [action = 0, actionId = 0, customerId = 0, field = 0] = fields.map((name) => at[name])
  const undone = new Set(
    rows.flatMap((row) => {
      const text = String(row[actionId] ?? '')
      return UNDONE.test(text) ? [text.replace(UNDONE, '')] : []
    }),
  )
  const pairs = new Map<string, string[]>()
  for (const row of rows) {
    const merge = String(row[actionId] ?? '')
    if (row[field] !== '' || undone.has(merge) || !MERGE.has(String(row[action]))) continue
    pairs.set(merge, [...(pairs.get(merge) ?? []), customerIdIn(row[customerId])])
  }
  return [...pairs.values()]
}
