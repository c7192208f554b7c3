import { previewTiers as countTiers, type TierPreview, applyTiers as writeTiers } from './standard/score-customers.ts'
import { type ScoreSetup, scoreSetup as setUpScore } from './standard/score-setup.ts'
import type { Standard } from './standard/standard.ts'
import { inWords } from './user-language.ts'
import { type ConnectedWorkspace, connect, connection } from './workspace/connection.ts'
import { type SyncPage, syncCustomerPage as syncPage, customerTabs as tabsForSync } from './workspace/sync-customers.ts'

// What the sidebar forms call. Each answers with plain data, or throws one sentence in the person's language.

/** What "Score and tier" begins with. */
export function scoreSetup(customers?: string, orders?: string): ScoreSetup {
  return inWords(() => setUpScore(customers, orders))
}

/** Counts who would land in each tier; writes nothing. */
export function previewTiers(standard: Standard): TierPreview {
  return inWords(() => countTiers(standard))
}

/** Writes Score and Tier into the customer tab. */
export function applyTiers(standard: Standard): { sheet: string; customers: number } {
  return inWords(() => writeTiers(standard))
}

/** The workspace of this spreadsheet, or null. */
export function currentConnection(): ConnectedWorkspace | null {
  const kept = inWords(connection)
  return kept ? { workspaceId: kept.workspaceId, name: kept.name } : null
}

/** Signs in and makes a workspace for this spreadsheet. */
export function connectWorkspace(name: string, operationId: string): ConnectedWorkspace {
  return inWords(() => connect(name, operationId))
}

/** The tabs, and the likely customer tab. */
export function customerTabs(): { sheets: string[]; likely: string } {
  return inWords(tabsForSync)
}

/** Mirrors one page of customers. */
export function syncCustomerPage(sheet: string, from: number): SyncPage {
  return inWords(() => syncPage(sheet, from))
}
