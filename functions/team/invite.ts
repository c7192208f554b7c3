import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import type { Person } from '../identity.ts'
import { signature } from '../secrets.ts'
import { told } from '../store/audit-trail.ts'
import { members } from '../store/member.ts'
import {
  findMemberInvitation,
  INVITATION_DAYS,
  invitationRemoval,
  isOpenInvitation,
  type MemberInvitation,
  memberInvitations,
  memberInvitationWrites,
} from '../store/member-invitation.ts'
import { type Operation, once } from '../store/operation.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** Members and invitations together. */
const MOST = 500
const DAY = 86_400_000

/** The hash by which whoever has an address finds its invitations: keyed, since addresses can be guessed. */
export function invitedHash({ signingKey }: Backend, email: string): string {
  return signature(signingKey, 'invited e-mail', email.toLowerCase())
}

/**
 * Invites an address, or invites it anew: the latest invitation holds, for 14 days.
 *
 * @throws InputError `alreadyMember`, `teamFull`, `stale` where it was answered at that moment.
 */
export function invited(
  backend: Backend,
  workspace: WorkspaceKey,
  asked: Pick<MemberInvitation, 'email' | 'role' | 'positions'> & { by: Person },
  operation: Operation,
): Promise<MemberInvitation> {
  const { by, ...given } = asked
  return once(backend, workspace.partition(), operation, async () => {
    const emailHash = invitedHash(backend, given.email)
    const invitationId = signature(backend.signingKey, 'invitation', workspace.id, emailHash)
    const [team, all, before] = await Promise.all([
      members(backend, workspace),
      memberInvitations(backend, workspace),
      findMemberInvitation(backend, workspace, invitationId),
    ])
    const now = backend.now()
    if (team.some(({ email }) => email.toLowerCase() === given.email.toLowerCase()))
      throw new InputError('alreadyMember', { email: given.email })
    const waiting = all.filter((each) => isOpenInvitation(each, now.toISOString()))
    if (team.length + waiting.length >= MOST) throw new InputError('teamFull', { most: MOST })
    const invitation = {
      invitationId,
      ...given,
      invitedBy: { name: by.name, email: by.email },
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY).toISOString(),
      madeBy: operation.id,
    }
    const { role, positions } = given
    return {
      writes: memberInvitationWrites(workspace, emailHash, invitation, before),
      result: invitation,
      told: told({ backend, workspace, person: by }, 'memberInvited', { invitationId, role, positions }),
    }
  })
}

/** Takes an invitation back. @throws InputError `notFound` where there is none that could be accepted or was declined. */
export function withdrawn(
  backend: Backend,
  workspace: WorkspaceKey,
  { invitationId, by }: { invitationId: string; by: Person },
  operation: Operation,
) {
  return once(backend, workspace.partition(), operation, async () => {
    const before = await findMemberInvitation(backend, workspace, invitationId)
    if (!before || before.accepted) throw new InputError('notFound', undefined)
    const writes = invitationRemoval(workspace, invitedHash(backend, before.email), before)
    return {
      writes,
      result: { invitationId, withdrawn: true as const },
      told: told({ backend, workspace, person: by }, 'invitationWithdrawn', { invitationId }),
    }
  })
}
