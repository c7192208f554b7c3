import {
  answerInvitation as answer,
  changeMember as change,
  inviteMember as invite,
  leaveTeam as leave,
  type MemberDraft,
  removeMember as remove,
  renameWorkspace as rename,
  type Team,
  type TeamInvitation,
  team as teamNow,
  withdrawInvitation as withdraw,
} from '../team/team.ts'
import { inWords } from '../user-language.ts'
import type { ConnectedWorkspace } from '../workspace/connection.ts'

/** Who works in the workspace, or whom to ask for being let in. */
export function team(): Team {
  return inWords(teamNow)
}

/** Invites somebody by the e-mail address of their Google account. */
export function inviteMember(email: string, draft: MemberDraft, operationId: string): TeamInvitation {
  return inWords(() => invite(email, draft, operationId))
}

/** Takes an invitation back, or one that was declined or ran out from the list. */
export function withdrawInvitation(invitationId: string, operationId: string): void {
  inWords(() => withdraw(invitationId, operationId))
}

/** Gives a member a role and positions. */
export function changeMember(memberId: string, draft: MemberDraft, operationId: string): void {
  inWords(() => change(memberId, draft, operationId))
}

/** Takes a member out of the workspace, and tells how many open complaints they leave. */
export function removeMember(memberId: string, operationId: string): number {
  return inWords(() => remove(memberId, operationId))
}

/** Leaves the workspace. */
export function leaveTeam(operationId: string): void {
  inWords(() => leave(operationId))
}

/** Accepts or declines an invitation of one's own. */
export function answerInvitation(invitationId: string, accepts: boolean, operationId: string): void {
  inWords(() => answer(invitationId, accepts, operationId))
}

/** Gives the workspace another name. */
export function renameWorkspace(name: string, operationId: string): ConnectedWorkspace {
  return inWords(() => rename(name, operationId))
}
