import { literal, object, optional, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { formAddress, newFormLink } from '../complaint/public-link.ts'
import { route } from '../request/route.ts'
import { told } from '../store/audit-trail.ts'
import { findFormLink, formLinkRevocation, formLinkWrites } from '../store/complaint-link.ts'
import { once } from '../store/operation.ts'
import { inWorkspace, labelSchema } from './parameters.ts'

const tag = 'Complaints'
const path = '/v1/workspaces/{workspaceId}/complaint-link'
const link = 'https://api.example.com/c/Zk3vT9aQmB1x0LrE.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0'

export const complaintLinkRoutes = [
  route({
    operationId: 'createComplaintLink',
    summary: 'Make the link of the public form by which customers write to the desk',
    description:
      'A workspace has one: where there is one it stays, and takes the channel that is given. What comes by it carries that channel.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({ channel: optional(labelSchema, 'web') }),
    reply: object({ link: string(), channel: string() }),
    status: 201,
    example: { body: { channel: 'web' }, reply: { link, channel: 'web' } },
    async handle(call) {
      const { backend, workspace, body, operation } = call
      const { channel } = body
      const made = await once(backend, workspace.partition(), operation, async () => {
        const before = await findFormLink(backend, workspace)
        const { madeBy, createdAt } = before ?? { madeBy: operation.id, createdAt: backend.now().toISOString() }
        const made = newFormLink(backend, workspace, { channel, madeBy, createdAt })
        const writes = formLinkWrites(workspace, made, before !== undefined)
        const isSame = before?.channel === channel
        const act = isSame ? undefined : told(call, 'complaintLinkMade', { channel, before: before?.channel })
        return { writes, result: { madeBy }, told: act }
      })
      return { link: formAddress(backend, workspace, made), channel }
    },
  }),
  route({
    operationId: 'getComplaintLink',
    summary: 'The link of the public form; nothing where there is none',
    tag,
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    reply: object({ link: optional(string()), channel: optional(string()) }),
    example: { reply: { link, channel: 'web' } },
    async handle({ backend, workspace }) {
      const made = await findFormLink(backend, workspace)
      return made ? { link: formAddress(backend, workspace, made), channel: made.channel } : {}
    },
  }),
  route({
    operationId: 'revokeComplaintLink',
    summary: 'Make the link of the public form useless; the next one is another',
    tag,
    method: 'delete',
    path,
    writes: true,
    params: inWorkspace,
    reply: object({ revoked: literal(true) }),
    example: { reply: { revoked: true } },
    errors: { 404: 'There is no link.' },
    async handle(call) {
      const { backend, workspace, operation } = call
      return once(backend, workspace.partition(), operation, async () => {
        const made = await findFormLink(backend, workspace)
        if (!made) throw new InputError('notFound', undefined)
        const { channel } = made
        return {
          writes: formLinkRevocation(workspace, made),
          result: { revoked: true as const },
          told: told(call, 'complaintLinkRevoked', { channel }),
        }
      })
    },
  }),
]
