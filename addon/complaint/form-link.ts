import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** The public form by which customers write to the desk; no link where there is none. */
export type FormLink = { link?: string }

export function formLink(): FormLink {
  return callApi({ method: 'get', path: path() })
}

export function makeFormLink(operationId: string): FormLink {
  return callApi({ method: 'post', path: path(), body: {}, operationId })
}

export function revokeFormLink(operationId: string): FormLink {
  callApi({ method: 'delete', path: path(), operationId })
  return {}
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaint-link`
}
