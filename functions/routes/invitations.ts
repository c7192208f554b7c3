import { array, email, literal, maxLength, object, optional, picklist, pipe, string, trim } from 'valibot'
import { route } from '../request/route.ts'
import { isOpenInvitation, type MemberInvitation, memberInvitations } from '../store/member-invitation.ts'
import { roleSchema } from '../store/workspace-key.ts'
import { invited, withdrawn } from '../team/invite.ts'
import { acceptInvitation, declineInvitation, ownInvitations } from '../team/own-invitations.ts'
import { positionsSchema } from './members.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Members'
const path = '/v1/workspaces/{workspaceId}/invitations'
const onInvitation = object({ invitationId: idSchema })
const byWhom = object({ name: string(), email: string() })
const gone = { 404: 'No such invitation is open for your e-mail address (`invitationGone`).' }

const invitationReply = object({
  invitationId: idSchema,
  email: string(),
  role: roleSchema,
  positions: array(string()),
  invitedBy: byWhom,
  createdAt: string(),
  expiresAt: string(),
  state: picklist(['open', 'declined', 'expired']),
})
const bo = {
  invitationId: 'q1W0b5n3pF7Zs2d9C4x8Vt6yLkHjMgRaEuIoQwPzXcY',
  email: 'bo@example.com',
  role: 'editor' as const,
  positions: ['Regional manager'],
}
const by = { name: 'Ann', email: 'ann@example.com' }
const times = { createdAt: '2026-03-10T08:00:00.000Z', expiresAt: '2026-03-24T08:00:00.000Z' }
const joined = object({ workspaceId: idSchema, name: string(), role: roleSchema, positions: array(string()) })

export const invitationRoutes = [
  route({
    operationId: 'createInvitation',
    summary: 'Invite somebody by their e-mail address',
    description:
      'Good for 14 days, for whoever signs in with that address, which Google has verified; upper and lower case are the same. An address that is invited again has the latest invitation alone. No mail is sent: they see it in the add-on.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({
      email: pipe(string(), trim(), maxLength(254), email('email')),
      role: roleSchema,
      positions: optional(positionsSchema, []),
    }),
    reply: invitationReply,
    status: 201,
    example: {
      body: { email: bo.email, role: bo.role, positions: bo.positions },
      reply: { ...bo, invitedBy: by, ...times, state: 'open' },
    },
    errors: { 400: 'Somebody with that address is a member (`alreadyMember`), or the team is full (`teamFull`).' },
    async handle({ backend, workspace, person, body, operation }) {
      return told(await invited(backend, workspace, { ...body, by: person }, operation), backend.now())
    },
  }),
  route({
    operationId: 'listInvitations',
    summary: 'Invitations that wait, were declined or ran out, the latest first',
    tag,
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    reply: object({ invitations: array(invitationReply) }),
    async handle({ backend, workspace }) {
      const all = await memberInvitations(backend, workspace)
      return { invitations: all.map((each) => told(each, backend.now())) }
    },
  }),
  route({
    operationId: 'withdrawInvitation',
    summary: 'Take an invitation back, or one that was declined or ran out from the list',
    tag,
    method: 'delete',
    path: `${path}/{invitationId}`,
    writes: true,
    params: object({ ...inWorkspace.entries, ...onInvitation.entries }),
    reply: object({ invitationId: idSchema, withdrawn: literal(true) }),
    async handle({ backend, workspace, person, params: { invitationId }, operation }) {
      return withdrawn(backend, workspace, { invitationId, by: person }, operation)
    },
  }),
  route({
    operationId: 'listOwnInvitations',
    summary: 'The invitations that you can accept, by the e-mail address of your token',
    tag,
    method: 'get',
    path: '/v1/invitations',
    writes: false,
    reply: object({
      invitations: array(
        object({
          invitationId: idSchema,
          workspaceId: idSchema,
          name: string(),
          role: roleSchema,
          positions: array(string()),
          invitedBy: byWhom,
          expiresAt: string(),
        }),
      ),
    }),
    async handle({ backend, person }) {
      const open = await ownInvitations(backend, person)
      const invitations = open.map(({ workspace, name, invitation }) => {
        const { invitationId, role, positions, invitedBy, expiresAt } = invitation
        return { invitationId, workspaceId: workspace.id, name, role, positions, invitedBy, expiresAt }
      })
      return { invitations }
    },
  }),
  route({
    operationId: 'acceptInvitation',
    summary: 'Become a member by an invitation',
    description: 'The membership goes by your account from then on, whatever becomes of your address.',
    tag,
    method: 'post',
    path: '/v1/invitations/{invitationId}/accept',
    writes: true,
    params: onInvitation,
    reply: joined,
    errors: gone,
    async handle({ backend, person, params: { invitationId }, operation }) {
      return acceptInvitation(backend, person, invitationId, operation)
    },
  }),
  route({
    operationId: 'declineInvitation',
    summary: 'Say no to an invitation',
    tag,
    method: 'post',
    path: '/v1/invitations/{invitationId}/decline',
    writes: true,
    params: onInvitation,
    reply: object({ invitationId: idSchema, declined: literal(true) }),
    errors: gone,
    async handle({ backend, person, params: { invitationId }, operation }) {
      return declineInvitation(backend, person, invitationId, operation)
    },
  }),
]

function told(invitation: MemberInvitation, now: Date) {
  const { madeBy: _, accepted: _accepted, declinedAt, ...shown } = invitation
  const ended = declinedAt ? ('declined' as const) : ('expired' as const)
  return { ...shown, state: isOpenInvitation(invitation, now.toISOString()) ? ('open' as const) : ended }
}
