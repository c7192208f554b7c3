import { array, literal, maxLength, minValue, number, object, optional, pipe, regex, string } from 'valibot'
import { route } from '../request/route.ts'
import { told } from '../store/audit-trail.ts'
import { members } from '../store/member.ts'
import { once } from '../store/operation.ts'
import { renaming } from '../store/workspace.ts'
import { roleSchema } from '../store/workspace-key.ts'
import { changedMember, leftWorkspace, removedMember } from '../team/change-members.ts'
import { idSchema, inWorkspace, labelSchema } from './parameters.ts'

const tag = 'Members'
const path = '/v1/workspaces/{workspaceId}'

/** The issuer's name for a person. */
const memberIdSchema = pipe(string(), regex(/^[\x21-\x7e]{1,255}$/, 'id'))
const inMember = object({ ...inWorkspace.entries, memberId: memberIdSchema })
export const positionsSchema = pipe(array(labelSchema), maxLength(10))
const memberReply = object({
  memberId: memberIdSchema,
  email: string(),
  name: string(),
  role: roleSchema,
  positions: array(string()),
  joinedAt: optional(string()),
})
const removedReply = object({
  memberId: memberIdSchema,
  removed: literal(true),
  openComplaints: pipe(number(), minValue(0)),
})
const ann = {
  memberId: '117300000000000000000',
  email: 'ann@example.com',
  name: 'Ann',
  role: 'editor' as const,
  positions: ['Regional manager'],
  joinedAt: '2026-03-10T08:00:00.000Z',
}

export const memberRoutes = [
  route({
    operationId: 'listMembers',
    summary: 'Who belongs to the workspace, as what, and in which positions',
    tag,
    method: 'get',
    path: `${path}/members`,
    writes: false,
    params: inWorkspace,
    reply: object({
      /** The caller among them. */
      me: memberIdSchema,
      members: array(memberReply),
    }),
    example: { reply: { me: ann.memberId, members: [ann] } },
    async handle({ backend, workspace, person }) {
      const all = await members(backend, workspace)
      return { me: person.sub, members: all.map(({ sub, ...member }) => ({ memberId: sub, ...member })) }
    },
  }),
  route({
    operationId: 'changeMember',
    summary: 'Give a member another role, or other positions',
    description:
      'What is left out stays. A role holds from the next request on. The last admin stays one (`lastAdmin`), also when two admins go at once.',
    tag,
    method: 'patch',
    path: `${path}/members/{memberId}`,
    writes: true,
    params: inMember,
    body: object({ role: optional(roleSchema), positions: optional(positionsSchema) }),
    reply: memberReply,
    example: { body: { role: 'editor', positions: ['Regional manager'] }, reply: ann },
    async handle({ backend, workspace, person, params: { memberId }, body, operation }) {
      const change = { memberId, by: person, ...body }
      const { sub, ...member } = await changedMember(backend, workspace, change, operation)
      return { memberId: sub, ...member }
    },
  }),
  route({
    operationId: 'removeMember',
    summary: 'Take a member out of the workspace',
    description:
      'They may do nothing in it from the next request on. What they made stays: what they entered, the spreadsheets that they connected with their keys, and the complaints that they handle, of which `openComplaints` are not closed.',
    tag,
    method: 'delete',
    path: `${path}/members/{memberId}`,
    writes: true,
    params: inMember,
    reply: removedReply,
    example: { reply: { memberId: ann.memberId, removed: true, openComplaints: 2 } },
    async handle({ backend, workspace, person, params: { memberId }, operation }) {
      return removedMember(backend, workspace, { memberId, by: person }, operation)
    },
  }),
  route({
    operationId: 'leaveWorkspace',
    summary: 'Leave a workspace that you belong to',
    description: 'Its last admin makes somebody else one first (`lastAdmin`).',
    tag,
    method: 'post',
    path: `${path}/leave`,
    writes: true,
    params: inWorkspace,
    reply: removedReply,
    errors: { 404: 'You do not belong to it.' },
    async handle({ backend, person, params: { workspaceId }, operation }) {
      return leftWorkspace(backend, person, workspaceId, operation)
    },
  }),
  route({
    operationId: 'renameWorkspace',
    summary: 'Give the workspace another name',
    tag: 'Workspaces',
    method: 'patch',
    path,
    writes: true,
    params: inWorkspace,
    body: object({ name: labelSchema }),
    reply: object({ workspaceId: idSchema, name: string() }),
    example: { body: { name: 'Key accounts' }, reply: { workspaceId: 'Zk3vT9aQmB1x0LrE', name: 'Key accounts' } },
    async handle(call) {
      const { backend, workspace, body, operation } = call
      return once(backend, workspace.partition(), operation, async () => {
        const writes = [renaming(workspace, body.name)]
        const result = { workspaceId: workspace.id, ...body }
        return { writes, result, told: told(call, 'workspaceRenamed', body) }
      })
    },
  }),
]
