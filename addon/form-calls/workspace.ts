import type { TeamRole } from '../team/team.ts'
import { inWords } from '../user-language.ts'
import {
  type ConnectedWorkspace,
  connect,
  connection,
  copiedFrom,
  joinOriginal,
  renewKey,
} from '../workspace/connection.ts'
import { type ListedKeys, listKeys, revokeKey } from '../workspace/document-keys.ts'
import { ownRole as role } from '../workspace/own-role.ts'
import {
  type SyncPage,
  syncCustomerPage as syncPage,
  customerTabs as tabsForSync,
} from '../workspace/sync-customers.ts'

/** The workspace of this spreadsheet, or null. */
export function currentConnection(): ConnectedWorkspace | null {
  const kept = inWords(connection)
  return kept ? { workspaceId: kept.workspaceId, name: kept.name } : null
}

/** The role of the person at work in the workspace of this spreadsheet; null for whoever is no member. */
export function ownRole(): TeamRole | null {
  return inWords(role)
}

/** Signs in and makes a workspace for this spreadsheet. */
export function connectWorkspace(name: string, operationId: string): ConnectedWorkspace {
  return inWords(() => connect(name, operationId))
}

/** The workspace of the spreadsheet that this one is a copy of, or null. */
export function copiedWorkspace(): ConnectedWorkspace | null {
  return inWords(copiedFrom) ?? null
}

/** Ties a copy to the workspace of the original. */
export function joinCopiedWorkspace(operationId: string): ConnectedWorkspace {
  return inWords(() => joinOriginal(operationId))
}

/** The tabs, and the likely customer tab. */
export function customerTabs(): { sheets: string[]; likely: string } {
  return inWords(tabsForSync)
}

/** Mirrors one page of customers. */
export function syncCustomerPage(sheet: string, from: number): SyncPage {
  return inWords(() => syncPage(sheet, from))
}

/** The keys of the workspace's spreadsheets, and of those that are linked to it. */
export function documentKeys(): ListedKeys {
  return inWords(listKeys)
}

/** Gives this spreadsheet another key. */
export function renewDocumentKey(operationId: string): void {
  inWords(() => renewKey(operationId))
}

/** Ends a key at once. */
export function revokeDocumentKey(keyId: string, operationId: string): void {
  inWords(() => revokeKey(keyId, operationId))
}
