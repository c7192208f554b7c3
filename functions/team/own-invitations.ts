import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import type { Person } from '../identity.ts'
import { type Told, told } from '../store/audit-trail.ts'
import { memberWrites } from '../store/member.ts'
import { answerWrites, findMemberInvitation, isOpenInvitation } from '../store/member-invitation.ts'
import { type Operation, once } from '../store/operation.ts'
import type { Write } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import { PersonKey, WorkspaceKey } from '../store/workspace-key.ts'
import { invitedHash } from './invite.ts'

/** The invitations that somebody can accept, by the e-mail address that their token proves. */
export async function ownInvitations(backend: Backend, person: Person) {
  const now = backend.now().toISOString()
  const invited = await WorkspaceKey.allOfInvited(backend, invitedHash(backend, person.email))
  const found = await Promise.all(
    invited.map(async ({ workspace, invitationId }) => {
      const invitation = await findMemberInvitation(backend, workspace, invitationId)
      if (!invitation || !isOpenInvitation(invitation, now)) return []
      const { name } = await getWorkspace(backend, workspace)
      return [{ workspace, invitation, name }]
    }),
  )
  return found.flat()
}

/**
 * Makes somebody a member, by their `sub` from then on.
 *
 * @throws InputError `invitationGone` where there is none for their address, `alreadyMember`.
 */
export function acceptInvitation(backend: Backend, person: Person, invitationId: string, operation: Operation) {
  return answered(backend, person, operation, async () => {
    const { workspace, invitation, name } = await ownInvitation(backend, person, invitationId)
    if (await WorkspaceKey.ofMember(backend, person, workspace.id))
      throw new InputError('alreadyMember', { email: person.email })
    const { role, positions } = invitation
    const at = backend.now().toISOString()
    const writes = [
      ...answerWrites(workspace, invitedHash(backend, person.email), invitation, {
        accepted: { sub: person.sub, at },
      }),
      ...memberWrites(workspace, person, { role, positions, joinedAt: at }),
    ]
    return {
      writes,
      result: { workspaceId: workspace.id, name, role, positions },
      told: told({ backend, workspace, person }, 'memberJoined', { invitationId, role, positions }),
    }
  })
}

/** Says no to an invitation, which its workspace sees. @throws InputError `invitationGone` */
export function declineInvitation(backend: Backend, person: Person, invitationId: string, operation: Operation) {
  return answered(backend, person, operation, async () => {
    const { workspace, invitation } = await ownInvitation(backend, person, invitationId)
    const answer = { declinedAt: backend.now().toISOString() }
    const writes = answerWrites(workspace, invitedHash(backend, person.email), invitation, answer)
    return {
      writes,
      result: { invitationId, declined: true as const },
      told: told({ backend, workspace, person }, 'invitationDeclined', { invitationId }),
    }
  })
}

function answered<R>(
  backend: Backend,
  person: Person,
  operation: Operation,
  effect: () => Promise<{ writes: Write[]; result: R; told: Told }>,
): Promise<R> {
  const refused = () => new InputError('invitationGone', undefined)
  return once(backend, new PersonKey(person).partition(), operation, async () => ({ ...(await effect()), refused }))
}

async function ownInvitation(backend: Backend, person: Person, id: string) {
  const found = (await ownInvitations(backend, person)).find(({ invitation }) => invitation.invitationId === id)
  if (!found) throw new InputError('invitationGone', undefined)
  return found
}
