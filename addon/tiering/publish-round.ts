import { InputError } from '../../core/input-error.ts'
import type { Override } from '../../core/tiering/override.ts'
import type { Proposal } from '../../core/tiering/proposal.ts'
import type { ScoredCustomers } from '../../core/tiering/scored-customers.ts'
import { dayCell, nowTime, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { fieldCells, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { standardFields } from '../standard/current-standards.ts'
import { foreignCells } from '../standard/foreign-cells.ts'
import { userMessages } from '../user-language.ts'
import { closeRun } from './open-runs.ts'
import type { OverridesTab } from './overrides-tab.ts'
import { proposalsMark, readProposals } from './proposals-tab.ts'
import { recordTiers, type TierRun } from './record-tiers.ts'
import { roundKey } from './round-key.ts'
import { checkExceptions } from './round-steps.ts'
import { type Round, roundForStep, writeRound } from './rounds-tab.ts'
import { type PartsOfRun, type ScorePartsTab, writeScoreParts } from './score-parts-tab.ts'
import { readTierRecords } from './tier-records.ts'
import { writeTiers } from './write-tiers.ts'

/**
 * Gives every customer the tier that was approved, as it was counted when the round began, and sets the next date.
 *
 * To be called again until `next` is null: moves go into the history page by page, then the columns are written at once.
 * Exceptions become overrides that hold until the next round. Every step can be taken again: one that was cut short is
 * finished by publishing once more. Customers that came since the round began keep what they have.
 *
 * @param nextDate The day of the next round, as `2026-03-31`.
 * @param overwrite Whether the person agreed that what others put into the standard's columns is overwritten.
 * @throws InputError `noSuchRound`, `roundStep`, `exceptionReason`, `exceptionTier`, `roundChanged`, `nextRoundPast`,
 * `roundWithoutParts`, `columnTaken`, `formulaInTheWay`, `busyNow`.
 */
export function publishRound(name: string, nextDate: string, overwrite = false): TierRun {
  return oneAtATime(() => published(name, nextDate, overwrite))
}

function published(name: string, nextDate: string, overwrite: boolean): TierRun {
  const { tab, round, next } = roundForStep(name, 'publish')
  const { standard } = round
  if (round.status === 'published') return { done: 0, total: 0, next: null, up: 0, down: 0, first: 0 }
  const due = dayOf(nextDate, userMessages().tabs.rounds.headers.nextDate)
  if (due <= today()) throw new InputError('nextRoundPast', undefined)
  const { proposals } = readProposals(name)
  checkExceptions(round, proposals)
  if (proposalsMark(proposals) !== round.approved) throw new InputError('roundChanged', { round: name })
  const records = readTierRecords()
  const parts = countedBy(records.parts, round)
  const customers = requiredTab('customers')
  const [taken] = overwrite ? [] : foreignCells(standard, customers, () => records.parts)
  if (taken) throw new InputError('columnTaken', taken)
  const fields = standardFields(standard, customers)
  refuseFormulas(customers, [fields.score, fields.tier])
  const overrides = withExceptions(records.overrides, round, proposals, due - 1)
  const scored = asCounted(round, parts, fieldCells(customers, 'customerId').map(customerIdIn))
  const cells = fieldCells(customers, fields.tier).map(customerIdIn)
  const { tiers, run, ...told } = recordTiers(scored, {
    records: { ...records, overrides },
    cells,
    cause: 'round',
    name,
  })
  if (told.next !== null) return told
  const known = (values: readonly (CellValue | undefined)[], field: string) => {
    const before = fieldCells(customers, field)
    return scored.ids.map((id, row) => (id === '' ? before[row] : values[row]))
  }
  writeTiers(customers, standard, known(scored.scores, fields.score), known(tiers, fields.tier))
  writeScoreParts(records.parts, { key: standard, run, replaces: roundKey(name) }, scored)
  writeRound(tab, round, next, { publishedAt: nowTime(), nextDate: dayCell(due) })
  closeRun(standard)
  return told
}

/** What the round counted; where publishing was cut short at its end, the standard has it already. */
function countedBy(read: ScorePartsTab, { round, standard }: Round): PartsOfRun {
  const found = [read.of(roundKey(round)), read.of(standard)].find(({ facts, run }) => facts && run === round)
  if (!found) throw new InputError('roundWithoutParts', { round })
  return found
}

/** Keeps exceptions as overrides, those that are not kept yet. */
function withExceptions(
  read: OverridesTab,
  { standard, approvedBy: by }: Round,
  proposals: readonly Proposal[],
  until: number,
): OverridesTab {
  const keyOf = (one: Override) => JSON.stringify([one.standard, one.customerId, one.tier, one.reason, one.until])
  const known = new Set(read.overrides.map(keyOf))
  const added = proposals
    .filter(({ exceptionTier }) => exceptionTier !== '')
    .map(({ customerId, exceptionTier: tier, reason }) => {
      return { customerId, standard, tier, reason, by, from: today(), until }
    })
    .filter((override) => !known.has(keyOf(override)))
  appendRows(
    'overrides',
    added.map(({ from, until, ...texts }) => ({ ...texts, from: dayCell(from), until: dayCell(until) })),
  )
  return { ...read, overrides: [...read.overrides, ...added.map((override) => ({ ...override, row: -1 }))] }
}

/** What the round counted, for the customers that the tab has now; '' for those that it did not know. */
function asCounted({ standard, version }: Round, parts: PartsOfRun, rows: readonly string[]): ScoredCustomers {
  const { indicators, tierOrder, asOf } = parts.facts as NonNullable<PartsOfRun['facts']>
  const known = new Set(parts.ids())
  const ids = rows.map((id) => (known.has(id) ? id : ''))
  const counted = ids.map((id) => (id === '' ? undefined : parts.scoreOf(id)))
  const column = (key: string, at: 0 | 1) => counted.map((score) => score?.parts[key]?.[at] ?? undefined)
  return {
    ...{ standard, version, asOf, tierOrder, ids },
    scores: counted.map((score) => score?.score),
    tiers: ids.map((id) => (id === '' ? undefined : parts.tierOf(id))),
    indicators: indicators.map((one) => ({ ...one, values: column(one.key, 0), points: column(one.key, 1) })),
  }
}
