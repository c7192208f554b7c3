import { InputError } from '../../core/input-error.ts'
import { newIds } from '../../core/tabs/new-ids.ts'
import { overriddenTiers } from '../../core/tiering/overridden-tiers.ts'
import { proposals } from '../../core/tiering/proposals.ts'
import { standings } from '../../core/tiering/standings.ts'
import { dayCell, me, nowTime } from '../sheet/now.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { currentStandard } from '../standard/current-standards.ts'
import { saveStandard } from '../standard/save-standard.ts'
import { scoreCustomers } from '../standard/score-customers.ts'
import { userMessages } from '../user-language.ts'
import { activeOverrides } from './active-overrides.ts'
import { writeProposals } from './proposals-tab.ts'
import { roundKey } from './round-key.ts'
import { readRounds } from './rounds-tab.ts'
import { writeScoreParts } from './score-parts-tab.ts'
import { tierCells } from './tier-cells.ts'
import { readHistory } from './tier-history.ts'

/**
 * Scores the customers by a standard and proposes the moves; nobody's tier changes.
 *
 * The round's row comes last: a start that was cut short is begun again under the same name and leaves nothing twice.
 *
 * @returns The round's name.
 * @throws InputError `roundIsOpen`
 */
export function startRound(standard: string): string {
  const { rounds } = readRounds()
  const open = rounds.find(
    (one) => one.standard === standard && (one.status === 'proposed' || one.status === 'approved'),
  )
  if (open) throw new InputError('roundIsOpen', { round: open.round })
  const nextRound = newIds(
    rounds.map((one) => one.round),
    'R-001',
  )
  const round = nextRound()
  const current = currentStandard(standard)
  const run = scoreCustomers(current)
  const scored = { ...run.scored, version: saveStandard(current).version }
  const tiers = overriddenTiers(scored, activeOverrides(standard))
  const before = standings(readHistory(), standard)
  const cells = tierCells(standard)
  const tierNow = (row: number) => {
    const id = scored.ids[row] as string
    return before.get(id)?.tier ?? cells.get(id) ?? ''
  }
  writeScoreParts(roundKey(round), round, scored, cellDays().instant(nowTime()) as number)
  writeProposals(round, proposals(scored, tiers, tierNow))
  appendRows('rounds', [
    {
      ...{ round, standard, version: scored.version, asOf: dayCell(scored.asOf) },
      ...{ status: userMessages().roundStates.proposed, proposedBy: me(), proposedAt: nowTime() },
    },
  ])
  return round
}
