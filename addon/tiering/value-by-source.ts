import { type SourceFigures, sourceFigures } from '../../core/tiering/source-figures.ts'
import { readFields } from '../sheet/reading/read-fields.ts'
import { readLinked } from '../sheet/reading/read-linked.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { standardFields } from '../standard/current-standards.ts'
import { userMessages } from '../user-language.ts'
import { knownStandard } from './known-standards.ts'
import { writeReport } from './write-report.ts'

/** Customers, what they ordered for, and their tiers by source; tiers highest first. `score` '' where nobody has one. */
export type ValueBySource = {
  tiers: string[]
  sources: (Omit<SourceFigures, 'score'> & { score: number | '' })[]
}

/** Value and tiers by where customers came from; the most valuable source first, '' for those whose source is blank. */
export function valueBySource(standard: string): ValueBySource {
  const tiers = [...knownStandard(standard).tierOrder].reverse()
  const value = orderedBy()
  let fields = { score: 'score', tier: 'tier' }
  const read = readFields('customers', (tab) => {
    fields = standardFields(standard, tab)
    return ['customerId', 'source', fields.score, fields.tier]
  })
  const { text, number } = rowReader(read ?? { at: {} })
  const customers = (read?.rows ?? []).flatMap((line) => {
    const customerId = text(line, 'customerId')
    if (!customerId) return []
    const score = number(line, fields.score)
    const facts = { source: text(line, 'source'), tier: text(line, fields.tier), value: value.get(customerId) ?? 0 }
    return score === undefined ? facts : { ...facts, score }
  })
  const sources = sourceFigures(customers, tiers).map((line) => ({ ...line, score: line.score ?? ('' as const) }))
  return { tiers, sources }
}

/** Writes the same to a tab of its own. @returns The tab's name. */
export function writeValueBySource(standard: string): string {
  const { tiers, sources } = valueBySource(standard)
  const words = userMessages().tierReports
  return writeReport({
    name: words.sourcesTab,
    header: [words.source, words.customers, words.value, words.meanScore, ...tiers],
    rows: sources.map((line) => {
      return [line.source || words.noSource, line.customers, line.value, line.score, ...line.tiers]
    }),
    formats: [undefined, '0', '#,##0.00', '0.0', ...tiers.map(() => '0')],
  })
}

function orderedBy(): Map<string, number> {
  const found = new Map<string, number>()
  const read = readLinked('orders', ['amount'])
  if (!read) return found
  const { text, number } = rowReader(read)
  for (const line of read.rows) {
    const customerId = text(line, 'customerId')
    found.set(customerId, (found.get(customerId) ?? 0) + (number(line, 'amount') ?? 0))
  }
  return found
}
