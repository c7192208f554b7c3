import type { Messages } from '../../core/messages/messages.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { findHeader, findTab, requiredTab, tabFinder } from '../sheet/tabs/bound-tab.ts'
import { type CutShort, cutShort } from '../tiering/open-runs.ts'
import { userMessages } from '../user-language.ts'
import { type KeptStandard, keptStandards } from './current-standards.ts'
import { type OfferedIndicator, offeredIndicators } from './offered-indicators.ts'
import { type ScoreTimer, scoreTimer } from './score-timer.ts'

export type ScoreSetup = {
  /** The tabs that are read, by their names; '' for one that is not there. */
  tabs: { customers: string; orders: string; interactions: string; opportunities: string }
  indicators: OfferedIndicator[]
  /** The standards of this document, the first one first. */
  standards: KeptStandard[]
  /** The first standard's latest version; a proposal where there is none. */
  standard: Standard
  /** A proposal for one more standard. */
  proposal: Standard
  timer: ScoreTimer
  /** Runs of standards that were cut short. */
  cutShort: CutShort[]
}

/** What "Score and tier" begins with. @throws InputError `missingTab`, and for rows of the tab of standards. */
export function standardSetup(): ScoreSetup {
  const words = userMessages().scores
  const find = tabFinder()
  const customers = requiredTab('customers', find)
  const [orders, interactions, opportunities] = (['orders', 'interactions', 'opportunities'] as const).map((kind) =>
    findHeader(kind, find),
  )
  const others = {
    ...(orders && { orders }),
    ...(interactions && { interactions }),
    ...(opportunities && { opportunities }),
  }
  const indicators = offeredIndicators(customers, others, words)
  const standards = keptStandards(findTab('standards', find))
  const proposal = proposed(indicators, words)
  return {
    tabs: {
      customers: customers.name,
      ...{ orders: orders?.name ?? '', interactions: interactions?.name ?? '' },
      opportunities: opportunities?.name ?? '',
    },
    indicators,
    standards,
    standard: standards[0]?.current ?? proposal,
    proposal,
    timer: scoreTimer(),
    cutShort: cutShort(),
  }
}

/** Weights of a first proposal: what customers brought counts most, how long ago and how often the rest. */
const WEIGHTS: Record<string, number> = { 'orders:recency': 30, 'orders:frequency': 30, 'orders:monetary': 40 }

/** Recency, frequency and value where there are orders; else the first columns, equally. */
function proposed(offered: readonly OfferedIndicator[], words: Messages['scores']): Standard {
  const overOrders = offered.filter(({ key }) => key in WEIGHTS)
  const others = offered.filter(({ group }) => group !== 'dates').slice(0, 3)
  const chosen = overOrders.length > 0 ? overOrders : others
  return {
    name: words.firstStandard,
    version: 0,
    indicators: chosen.map(({ key, label, direction }) => ({ key, label, direction, weight: WEIGHTS[key] ?? 10 })),
    method: 'PERCENTRANK',
    cut: 'SCORE',
    tiers: [
      { label: 'C', from: 0 },
      { label: 'B', from: 40 },
      { label: 'A', from: 70 },
    ],
    product: '',
    limits: { probability: null, collectDays: null },
    note: '',
  }
}
