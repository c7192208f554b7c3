import { changeWords } from '../../core/tiering/change-words.ts'
import { overriddenTiers } from '../../core/tiering/overridden-tiers.ts'
import { type CountedScore, scoreChange } from '../../core/tiering/score-change.ts'
import type { ScoredCustomers } from '../../core/tiering/scored-customers.ts'
import { standings } from '../../core/tiering/standings.ts'
import type { TierMove } from '../../core/tiering/tier-move.ts'
import { tierMoves } from '../../core/tiering/tier-moves.ts'
import { nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { runName } from './run-name.ts'
import { type PartsOfRun, readScoreParts, writeScoreParts } from './score-parts-tab.ts'
import { tierCells } from './tier-cells.ts'
import { appendHistory, type HistoryLine, readHistory } from './tier-history.ts'

export type RecordedTiers = {
  run: string
  /** One per customer, overrides included. */
  tiers: (string | undefined)[]
  up: number
  down: number
  /** Customers that had no tier before. */
  first: number
}

/**
 * Appends the moves that a run of a standard makes to the Tier history, and keeps the run's score parts for the next.
 *
 * To be done before scores and tiers are written: the history says then what a customer's tier was, so a run that was
 * cut short loses no move and the next adds none twice. Two runs at once are recorded one after the other.
 *
 * @param cause Whether the standard was applied, or a round of it published.
 * @param run What the run is called; by default its time.
 */
export function recordTiers(scored: ScoredCustomers, cause: 'score' | 'round', run = runName()): RecordedTiers {
  return oneAtATime(() => {
    const recorded = recordedMoves(scored, cause, run)
    SpreadsheetApp.flush()
    return recorded
  })
}

function recordedMoves(scored: ScoredCustomers, cause: 'score' | 'round', run: string): RecordedTiers {
  const { standard, ids, tierOrder } = scored
  const before = standings(readHistory(), standard)
  const overrides = activeOverrides(standard)
  const tiers = overriddenTiers(scored, overrides)
  const isKnown = ids.every((id) => id === '' || before.has(id))
  const cells = isKnown ? new Map<string, string>() : tierCells(standard)
  const tierInCell = (row: number) => cells.get(ids[row] as string) ?? ''
  const moves = tierMoves(scored, tiers, { standings: before, tierInCell, overrides, cause })
  appendHistory(linesOf(moves, scored, run))
  writeScoreParts(standard, run, scored, cellDays().instant(nowTime()) as number)
  return { run, tiers, ...counts(moves, tierOrder) }
}

/** The lines of the moves, each with what moved the score since the run before. */
function linesOf(moves: readonly TierMove[], scored: ScoredCustomers, run: string): Omit<HistoryLine, 'at'>[] {
  if (moves.length === 0) return []
  const { standard, version, ids } = scored
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const last = readScoreParts(standard)
  return moves.map((move) => {
    const row = rowOf.get(move.customerId)
    const [was, is] = [last.scoreOf(move.customerId), row === undefined ? undefined : countedAt(scored, row)]
    return {
      ...{ ...move, run, standard, version, fromScore: was?.score, toScore: is?.score },
      ...(was && is ? told(was, is, scored, last) : { because: '', details: '' }),
    }
  })
}

function told(was: CountedScore, is: CountedScore, scored: ScoredCustomers, { facts }: PartsOfRun) {
  const change = scoreChange(was, is, facts?.version === scored.version)
  const labels = new Map([...(facts?.indicators ?? []), ...scored.indicators].map(({ key, label }) => [key, label]))
  return {
    because: changeWords(change.parts, (key) => labels.get(key) ?? key, userMessages().scoreChanges),
    details: JSON.stringify({ since: facts?.at, change, labels: labelsOf(change.parts, labels) }),
  }
}

function labelsOf(parts: readonly { key: string }[], labels: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(parts.map(({ key }) => [key, labels.get(key) ?? key]))
}

function countedAt({ scores, indicators }: ScoredCustomers, row: number): CountedScore | undefined {
  const score = scores[row]
  if (score === undefined) return undefined
  const parts = indicators.map(({ key, values, points }) => [key, [values[row] ?? null, points[row] ?? null]] as const)
  return { score, parts: Object.fromEntries(parts) }
}

function counts(moves: readonly TierMove[], tierOrder: readonly string[]) {
  const rank = (tier: string) => tierOrder.indexOf(tier)
  const ranked = moves.filter(({ from, to }) => from !== '' && to !== '')
  return {
    up: ranked.filter(({ from, to }) => rank(to) > rank(from)).length,
    down: ranked.filter(({ from, to }) => rank(to) < rank(from)).length,
    first: moves.filter(({ from, to }) => from === '' && to !== '').length,
  }
}
