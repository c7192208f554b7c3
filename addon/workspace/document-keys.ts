import type { AudienceKind } from '../../core/kpi/audience.ts'
import { callApi } from './api.ts'
import { requiredConnection } from './connection.ts'

/** A key that reads figures of the workspace in one spreadsheet; instants in ISO. */
export type ListedKey = {
  keyId: string
  spreadsheetId: string
  title: string
  grants: ('figures' | 'facts' | 'kpis')[]
  /** Whose KPIs alone it reads. */
  audience?: { kind: AudienceKind; name: string }
  createdAt: string
  createdBy: string
  lastUsedAt?: string
  /** It was renewed, and goes on until then. */
  expiresAt?: string
}
/** `own` is the id of this spreadsheet; `isGood`: the key that it uses is among those that are good. */
export type ListedKeys = { keys: ListedKey[]; mayChange: boolean; own: string; isGood: boolean }

/** The keys of the workspace that are good, the newest first. @throws InputError `notConnected` */
export function listKeys(): ListedKeys {
  const { spreadsheetId: own, keyId } = requiredConnection()
  const listed = callApi<Pick<ListedKeys, 'keys' | 'mayChange'>>({ method: 'get', path: path() })
  return { ...listed, own, isGood: listed.keys.some((key) => key.keyId === keyId) }
}

/** Ends a key at once. @throws InputError `notConnected` */
export function revokeKey(keyId: string, operationId: string): void {
  callApi({ method: 'delete', path: `${path()}/${keyId}`, operationId })
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/document-keys`
}
