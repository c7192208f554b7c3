import { InputError } from '../../core/input-error.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from './api.ts'

/** What ties this spreadsheet to its workspace. The key reads figures only; people use their own identity. */
export type Connection = { workspaceId: string; name: string; spreadsheetId: string; documentKey: string }

/** What a form may know of it: the key stays on the server, where collaborators can use but not read it. */
export type ConnectedWorkspace = { workspaceId: string; name: string }

const property = 'CONNECTION'

/** The spreadsheet's connection; none in a copy of it, which must ask for a key of its own. */
export function connection(): Connection | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  const kept = text ? (JSON.parse(text) as Connection) : undefined
  return kept?.spreadsheetId === SpreadsheetApp.getActiveSpreadsheet().getId() ? kept : undefined
}

/** @throws InputError `notConnected` */
export function requiredConnection(): Connection {
  const kept = connection()
  if (!kept) throw new InputError('notConnected', undefined)
  return kept
}

/** The spreadsheet's workspace; where it has none, a new one that the person administers, with a key to its figures. */
export function connect(name: string, operationId: string): ConnectedWorkspace {
  if (!name.trim()) throw new InputError('blankField', { field: userMessages().fields.teamName })
  const lock = LockService.getDocumentLock()
  lock?.waitLock(20_000)
  try {
    const { workspaceId, name: kept } = connection() ?? made(name, operationId)
    return { workspaceId, name: kept }
  } finally {
    lock?.releaseLock()
  }
}

function made(name: string, operationId: string): Connection {
  const { workspaceId } = callApi<{ workspaceId: string }>({
    method: 'post',
    path: '/v1/workspaces',
    body: { name: name.trim(), timeZone: SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone() },
    operationId,
  })
  const spreadsheetId = SpreadsheetApp.getActiveSpreadsheet().getId()
  const { documentKey } = callApi<{ documentKey: string }>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/document-keys`,
    body: { spreadsheetId, grants: ['figures'] },
    operationId: `${operationId}-key`,
  })
  const connected = { workspaceId, name: name.trim(), spreadsheetId, documentKey }
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(connected))
  return connected
}
