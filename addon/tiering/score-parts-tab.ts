import type { CountedScore } from '../../core/tiering/score-change.ts'
import type { ScoredCustomers, ScoredIndicator } from '../../core/tiering/scored-customers.ts'
import { nowTime } from '../sheet/now.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'
import { ensuredTab } from '../sheet/tabs/ensured-tab.ts'
import { replaceRows } from '../sheet/writing/replace-rows.ts'
import { standardNow } from '../standard/standard-names.ts'

/** What a run counted by, kept in a row without a customer. */
type RunFacts = {
  standard: string
  version: number
  asOf: number
  /** Instant of the run, in days since 1970-01-01. */
  at: number
  tierOrder: readonly string[]
  indicators: Pick<ScoredIndicator, 'key' | 'label' | 'weight' | 'direction'>[]
}

export type PartsOfRun = {
  run: string
  facts: RunFacts | undefined
  /** By the standard alone, before overrides; undefined for who has none. */
  tierOf: (customerId: string) => string | undefined
  scoreOf: (customerId: string) => CountedScore | undefined
  ids: () => string[]
}

/** What the last runs of standards, and rounds that are not published, counted for each customer: one read of the tab. */
export type ScorePartsTab = {
  tab: BoundTab | undefined
  /** Whether anything is kept under a key: scores and tiers of a standard were written, by a run or a published round. */
  has: (key: string) => boolean
  /** By a standard's name, or an evaluation round's own key. */
  of: (key: string) => PartsOfRun
}

export function readScoreParts(): ScorePartsTab {
  const tab = findTab('scoreParts')
  const { text } = rowReader(tab ?? { at: {} })
  const linesOf = new Map<string, CellValue[][]>()
  for (const line of tab?.rows ?? []) {
    const key = standardNow(text(line, 'standard'))
    const lines = linesOf.get(key)
    if (lines) lines.push(line)
    else linesOf.set(key, [line])
  }
  return { tab, has: (key) => linesOf.has(key), of: (key) => partsOf(tab, linesOf.get(key) ?? []) }
}

function partsOf(tab: BoundTab | undefined, lines: readonly CellValue[][]): PartsOfRun {
  const { text, number } = rowReader(tab ?? { at: {} })
  const rowOf = new Map(lines.map((line) => [text(line, 'customerId'), line]))
  const facts = rowOf.get('')
  return {
    run: facts ? text(facts, 'run') : '',
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

/**
 * Puts a run's score parts in the place of those kept under the same key, and of those under another that they replace,
 * in one write; nothing else of the tab changes.
 */
export function writeScoreParts(
  read: ScorePartsTab,
  { key, run, replaces = key }: { key: string; run: string; replaces?: string },
  scored: ScoredCustomers,
): void {
  const { ids, scores, tiers, indicators, standard, version, asOf, tierOrder } = scored
  const facts: RunFacts = {
    ...{ standard, version, asOf, at: cellDays().instant(nowTime()) as number, tierOrder },
    indicators: indicators.map(({ key, label, weight, direction }) => ({ key, label, weight, direction })),
  }
  const lines = ids.flatMap((customerId, row) => {
    if (customerId === '') return []
    const parts = Object.fromEntries(
      indicators.map(({ key, values, points }) => [key, [kept(values[row]), kept(points[row])]]),
    )
    const [score, tier] = [kept(scores[row]) ?? '', tiers[row] ?? '']
    return [{ standard: key, run, customerId, score, tier, parts: JSON.stringify(parts) }]
  })
  const first = { standard: key, run, customerId: '', score: '', tier: '', parts: JSON.stringify(facts) }
  const tab = read.tab ?? { ...ensuredTab('scoreParts'), rows: [] }
  replaceRows(tab, isOther(tab, [key, replaces]), [first, ...lines])
}

/** Removes what is kept under a key. */
export function dropScoreParts(key: string): void {
  const { tab, has } = readScoreParts()
  if (tab && has(key)) replaceRows(tab, isOther(tab, [key]), [])
}

function isOther(tab: BoundTab, keys: readonly string[]): (row: readonly CellValue[]) => boolean {
  const { text } = rowReader(tab)
  return (row) => text(row, 'standard') !== '' && !keys.includes(standardNow(text(row, 'standard')))
}

/** Four decimals: a sheet shows one, and the tab stays small. */
function kept(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e4) / 1e4
}
