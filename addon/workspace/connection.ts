import { InputError } from '../../core/input-error.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from './api.ts'

/** What ties this spreadsheet to its workspace. The key reads figures only; people use their own identity. */
export type Connection = { workspaceId: string; name: string; spreadsheetId: string; documentKey: string }

/** What a form may know of it: the key stays on the server, where collaborators can use but not read it. */
export type ConnectedWorkspace = { workspaceId: string; name: string }

const property = 'CONNECTION'

/** The key of the metadata by which a copy of the spreadsheet still knows the workspace: properties are not copied. */
const ORIGIN = 'tiersheet.workspace'

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
  return oneAtATime(() => {
    const { workspaceId, name: kept } = connection() ?? made(name, operationId)
    return { workspaceId, name: kept }
  })
}

/** The workspace of the spreadsheet that this one is a copy of, while the copy has none of its own. */
export function copiedFrom(): ConnectedWorkspace | undefined {
  if (connection()) return undefined
  const [workspaceId, name, spreadsheetId] = origin()
  const isCopy = workspaceId && spreadsheetId !== SpreadsheetApp.getActiveSpreadsheet().getId()
  return isCopy ? { workspaceId, name: name ?? '' } : undefined
}

/** Ties a copy to the workspace of the original, with a key of its own. @throws InputError `notConnected` */
export function joinOriginal(operationId: string): ConnectedWorkspace {
  const original = copiedFrom()
  if (!original) throw new InputError('notConnected', undefined)
  const { workspaceId, name } = keep(original, operationId)
  return { workspaceId, name }
}

function origin(): string[] {
  const [mark] = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(ORIGIN).find()
  return JSON.parse(mark?.getValue() ?? '[]')
}

function made(name: string, operationId: string): Connection {
  const { workspaceId } = callApi<{ workspaceId: string }>({
    method: 'post',
    path: '/v1/workspaces',
    body: { name: name.trim(), timeZone: SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone() },
    operationId,
  })
  return keep({ workspaceId, name: name.trim() }, operationId)
}

/** Has a key made for this spreadsheet and keeps both with it. */
function keep({ workspaceId, name }: ConnectedWorkspace, operationId: string): Connection {
  const spreadsheetId = SpreadsheetApp.getActiveSpreadsheet().getId()
  const { documentKey } = callApi<{ documentKey: string }>({
    method: 'post',
    path: `/v1/workspaces/${workspaceId}/document-keys`,
    body: { spreadsheetId, grants: ['figures', 'facts', 'kpis'] },
    operationId: `${operationId}-key`,
  })
  const connected = { workspaceId, name, spreadsheetId, documentKey }
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(connected))
  rememberOrigin(connected)
  return connected
}

function rememberOrigin({ workspaceId, name, spreadsheetId }: Connection): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(ORIGIN).find()) mark.remove()
  const value = JSON.stringify([workspaceId, name, spreadsheetId])
  spreadsheet.addDeveloperMetadata(ORIGIN, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
}
