import { InputError } from '../../core/input-error.ts'
import { Refusal } from '../refusal.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from './api.ts'

/** What ties this spreadsheet to its workspace. The key reads figures only; people use their own identity. */
export type Connection = {
  workspaceId: string
  name: string
  spreadsheetId: string
  documentKey: string
  /** The key's public id; none where it was kept before keys had one here. */
  keyId?: string
}

/** What a form may know of it: the key stays on the server, where collaborators can use but not read it. */
export type ConnectedWorkspace = { workspaceId: string; name: string }

type MadeKey = { keyId: string; documentKey: string; spreadsheetId: string }

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

/** Keeps that the workspace is called otherwise now. @throws InputError `notConnected` */
export function renameConnection(name: string): void {
  kept({ ...requiredConnection(), name })
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

/**
 * Another key for this spreadsheet: in the place of the one that it has, which goes on for a day, or of one that is gone.
 *
 * @throws InputError `notConnected`; Refusal with the backend's sentence.
 */
export function renewKey(operationId: string): void {
  oneAtATime(() => {
    const kept = requiredConnection()
    const path = `/v1/workspaces/${kept.workspaceId}/document-keys/${kept.keyId}/renew`
    try {
      if (kept.keyId === undefined) keep(kept, operationId)
      else remember(kept, callApi<MadeKey>({ method: 'post', path, operationId }))
    } catch (error) {
      // It was revoked, or somebody else has renewed it.
      if (!(error instanceof Refusal) || !['notFound', 'stale'].includes(error.code)) throw error
      keep(kept, operationId)
    }
  })
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
function keep(workspace: ConnectedWorkspace, operationId: string): Connection {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const made = callApi<MadeKey>({
    method: 'post',
    path: `/v1/workspaces/${workspace.workspaceId}/document-keys`,
    body: {
      spreadsheetId: spreadsheet.getId(),
      spreadsheetTitle: spreadsheet.getName().slice(0, 300),
      grants: ['figures', 'facts', 'kpis'],
    },
    operationId: `${operationId}-key`,
  })
  return remember(workspace, made)
}

function remember(
  { workspaceId, name }: ConnectedWorkspace,
  { keyId, documentKey, spreadsheetId }: MadeKey,
): Connection {
  return kept({ workspaceId, name, spreadsheetId, documentKey, keyId })
}

function kept(connected: Connection): Connection {
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
