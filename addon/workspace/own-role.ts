import type { TeamRole } from '../team/team.ts'
import { callApi } from './api.ts'
import { requiredConnection } from './connection.ts'

export type Memberships = { workspaces: { workspaceId: string; role: TeamRole }[] }

/** Asks for the workspaces that the person at work belongs to. */
export const askMemberships = { method: 'get', path: '/v1/workspaces' } as const

/** The role that somebody has in this spreadsheet's workspace, by what was answered; null for whoever is no member. */
export function roleAmong({ workspaces }: Memberships): TeamRole | null {
  const { workspaceId } = requiredConnection()
  return workspaces.find((each) => each.workspaceId === workspaceId)?.role ?? null
}

/** The role of the person at work in this spreadsheet's workspace; null for whoever is no member. */
export function ownRole(): TeamRole | null {
  return roleAmong(callApi<Memberships>(askMemberships))
}
