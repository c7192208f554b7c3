import { InputError } from '../../core/input-error.ts'
import type { Proposal } from '../../core/tiering/proposal.ts'
import type { ScoredCustomers } from '../../core/tiering/scored-customers.ts'
import { dayCell, nowTime, today } from '../sheet/now.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, fieldCells, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { standardFields } from '../standard/current-standards.ts'
import { foreignCells } from '../standard/foreign-cells.ts'
import { userMessages } from '../user-language.ts'
import { readOverrides } from './overrides-tab.ts'
import { proposalsMark, readProposals } from './proposals-tab.ts'
import { recordTiers } from './record-tiers.ts'
import { roundKey } from './round-key.ts'
import { checkExceptions } from './round-steps.ts'
import { type Round, roundForStep, writeRound } from './rounds-tab.ts'
import { dropScoreParts, type PartsOfRun, readScoreParts } from './score-parts-tab.ts'

/**
 * Gives every customer the tier that was approved, as it was counted when the round began, and sets the next date.
 *
 * Exceptions become overrides that hold until the next round. Every step can be taken again: one that was cut short is
 * finished by publishing once more. Customers that came since the round began keep what they have.
 *
 * @param nextDate The day of the next round, as `2026-03-31`.
 * @param overwrite Whether the person agreed that what others put into the standard's columns is overwritten.
 * @throws InputError `noSuchRound`, `roundStep`, `exceptionReason`, `exceptionTier`, `roundChanged`, `nextRoundPast`,
 * `roundWithoutParts`, `columnTaken`, `formulaInTheWay`.
 */
export function publishRound(
  name: string,
  nextDate: string,
  overwrite = false,
): { up: number; down: number; first: number } {
  const { tab, round, next } = roundForStep(name, 'publish')
  if (round.status === 'published') {
    dropScoreParts(roundKey(name))
    return { up: 0, down: 0, first: 0 }
  }
  const due = dayOf(nextDate, userMessages().tabs.rounds.headers.nextDate)
  if (due <= today()) throw new InputError('nextRoundPast', undefined)
  const { proposals } = readProposals(name)
  checkExceptions(round, proposals)
  if (proposalsMark(proposals) !== round.approved) throw new InputError('roundChanged', { round: name })
  const parts = readScoreParts(roundKey(name))
  if (!parts.facts) throw new InputError('roundWithoutParts', { round: name })
  const customers = requiredTab('customers')
  const [taken] = overwrite ? [] : foreignCells(round.standard, customers)
  if (taken) throw new InputError('columnTaken', taken)
  const fields = standardFields(round.standard, customers)
  refuseFormulas(customers, [fields.score, fields.tier])
  addOverrides(round, proposals, due - 1)
  const scored = asCounted(round, parts, fieldCells(customers, 'customerId').map(customerIdIn))
  const { tiers, up, down, first } = recordTiers(scored, 'round', name)
  writeTiers(customers, round.standard, scored, tiers)
  writeRound(tab, round, next, { publishedAt: nowTime(), nextDate: dayCell(due) })
  dropScoreParts(roundKey(name))
  return { up, down, first }
}

function addOverrides({ standard, approvedBy: by }: Round, proposals: readonly Proposal[], until: number): void {
  const day = today()
  const known = new Set(
    readOverrides().overrides.map((one) =>
      JSON.stringify([one.standard, one.customerId, one.tier, one.reason, one.until]),
    ),
  )
  appendRows(
    'overrides',
    proposals
      .filter(({ exceptionTier }) => exceptionTier !== '')
      .filter(
        ({ customerId, exceptionTier: tier, reason }) =>
          !known.has(JSON.stringify([standard, customerId, tier, reason, until])),
      )
      .map(({ customerId, exceptionTier: tier, reason }) => {
        return { customerId, standard, tier, reason, by, from: dayCell(day), until: dayCell(until) }
      }),
  )
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

/** Writes the tiers and the scores that they come from; rows that the round did not know keep what they have. */
function writeTiers(
  tab: BoundTab,
  standard: string,
  { ids, scores }: ScoredCustomers,
  tiers: (string | undefined)[],
): void {
  const fields = standardFields(standard, tab)
  const isFirst = fields.score === 'score'
  const words = userMessages().scores
  const values = (before: CellValue[], of: (row: number) => CellValue | undefined) =>
    ids.map((id, row) => (id === '' ? (before[row] ?? '') : (of(row) ?? '')))
  writeFields(tab, [
    {
      field: fields.score,
      values: values(fieldCells(tab, fields.score), (row) => scores[row]),
      ...(isFirst ? {} : { header: words.scoreBy(standard) }),
    },
    {
      field: fields.tier,
      values: values(fieldCells(tab, fields.tier), (row) => tiers[row]),
      ...(isFirst ? {} : { header: words.tierBy(standard) }),
    },
  ])
}
