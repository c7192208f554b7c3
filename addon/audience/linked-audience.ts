import type { AudienceKind } from '../../core/kpi/audience.ts'
import { connection } from '../workspace/connection.ts'

/** What ties this spreadsheet to an audience. The key reads what that audience may see, and here alone. */
export type AudienceKey = {
  workspaceId: string
  audienceId: string
  kind: AudienceKind
  name: string
  spreadsheetId: string
  documentKey: string
}

/** What figures in cells are read with. */
type DocumentAccess = { workspaceId: string; documentKey: string; audienceId: string }

const property = 'AUDIENCE'

/** The audience that this spreadsheet is linked to; none in a copy of it, which needs a code of its own. */
export function linkedAudience(): AudienceKey | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  const kept = text ? (JSON.parse(text) as AudienceKey) : undefined
  return kept?.spreadsheetId === SpreadsheetApp.getActiveSpreadsheet().getId() ? kept : undefined
}

/** @param key Undefined for none. */
export function keepAudience(key: AudienceKey | undefined): void {
  const properties = PropertiesService.getDocumentProperties()
  if (key) properties.setProperty(property, JSON.stringify(key))
  else properties.deleteProperty(property)
}

/** The key of this spreadsheet's workspace, or of the audience that it is linked to. */
export function documentAccess(): DocumentAccess | undefined {
  const own = connection()
  if (own) return { workspaceId: own.workspaceId, documentKey: own.documentKey, audienceId: '' }
  const linked = linkedAudience()
  return linked && { ...linked }
}
