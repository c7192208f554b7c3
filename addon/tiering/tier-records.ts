import { type OverridesTab, readOverrides } from './overrides-tab.ts'
import { readScoreParts, type ScorePartsTab } from './score-parts-tab.ts'
import { type HistoryLine, readHistory } from './tier-history.ts'

/** The tabs that tell what tiers were and why, each as one read found it: what needs several is handed these. */
export type TierRecords = { history: HistoryLine[]; overrides: OverridesTab; parts: ScorePartsTab }

export function readTierRecords(): TierRecords {
  return { history: readHistory(), overrides: readOverrides(), parts: readScoreParts() }
}
