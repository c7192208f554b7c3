import { InputError } from '../../core/input-error.ts'
import { newIds } from '../../core/tabs/new-ids.ts'
import { proposals } from '../../core/tiering/proposals.ts'
import { standings } from '../../core/tiering/standings.ts'
import { dayCell, me, nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { fieldCells, findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { currentStandard, standardFields } from '../standard/current-standards.ts'
import { saveStandard } from '../standard/save-standard.ts'
import { scoreCustomers } from '../standard/score-customers.ts'
import { standardNow } from '../standard/standard-names.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { writeProposals } from './proposals-tab.ts'
import { roundKey } from './round-key.ts'
import { type Round, readRounds } from './rounds-tab.ts'
import { type PartsOfRun, readScoreParts, writeScoreParts } from './score-parts-tab.ts'
import { tierCells } from './tier-cells.ts'
import { readHistory } from './tier-history.ts'

/** How far the start of a round got: customers are counted first, then moves proposed. */
export type RoundStart = { round: string; done: number; total: number; next: number | null }

/** What a round counted, and what tiers the customers have in the tab. */
type Counted = Pick<PartsOfRun, 'tierOf'> & {
  version: number
  asOf: number
  /** The tab's tiers by customer, in the order of rows. */
  cells: ReadonlyMap<string, string>
  score: (customerId: string) => number | undefined
}

const STEPS = 2
/** Of so many customers one call does both steps. */
const FEW = 5_000

/**
 * Begins a round of a standard: scores the customers by it and proposes their moves; nobody's tier changes.
 *
 * Of a large file the first call only counts, and is followed by one with the round's name. The round's row comes last:
 * a start that was stopped or cut short is begun again under the same name and leaves nothing twice.
 *
 * @param counted The round that the first call has counted; '' or nothing for the first.
 * @throws InputError `roundIsOpen`, `busyNow`, `roundWithoutParts` where somebody else began one meanwhile, and as
 * scoring does.
 */
export function startRound(standard: string, counted = ''): RoundStart {
  return oneAtATime(() => {
    const { rounds } = readRounds()
    refuseOpen(rounds, standard)
    if (!counted) return countCustomers(standard, rounds)
    const isTaken = rounds.some(({ round }) => round === counted)
    const { facts, tierOf, scoreOf } = readScoreParts().of(roundKey(counted))
    if (!facts || standardNow(facts.standard) !== standard || isTaken)
      throw new InputError('roundWithoutParts', { round: counted })
    const cells = tierCells(standard).tiers
    const score = (id: string) => scoreOf(id)?.score
    return proposeMoves(standard, counted, { ...facts, cells, tierOf, score })
  })
}

function countCustomers(standard: string, rounds: readonly Round[]): RoundStart {
  const nextRound = newIds(
    rounds.map((one) => one.round),
    'R-001',
  )
  const round = nextRound()
  const standards = findTab('standards')
  const current = currentStandard(standard, standards)
  const { scored, values } = scoreCustomers(current)
  const { version } = saveStandard(current, standards)
  const { ids, scores, tiers, asOf } = scored
  writeScoreParts(readScoreParts(), { key: roundKey(round), run: round }, { ...scored, version })
  if (ids.length > FEW) return { round, done: 1, total: STEPS, next: 1 }
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const cell = fieldCells(values.tab, standardFields(standard, values.tab).tier).map(customerIdIn)
  return proposeMoves(standard, round, {
    ...{ version, asOf, cells: new Map(ids.map((id, row) => [id, cell[row] ?? ''])) },
    tierOf: (id) => tiers[rowOf.get(id) ?? -1],
    score: (id) => scores[rowOf.get(id) ?? -1],
  })
}

function proposeMoves(standard: string, round: string, counted: Counted): RoundStart {
  const { version, asOf, cells, tierOf, score } = counted
  const before = standings(readHistory(), standard)
  const overrides = activeOverrides(standard)
  const ids = [...cells.keys()]
  const tiers = ids.map((id) => overrides.get(id)?.tier ?? tierOf(id))
  const moves = proposals({ ids, scores: ids.map(score) }, tiers, (row) => {
    const id = ids[row] as string
    return before.get(id)?.tier ?? cells.get(id) ?? ''
  })
  writeProposals(round, moves)
  appendRows('rounds', [
    {
      ...{ round, standard, version, asOf: dayCell(asOf) },
      ...{ status: userMessages().roundStates.proposed, proposedBy: me(), proposedAt: nowTime() },
    },
  ])
  return { round, done: STEPS, total: STEPS, next: null }
}

function refuseOpen(rounds: readonly Round[], standard: string): void {
  const isOpen = ({ status }: Round) => status === 'proposed' || status === 'approved'
  const open = rounds.find((one) => one.standard === standard && isOpen(one))
  if (open) throw new InputError('roundIsOpen', { round: open.round })
}
