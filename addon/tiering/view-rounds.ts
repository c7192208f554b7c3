import { isoDay } from '../../core/calendar/iso-day.ts'
import { goneTiers } from '../../core/tiering/gone-tiers.ts'
import type { Proposal } from '../../core/tiering/proposal.ts'
import type { RoundState } from '../../core/tiering/round-state.ts'
import { today } from '../sheet/now.ts'
import { requiredTab } from '../sheet/tabs/bound-tab.ts'
import { type ForeignCells, foreignCells } from '../standard/foreign-cells.ts'
import { activeOverrides } from './active-overrides.ts'
import { customerNames } from './customer-names.ts'
import { knownStandard } from './known-standards.ts'
import { openRuns } from './open-runs.ts'
import { readProposals } from './proposals-tab.ts'
import { type Round, readRounds } from './rounds-tab.ts'
import { readScoreParts } from './score-parts-tab.ts'

/** A round as a form shows it; days as `2026-03-31`, '' where there is none. */
export type ShownRound = {
  round: string
  version: number
  status: RoundState
  asOf: string
  proposedBy: string
  approvedBy: string
  approvedAt: string
  publishedAt: string
  nextDate: string
}

export type ShownProposal = {
  customerId: string
  name: string
  currentTier: string
  proposedTier: string
  score: number | null
  exceptionTier: string
  reason: string
}

export type RoundsView = {
  /** The latest first. */
  rounds: ShownRound[]
  /** The one that is neither published nor cancelled. */
  open: ShownRound | null
  /** Exceptions first, then those who would fall, then the others; the first of `total` that the search finds. */
  proposals: ShownProposal[]
  /** `movers` are those whose tier changes, exceptions considered. */
  counts: {
    total: number
    movers: number
    up: number
    down: number
    first: number
    exceptions: number
    withoutReason: number
  }
  found: number
  /** What publishing the open round would overwrite, once it is approved. */
  foreign: ForeignCells[]
  /** Tiers that the open round would give and the standard no longer has, each with its customers. */
  goneTiers: { tier: string; customers: string[] }[]
  /** Whether publishing the open round was begun and cut short. */
  isCutShort: boolean
  /** The day of the next round by the last that was published, and how many days ago it was; below 0 it is to come. */
  due: { day: string; daysAgo: number } | null
}

const MOST_ROUNDS = 20
const MOST_PROPOSALS = 200

/** The rounds of a standard, and what the open one proposes. @param query A part of a customer's id or name. */
export function viewRounds(standard: string, query: string): RoundsView {
  const own = readRounds()
    .rounds.filter((one) => one.standard === standard)
    .reverse()
  const open = own.find(({ status }) => status === 'proposed' || status === 'approved')
  const published = own.filter(({ status, nextDate }) => status === 'published' && nextDate !== undefined)
  const next = Math.max(...published.map(({ nextDate }) => nextDate as number))
  const customers = open?.status === 'approved' ? requiredTab('customers') : undefined
  return {
    rounds: own.slice(0, MOST_ROUNDS).map(shown),
    open: open ? shown(open) : null,
    ...proposalsOf(open, { standard, query, names: () => customerNames(customers) }),
    foreign: customers ? foreignCells(standard, customers, readScoreParts) : [],
    isCutShort: open !== undefined && openRuns()[standard]?.run === open.round,
    due: published.length > 0 ? { day: isoDay(next), daysAgo: today() - next } : null,
  }
}

type Asked = { standard: string; query: string; names: () => ReadonlyMap<string, { name: string }> }

function proposalsOf(
  open: Round | undefined,
  { standard, query, names: read }: Asked,
): Pick<RoundsView, 'proposals' | 'counts' | 'found' | 'goneTiers'> {
  const proposals = open ? readProposals(open.round).proposals : []
  const { tierOrder } = knownStandard(standard)
  const names = proposals.length > 0 ? read() : new Map<string, { name: string }>()
  const step = (from: string, to: string) => (from === '' ? 0 : tierOrder.indexOf(to) - tierOrder.indexOf(from))
  const steps = proposals.map(({ currentTier, proposedTier }) => step(currentTier, proposedTier))
  const exceptions = proposals.filter(({ exceptionTier }) => exceptionTier !== '')
  const wanted = query.trim().toLowerCase()
  const found = proposals
    .map(({ row: _, score, ...proposal }, at) => {
      return {
        ...proposal,
        score: score ?? null,
        name: names.get(proposal.customerId)?.name ?? '',
        step: steps[at] as number,
      }
    })
    .filter(({ customerId, name }) => `${customerId} ${name}`.toLowerCase().includes(wanted))
  found.sort((a, b) => Number(b.exceptionTier !== '') - Number(a.exceptionTier !== '') || a.step - b.step)
  return {
    proposals: found.slice(0, MOST_PROPOSALS).map(({ step: _, ...proposal }) => proposal),
    found: found.length,
    goneTiers: open ? tiersGone(standard, proposals, tierOrder) : [],
    counts: {
      total: proposals.length,
      movers: proposals.filter((one) => (one.exceptionTier || one.proposedTier) !== one.currentTier).length,
      up: steps.filter((one) => one > 0).length,
      down: steps.filter((one) => one < 0).length,
      first: proposals.filter(({ currentTier }) => currentTier === '').length,
      exceptions: exceptions.length,
      withoutReason: exceptions.filter(({ reason }) => reason === '').length,
    },
  }
}

/** Those of overrides that hold whatever the round proposes, and those that it proposes itself. */
function tiersGone(standard: string, proposals: readonly Proposal[], tierOrder: readonly string[]) {
  const given = new Map([...activeOverrides(standard)].map(([id, { tier }]) => [id, tier]))
  for (const { customerId, exceptionTier, proposedTier } of proposals) {
    const tier = exceptionTier || proposedTier
    if (tier !== '') given.set(customerId, tier)
  }
  return goneTiers(
    [...given.values()].map((tier, place) => [place, tier] as const),
    [...given.keys()],
    tierOrder,
  )
}

function shown({ round, version, status, proposedBy, approvedBy, ...days }: Round): ShownRound {
  const { asOf, approvedAt, publishedAt, nextDate } = days
  return {
    ...{ round, version, status, proposedBy, approvedBy, asOf: isoDay(asOf), nextDate: isoDay(nextDate) },
    ...{ approvedAt: isoDay(approvedAt), publishedAt: isoDay(publishedAt) },
  }
}
