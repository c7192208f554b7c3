import type { AudienceKind } from '../../core/kpi/audience.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import type { TeamMember } from '../team/team.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A spreadsheet that reads an audience's KPIs; times are of this spreadsheet's zone. */
type LinkedSpreadsheet = { keyId: string; title: string; linkedBy: string; since: string; lastReadAt?: string }
export type SharedKpi = { kpi: string; by: KpiCut | ''; label: string; asOf: string; since: string }
export type Audience = {
  audienceId: string
  kind: AudienceKind
  name: string
  kpis: SharedKpi[]
  links: LinkedSpreadsheet[]
}
/** A code is shown once; `expiresAt` is an instant. */
export type AudienceCode = { code: string; expiresAt: string }

/** Whom an audience can be named after: the team's positions, and its accounts. */
export type KnownNames = { positions: string[]; accounts: string[] }

/** The audiences, and whom others could be for. */
export function audiencesAndTeam(): { audiences: Audience[]; known: KnownNames } {
  const members = `/v1/workspaces/${requiredConnection().workspaceId}/members`
  const [listed, team] = callApiAtOnce<[{ audiences: Audience[] }, { members: TeamMember[] }]>([
    { method: 'get', path: path() },
    { method: 'get', path: members },
  ])
  const positions = [...new Set(team.members.flatMap((member) => member.positions))].sort()
  return { audiences: listed.audiences, known: { positions, accounts: team.members.map(({ email }) => email) } }
}

/** The workspace's audiences in the order in which they were made. */
export function listAudiences(): Audience[] {
  return callApi<{ audiences: Audience[] }>({ method: 'get', path: path() }).audiences
}

export function createAudience(kind: AudienceKind, name: string, operationId: string): void {
  callApi({ method: 'post', path: path(), body: { kind, name }, operationId })
}

export function removeAudience(audienceId: string, operationId: string): void {
  callApi({ method: 'delete', path: `${path()}/${audienceId}`, operationId })
}

export function makeAudienceCode(audienceId: string, operationId: string): AudienceCode {
  return callApi<AudienceCode>({ method: 'post', path: `${path()}/${audienceId}/codes`, operationId })
}

export function unlinkSpreadsheet(audienceId: string, keyId: string, operationId: string): void {
  callApi({ method: 'delete', path: `${path()}/${audienceId}/links/${keyId}`, operationId })
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/audiences`
}
