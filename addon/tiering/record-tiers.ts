import { changeWords } from '../../core/tiering/change-words.ts'
import { overriddenTiers } from '../../core/tiering/overridden-tiers.ts'
import { type CountedScore, scoreChange } from '../../core/tiering/score-change.ts'
import type { ScoredCustomers } from '../../core/tiering/scored-customers.ts'
import { standings } from '../../core/tiering/standings.ts'
import type { TierMove } from '../../core/tiering/tier-move.ts'
import { tierMoves } from '../../core/tiering/tier-moves.ts'
import { me } from '../sheet/now.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { keepOpenRun, type OpenRun, openRuns } from './open-runs.ts'
import { runName } from './run-name.ts'
import type { PartsOfRun } from './score-parts-tab.ts'
import { appendHistory, type HistoryLine } from './tier-history.ts'
import type { TierRecords } from './tier-records.ts'

/** How far a run of a standard got, and what it did so far. */
export type TierRun = {
  /** Moves in the Tier history, of all that the run makes. */
  done: number
  total: number
  /** null once columns say what the history says; until then the call is to be sent again. */
  next: number | null
  up: number
  down: number
  /** Customers that had no tier before. */
  first: number
}

export type RecordedTiers = TierRun & {
  run: string
  /** One per customer, overrides included. */
  tiers: (string | undefined)[]
}

type Told = {
  records: TierRecords
  /** What the tier column holds, row by row. */
  cells: readonly string[]
  /** Whether the standard was applied, or a round of it published. */
  cause: 'score' | 'round'
  /** What the run is called; by default its time. */
  name?: string
}

/** How many lines and rows, and characters of what moved scores, one call writes: Sheets takes well under a minute. */
const PAGE = 10_000
const MOST_TEXT = 2_000_000

/**
 * Appends the next moves of a run of a standard to the Tier history.
 *
 * The history says what a customer's tier was: a run that was stopped or killed loses no move, and going on adds none
 * twice. Columns are to be written once `next` is null, in the same call; a large file has a call of its own for them.
 */
export function recordTiers(scored: ScoredCustomers, { records, cells, cause, name }: Told): RecordedTiers {
  const { standard, ids, tierOrder } = scored
  const overrides = activeOverrides(standard, records.overrides.overrides)
  const tiers = overriddenTiers(scored, overrides)
  const before = standings(records.history, standard)
  const tierInCell = (row: number) => cells[row] ?? ''
  const moves = tierMoves(scored, tiers, { standings: before, tierInCell, overrides, cause })
  const open = runFor(scored, cause, name)
  const page = pageOf(linesOf(moves.slice(0, PAGE), scored, open.run, records.parts.of(standard)))
  const isRecorded = page.length === moves.length
  const isOver = isRecorded && (page.length === 0 || page.length + ids.length <= PAGE)
  keepOpenRun(standard, open)
  appendHistory(page)
  if (isRecorded) keepOpenRun(standard, { ...open, isRecorded })
  const written = records.history.filter((line) => line.standard === standard && line.run === open.run)
  const done = written.length + page.length
  return {
    ...{ done, total: written.length + moves.length, next: isOver ? null : done },
    ...{ run: open.run, tiers, ...counts([...written, ...page], tierOrder) },
  }
}

/** As many lines as one call writes, one at least. */
function pageOf(lines: readonly NewLine[]): readonly NewLine[] {
  let length = 0
  const end = lines.findIndex(({ reason, because, details }) => {
    length += reason.length + because.length + details.length
    return length > MOST_TEXT
  })
  return end < 0 ? lines : lines.slice(0, Math.max(1, end))
}

/** The run that was stopped, where it is this one; else a new one. */
function runFor({ standard, version }: ScoredCustomers, cause: OpenRun['cause'], name?: string): OpenRun {
  const open = openRuns()[standard]
  const isSame = open?.cause === cause && open.version === version && (name === undefined || name === open.run)
  if (open && isSame && (name !== undefined || !open.isRecorded)) return open
  return { run: name ?? runName(), cause, version, at: new Date().toISOString(), by: me(), isRecorded: false }
}

/** The lines of moves, each with what moved the score since the run before. */
function linesOf(moves: readonly TierMove[], scored: ScoredCustomers, run: string, last: PartsOfRun): NewLine[] {
  if (moves.length === 0) return []
  const { standard, version, ids } = scored
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  return moves.map((move) => {
    const row = rowOf.get(move.customerId)
    const [was, is] = [last.scoreOf(move.customerId), row === undefined ? undefined : countedAt(scored, row)]
    return {
      ...{ ...move, run, standard, version, fromScore: was?.score, toScore: is?.score },
      ...(was && is ? told(was, is, scored, last) : { because: '', details: '' }),
    }
  })
}

type NewLine = Omit<HistoryLine, 'at'>

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

function counts(moves: readonly Pick<TierMove, 'from' | 'to'>[], tierOrder: readonly string[]) {
  const rank = (tier: string) => tierOrder.indexOf(tier)
  const ranked = moves.filter(({ from, to }) => from !== '' && to !== '')
  return {
    up: ranked.filter(({ from, to }) => rank(to) > rank(from)).length,
    down: ranked.filter(({ from, to }) => rank(to) < rank(from)).length,
    first: moves.filter(({ from, to }) => from === '' && to !== '').length,
  }
}
