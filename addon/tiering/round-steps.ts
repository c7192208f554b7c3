import { InputError } from '../../core/input-error.ts'
import { proposalSlip } from '../../core/tiering/proposal-slip.ts'
import { standings } from '../../core/tiering/standings.ts'
import { me, nowTime } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { userMessages } from '../user-language.ts'
import { knownStandard } from './known-standards.ts'
import { type ProposalsTab, proposalsMark, readProposals } from './proposals-tab.ts'
import { roundKey } from './round-key.ts'
import { type Round, roundForStep, writeRound } from './rounds-tab.ts'
import { dropScoreParts } from './score-parts-tab.ts'
import { tierCells } from './tier-cells.ts'
import { readHistory } from './tier-history.ts'

/**
 * Sets, or with tier '' clears, the exception of one customer. A round that was approved must be approved again.
 *
 * @throws InputError `noSuchRound`, `roundStep`, `noSuchTier`, `blankField`, `noSuchCustomer`.
 */
export function setException(name: string, customerId: string, tier: string, reason: string): void {
  oneAtATime(() => excepted(name, customerId, tier, reason))
}

function excepted(name: string, customerId: string, tier: string, reason: string): void {
  const { tab, round, next } = roundForStep(name, 'except')
  const { tierOrder } = knownStandard(round.standard)
  if (tier && !tierOrder.includes(tier)) throw new InputError('noSuchTier', { tier, tiers: tierOrder.join(', ') })
  if (tier && !reason.trim())
    throw new InputError('blankField', { field: userMessages().tabs.roundProposals.headers.reason })
  const read = readProposals(name)
  const row = read.proposals.find((one) => one.customerId === customerId)?.row
  const exception = { exceptionTier: tier, reason: tier ? reason.trim() : '' }
  if (row === undefined) addProposal(round, customerId, exception)
  else changeProposal(read, row, exception)
  if (next !== round.status) writeRound(tab, round, next, { approvedBy: '', approvedAt: '', approved: '' })
}

/** Approves a round as it stands. @throws InputError `approverUnknown`, `exceptionReason`, `exceptionTier`, `noSuchRound`, `roundStep`, `busyNow`. */
export function approveRound(name: string): void {
  oneAtATime(() => {
    const { tab, round, next } = roundForStep(name, 'approve')
    const approvedBy = me()
    if (!approvedBy) throw new InputError('approverUnknown', undefined)
    const { proposals } = readProposals(name)
    checkExceptions(round, proposals)
    writeRound(tab, round, next, { approvedBy, approvedAt: nowTime(), approved: proposalsMark(proposals) })
  })
}

/** Ends a round without moving anybody. @throws InputError `noSuchRound`, `roundStep`. */
export function cancelRound(name: string): void {
  oneAtATime(() => {
    const { tab, round, next } = roundForStep(name, 'cancel')
    writeRound(tab, round, next)
    dropScoreParts(roundKey(name))
  })
}

/** @throws InputError `exceptionReason`, `exceptionTier`. */
export function checkExceptions({ standard }: Round, proposals: ProposalsTab['proposals']): void {
  const { tierOrder } = knownStandard(standard)
  const slip = proposalSlip(proposals, tierOrder)
  if (!slip) return
  const { customerId: customer, tier } = slip
  if (slip.problem === 'reasonMissing') throw new InputError('exceptionReason', { customer, tier })
  throw new InputError('exceptionTier', { customer, tier, tiers: [...tierOrder].reverse().join(', ') })
}

function changeProposal({ tab }: ProposalsTab, row: number, changes: Record<string, string>): void {
  if (!tab) return
  const columns = Object.entries(changes).map(([field, value]) => {
    const position = tab.at[field]
    const values = tab.rows.map((line, at) =>
      at === row ? value : position === undefined ? '' : (line[position] ?? ''),
    )
    return { field, values }
  })
  writeFields(tab, columns, ['round', 'customerId'])
}

/** A customer that the round would not move gets a line of their own. */
function addProposal({ round, standard }: Round, customerId: string, exception: Record<string, string>): void {
  const cell = tierCells(standard).tiers.get(customerId)
  if (cell === undefined) throw new InputError('noSuchCustomer', { customer: customerId })
  const currentTier = standings(readHistory(), standard).get(customerId)?.tier ?? cell
  appendRows('roundProposals', [{ round, customerId, currentTier, proposedTier: currentTier, ...exception }])
}
