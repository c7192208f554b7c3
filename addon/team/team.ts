import { Refusal } from '../refusal.ts'
import { callApi } from '../workspace/api.ts'
import { type ConnectedWorkspace, renameConnection, requiredConnection } from '../workspace/connection.ts'

export type TeamRole = 'admin' | 'editor' | 'viewer'
export type TeamMember = {
  memberId: string
  email: string
  name: string
  role: TeamRole
  positions: string[]
}
/** Times are instants. */
export type TeamInvitation = {
  invitationId: string
  email: string
  role: TeamRole
  positions: string[]
  invitedBy: { name: string; email: string }
  expiresAt: string
  state: 'open' | 'declined' | 'expired'
}
export type OwnInvitation = Omit<TeamInvitation, 'email' | 'state'> & { workspaceId: string; name: string }

/** What a member sees; invitations are for admins. */
type Inside = { me: string; members: TeamMember[]; invitations: TeamInvitation[] }
/** What somebody sees who does not belong to the workspace: whom to ask, and what they can accept. */
type Outside = { admins: string[]; invitation: OwnInvitation | undefined }
export type Team = { workspace: ConnectedWorkspace; inside?: Inside; outside?: Outside }
export type MemberDraft = { role: TeamRole; positions: string[] }

/** Where everyone who opens the spreadsheet finds whom to ask, members or not. */
const property = 'WORKSPACE_ADMINS'

/** The team of this spreadsheet's workspace as the person at work may see it. @throws InputError `notConnected` */
export function team(): Team {
  const { workspaceId, name } = requiredConnection()
  const workspace = { workspaceId, name }
  const listed = teamIfMember()
  if (!listed) return { workspace, outside: { admins: keptAdmins(), invitation: ownInvitation(workspaceId) } }
  keepAdmins(listed.members)
  const isAdmin = listed.members.some(({ memberId, role }) => memberId === listed.me && role === 'admin')
  const invitations = isAdmin
    ? callApi<{ invitations: TeamInvitation[] }>({ method: 'get', path: path('/invitations') }).invitations
    : []
  return { workspace, inside: { ...listed, invitations } }
}

/** The members of the workspace; none where the person at work does not belong to it. */
export function teamMembers(): TeamMember[] {
  return teamIfMember()?.members ?? []
}

export function inviteMember(email: string, draft: MemberDraft, operationId: string): TeamInvitation {
  return callApi({ method: 'post', path: path('/invitations'), body: { email, ...draft }, operationId })
}

export function withdrawInvitation(invitationId: string, operationId: string): void {
  callApi({ method: 'delete', path: path(`/invitations/${invitationId}`), operationId })
}

export function changeMember(memberId: string, draft: MemberDraft, operationId: string): void {
  callApi({ method: 'patch', path: memberPath(memberId), body: draft, operationId })
}

/** @returns How many open complaints they leave. */
export function removeMember(memberId: string, operationId: string): number {
  return callApi<{ openComplaints: number }>({ method: 'delete', path: memberPath(memberId), operationId })
    .openComplaints
}

export function leaveTeam(operationId: string): void {
  callApi({ method: 'post', path: path('/leave'), operationId })
}

export function answerInvitation(invitationId: string, accepts: boolean, operationId: string): void {
  const answer = accepts ? 'accept' : 'decline'
  callApi({ method: 'post', path: `/v1/invitations/${invitationId}/${answer}`, operationId })
}

/** Renames the workspace; other spreadsheets of it are called so when their team form is opened. */
export function renameWorkspace(name: string, operationId: string): ConnectedWorkspace {
  const renamed = callApi<ConnectedWorkspace>({ method: 'patch', path: path(''), body: { name }, operationId })
  renameConnection(renamed.name)
  return renamed
}

/** Who works in the workspace, and which of them asks; undefined to somebody from outside. */
export function teamIfMember(): { me: string; members: TeamMember[] } | undefined {
  try {
    return callApi({ method: 'get', path: path('/members') })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') return undefined
    throw error
  }
}

function ownInvitation(workspaceId: string): OwnInvitation | undefined {
  const { invitations } = callApi<{ invitations: OwnInvitation[] }>({ method: 'get', path: '/v1/invitations' })
  return invitations.find((invitation) => invitation.workspaceId === workspaceId)
}

function keptAdmins(): string[] {
  return JSON.parse(PropertiesService.getDocumentProperties().getProperty(property) ?? '[]') as string[]
}

function keepAdmins(members: readonly TeamMember[]): void {
  const admins = members
    .filter(({ role }) => role === 'admin')
    .map(({ name, email }) => (name === email ? email : `${name} (${email})`))
  const text = JSON.stringify(admins)
  const properties = PropertiesService.getDocumentProperties()
  if (properties.getProperty(property) !== text) properties.setProperty(property, text)
}

function memberPath(memberId: string): string {
  return path(`/members/${encodeURIComponent(memberId)}`)
}

function path(rest: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}${rest}`
}
