import type { CountedScore } from '../../core/tiering/score-change.ts'
import type { ScoredCustomers, ScoredIndicator } from '../../core/tiering/scored-customers.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { ensuredTab } from '../sheet/tabs/ensured-tab.ts'
import { replaceRows } from '../sheet/writing/replace-rows.ts'

/** What a run counted by, kept in a row without a customer. */
type RunFacts = {
  version: number
  asOf: number
  /** Instant of the run, in days since 1970-01-01. */
  at: number
  tierOrder: readonly string[]
  indicators: Pick<ScoredIndicator, 'key' | 'label' | 'weight' | 'direction'>[]
}

export type PartsOfRun = {
  facts: RunFacts | undefined
  /** By the standard alone, before overrides; undefined for who has none. */
  tierOf: (customerId: string) => string | undefined
  scoreOf: (customerId: string) => CountedScore | undefined
  ids: () => string[]
}

/** What the last run of a standard, or an evaluation round by its own key, counted for each customer. */
export function readScoreParts(key: string): PartsOfRun {
  const tab = findTab('scoreParts')
  const { text, number } = rowReader(tab ?? { at: {} })
  const own = (tab?.rows ?? []).filter((line) => text(line, 'standard') === key)
  const rowOf = new Map(own.map((line) => [text(line, 'customerId'), line]))
  const facts = rowOf.get('')
  return {
    facts: facts && (JSON.parse(text(facts, 'parts')) as RunFacts),
    tierOf: (customerId) => {
      const line = rowOf.get(customerId)
      return line && (text(line, 'tier') || undefined)
    },
    scoreOf: (customerId) => {
      const line = rowOf.get(customerId)
      const score = line && number(line, 'score')
      return line && score !== undefined ? { score, parts: JSON.parse(text(line, 'parts')) } : undefined
    },
    ids: () => [...rowOf.keys()].filter(Boolean),
  }
}

/** Puts a run's score parts in the place of those kept under the same key; nothing else of the tab changes. */
export function writeScoreParts(key: string, run: string, scored: ScoredCustomers, at: number): void {
  ensuredTab('scoreParts')
  const tab = requiredTab('scoreParts')
  const { ids, scores, tiers, indicators, version, asOf, tierOrder } = scored
  const facts: RunFacts = {
    ...{ version, asOf, at, tierOrder },
    indicators: indicators.map(({ key, label, weight, direction }) => ({ key, label, weight, direction })),
  }
  const lines = ids.flatMap((customerId, row) => {
    if (customerId === '') return []
    const parts = Object.fromEntries(
      indicators.map(({ key, values, points }) => [key, [kept(values[row]), kept(points[row])]]),
    )
    return [
      {
        standard: key,
        run,
        customerId,
        score: kept(scores[row]) ?? '',
        tier: tiers[row] ?? '',
        parts: JSON.stringify(parts),
      },
    ]
  })
  replaceRows(tab, isOther(tab, key), [
    { standard: key, run, customerId: '', score: '', tier: '', parts: JSON.stringify(facts) },
    ...lines,
  ])
}

/** Removes what is kept under a key. */
export function dropScoreParts(key: string): void {
  const tab = findTab('scoreParts')
  if (tab) replaceRows(tab, isOther(tab, key), [])
}

function isOther(tab: BoundTab, key: string): (row: readonly CellValue[]) => boolean {
  const { text } = rowReader(tab)
  return (row) => text(row, 'standard') !== key && text(row, 'standard') !== ''
}

/** Four decimals: a sheet shows one, and the tab stays small. */
function kept(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e4) / 1e4
}
