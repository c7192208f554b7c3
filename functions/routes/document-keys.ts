import { array, literal, maxLength, minLength, object, optional, pipe, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { route } from '../request/route.ts'
import { digest, signature } from '../secrets.ts'
import { audienceLinkRemoval } from '../store/audience-link.ts'
import { told } from '../store/audit-trail.ts'
import { audienceOfKey, documentKeyWrite, grantSchema, revocation } from '../store/document-key.ts'
import { once } from '../store/operation.ts'
import { idSchema, inWorkspace } from './parameters.ts'

export const documentKeyRoutes = [
  route({
    operationId: 'createDocumentKey',
    summary: 'Make a read-only key for the live functions of one spreadsheet',
    description: 'The key is kept only as a hash. The same Idempotency-Key is given the same key again.',
    tag: 'Document keys',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/document-keys',
    writes: true,
    params: inWorkspace,
    body: object({
      spreadsheetId: pipe(string(), minLength(1), maxLength(200)),
      grants: optional(pipe(array(grantSchema), minLength(1)), ['figures']),
    }),
    reply: object({ keyId: idSchema, documentKey: string(), spreadsheetId: string(), grants: array(grantSchema) }),
    status: 201,
    example: {
      body: { spreadsheetId: '1AbCdEf', grants: ['figures'] },
      reply: {
        keyId: 'q1W0b5n3pF7Zs2d9C4x8Vt6yLkHjMgRaEuIoQwPzXcY',
        documentKey: 'Zk3vT9aQmB1x0LrE.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk',
        spreadsheetId: '1AbCdEf',
        grants: ['figures'],
      },
    },
    async handle(call) {
      const { backend, workspace, body, operation } = call
      const secret = signature(backend.signingKey, 'document key', workspace.id, operation.id)
      const keyId = digest(secret)
      const made = await once(backend, workspace.partition(), operation, async () => {
        const createdAt = backend.now().toISOString()
        const writes = [documentKeyWrite(workspace, keyId, { kind: 'document', ...body, createdAt })]
        return { writes, result: body, told: told(call, 'keyMade', { keyId, ...body }) }
      })
      return { keyId, documentKey: `${workspace.id}.${secret}`, ...made }
    },
  }),
  route({
    operationId: 'revokeDocumentKey',
    summary: 'Make a document key useless',
    tag: 'Document keys',
    method: 'delete',
    path: '/v1/workspaces/{workspaceId}/document-keys/{keyId}',
    writes: true,
    params: object({ ...inWorkspace.entries, keyId: idSchema }),
    reply: object({ keyId: idSchema, revoked: literal(true) }),
    async handle(call) {
      const { backend, workspace, params, operation } = call
      const { keyId } = params
      return once(backend, workspace.partition(), operation, async () => {
        const audience = await audienceOfKey(backend, workspace, keyId)
        return {
          writes: [
            revocation(workspace, keyId),
            ...(audience ? [audienceLinkRemoval(workspace, audience, keyId)] : []),
          ],
          result: { keyId, revoked: true as const },
          told: told(call, 'keyRevoked', { keyId, audience }),
          refused: () => new InputError('notFound', undefined),
        }
      })
    },
  }),
]
