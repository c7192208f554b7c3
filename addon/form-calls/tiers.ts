import type { MovementMatrix } from '../../core/tiering/movement-matrix.ts'
import { listOverrides, type ShownOverride } from '../tiering/list-overrides.ts'
import { type FollowUp, planFollowUp as plan } from '../tiering/plan-follow-up.ts'
import { proposePlaybook as propose } from '../tiering/playbook-tab.ts'
import { publishRound as publish } from '../tiering/publish-round.ts'
import type { TierRun } from '../tiering/record-tiers.ts'
import { approveRound as approve, cancelRound as cancel, setException } from '../tiering/round-steps.ts'
import { endOverride, type OverrideAsked, setOverride } from '../tiering/set-override.ts'
import { type RoundStart, startRound as start } from '../tiering/start-round.ts'
import { tierMovement as movement, writeTierMovement as writeMovement } from '../tiering/tier-movement.ts'
import { tierStories as stories, type TierStories } from '../tiering/tier-stories.ts'
import { tiersSetup as setUp, type TiersSetup } from '../tiering/tiers-setup.ts'
import {
  valueBySource as bySource,
  type ValueBySource,
  writeValueBySource as writeBySource,
} from '../tiering/value-by-source.ts'
import { type CareListsView, viewCareLists, writeCareList as writeList } from '../tiering/view-care-lists.ts'
import { type PlaybookView, viewPlaybook } from '../tiering/view-playbook.ts'
import { type RoundsView, viewRounds } from '../tiering/view-rounds.ts'
import { inWords } from '../user-language.ts'

/** What "Tiers and rounds" begins with. */
export function tiersSetup(): TiersSetup {
  return inWords(setUp)
}

/** Every override of a standard. */
export function tierOverrides(standard: string): ShownOverride[] {
  return inWords(() => listOverrides(standard))
}

/** Keeps an override, and moves the customer where it holds today. */
export function setTierOverride(asked: OverrideAsked): ShownOverride[] {
  return inWords(() => setOverride(asked))
}

/** Ends the override of a customer; they move back. */
export function endTierOverride(standard: string, customerId: string): ShownOverride[] {
  return inWords(() => endOverride(standard, customerId))
}

/** Where the customers of each tier went between two days. */
export function tierMovement(standard: string, from: string, to: string): MovementMatrix {
  return inWords(() => movement(standard, from, to))
}

/** Writes the movement to a tab. */
export function writeTierMovement(standard: string, from: string, to: string): string {
  return inWords(() => writeMovement(standard, from, to))
}

/** The moves of a run, or of the customers found, with what caused them. */
export function tierStories(standard: string, run: string, query: string): TierStories {
  return inWords(() => stories(standard, run, query))
}

/** Plans a contact because of a move. */
export function planFollowUp(followUp: FollowUp): void {
  inWords(() => plan(followUp))
}

/** The rounds of a standard, and what the open one proposes. */
export function tierRounds(standard: string, query: string): RoundsView {
  return inWords(() => viewRounds(standard, query))
}

/** Begins a round; of a large file in two calls. */
export function startRound(standard: string, counted?: string): RoundStart {
  return inWords(() => start(standard, counted))
}

/** Sets or clears an exception of the open round. */
export function setRoundException(round: string, customerId: string, tier: string, reason: string): void {
  inWords(() => setException(round, customerId, tier, reason))
}

/** Approves a round. */
export function approveRound(round: string): void {
  inWords(() => approve(round))
}

/** Publishes a round: customers get their tiers. To be called again until it is over. */
export function publishRound(round: string, nextDate: string, overwrite?: boolean): TierRun {
  return inWords(() => publish(round, nextDate, overwrite))
}

/** Ends a round without moving anybody. */
export function cancelRound(round: string): void {
  inWords(() => cancel(round))
}

/** The playbook, and what was spent against its budgets. */
export function tierPlaybook(standard: string, since: string): PlaybookView {
  return inWords(() => viewPlaybook(standard, since))
}

/** Proposes lines for the tiers that the playbook does not have. */
export function proposePlaybook(standard: string): number {
  return inWords(() => propose(standard))
}

/** Who needs a person now, and whom automation can serve. */
export function tierCareLists(standard: string, query: string): CareListsView {
  return inWords(() => viewCareLists(standard, query))
}

/** Writes one of the lists to a tab. */
export function writeCareList(standard: string, which: 'attention' | 'automatic'): string {
  return inWords(() => writeList(standard, which))
}

/** Value and tiers by source. */
export function valueBySource(standard: string): ValueBySource {
  return inWords(() => bySource(standard))
}

/** Writes value and tiers by source to a tab. */
export function writeValueBySource(standard: string): string {
  return inWords(() => writeBySource(standard))
}
