import { array, boolean, literal, maxLength, minLength, object, optional, picklist, pipe, string } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { audienceKinds } from '../../core/kpi/audience.ts'
import type { Backend } from '../backend.ts'
import { newKey, secretOf } from '../document-secret.ts'
import { route } from '../request/route.ts'
import { findAudience } from '../store/audience.ts'
import { audienceLinkRemoval } from '../store/audience-link.ts'
import { told } from '../store/audit-trail.ts'
import {
  type DocumentKey,
  documentKeys,
  documentKeyWrite,
  ending,
  findDocumentKey,
  grantSchema,
  isOver,
  revocation,
} from '../store/document-key.ts'
import { once } from '../store/operation.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { idSchema, inWorkspace } from './parameters.ts'

const tag = 'Document keys'
const path = '/v1/workspaces/{workspaceId}/document-keys'
const inKey = object({ ...inWorkspace.entries, keyId: idSchema })
/** For so long a key goes on beside the one that was made in its place. */
const OVERLAP_HOURS = 24
const HOUR = 3_600_000

const example = {
  keyId: 'q1W0b5n3pF7Zs2d9C4x8Vt6yLkHjMgRaEuIoQwPzXcY',
  documentKey: 'Zk3vT9aQmB1x0LrE.n0B7s2Kq5hX9vD4mC1tJ8wR3yL6pF0aZgU2eI7oQbVk',
  spreadsheetId: '1AbCdEf',
  grants: ['figures' as const],
}
const madeEntries = { keyId: idSchema, documentKey: string(), spreadsheetId: string(), grants: array(grantSchema) }

export const documentKeyRoutes = [
  route({
    operationId: 'createDocumentKey',
    summary: 'Make a read-only key for the live functions of one spreadsheet',
    description:
      'Its secret is random and kept only as a hash, and sealed in the record of this operation: the same Idempotency-Key is given the same key again. It is good in that spreadsheet alone.',
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({
      spreadsheetId: pipe(string(), minLength(1), maxLength(200)),
      spreadsheetTitle: optional(pipe(string(), maxLength(300)), ''),
      grants: optional(pipe(array(grantSchema), minLength(1)), ['figures']),
    }),
    reply: object(madeEntries),
    status: 201,
    example: {
      body: { spreadsheetId: '1AbCdEf', spreadsheetTitle: 'Customers', grants: ['figures'] },
      reply: example,
    },
    async handle(call) {
      const { backend, workspace, person, body, operation } = call
      const place = workspace.partition()
      const made = await once(backend, place, operation, async () => {
        const { spreadsheetId, spreadsheetTitle: title, grants } = body
        const kept = newKey(backend, place, operation)
        const about = { keyId: kept.keyId, spreadsheetId, grants }
        const createdAt = backend.now().toISOString()
        const key = { ...about, title, createdAt, createdBy: person.email }
        return {
          writes: [documentKeyWrite(workspace, key)],
          result: { ...about, ...kept },
          told: told(call, 'keyMade', about),
        }
      })
      const { sealed: _, ...key } = made
      return { ...key, documentKey: `${workspace.id}.${secretOf(backend, place, operation, made)}` }
    },
  }),
  route({
    operationId: 'listDocumentKeys',
    summary: 'The keys that are good: of which spreadsheets, what they read, who made them, when they were last used',
    description: `\`lastUsedAt\` is to the hour. A key that was renewed is good until \`expiresAt\`. The newest come first.`,
    tag,
    method: 'get',
    path,
    writes: false,
    params: inWorkspace,
    reply: object({
      keys: array(
        object({
          keyId: idSchema,
          spreadsheetId: string(),
          title: string(),
          grants: array(grantSchema),
          audience: optional(object({ audienceId: idSchema, kind: picklist(audienceKinds), name: string() })),
          createdAt: string(),
          createdBy: string(),
          lastUsedAt: optional(string()),
          expiresAt: optional(string()),
        }),
      ),
      /** Whether who asks may renew and revoke them. */
      mayChange: boolean(),
    }),
    example: {
      reply: {
        keys: [
          {
            keyId: example.keyId,
            spreadsheetId: '1AbCdEf',
            title: 'Customers',
            grants: ['figures', 'facts', 'kpis'],
            createdAt: '2026-03-01T08:00:00.000Z',
            createdBy: 'ada@example.com',
            lastUsedAt: '2026-03-31T08:00:00.000Z',
          },
        ],
        mayChange: true,
      },
    },
    async handle({ backend, workspace, role }) {
      const keys = await documentKeys(backend, workspace, backend.now())
      const audiences = await audiencesOf(backend, workspace, keys)
      return {
        // Neither what is for the table alone nor the audience's bare id.
        keys: keys.map(({ ttl: _, audience: id, ...key }) => {
          const audience = id !== undefined && audiences.get(id)
          return { ...key, ...(audience && { audience }) }
        }),
        mayChange: role === 'admin',
      }
    },
  }),
  route({
    operationId: 'renewDocumentKey',
    summary: 'Make another key in the place of one, which goes on for 24 hours',
    description:
      'The new key reads the same in the same spreadsheet. The same Idempotency-Key is given the same key again. An audience’s key is renewed by a new one-time code instead.',
    tag,
    method: 'post',
    path: `${path}/{keyId}/renew`,
    writes: true,
    params: inKey,
    reply: object({ ...madeEntries, replaced: object({ keyId: idSchema, expiresAt: string() }) }),
    status: 201,
    example: {
      reply: { ...example, replaced: { keyId: example.keyId, expiresAt: '2026-04-01T08:00:00.000Z' } },
    },
    errors: {
      400: 'The key is of an audience (`documentKeyOfAudience`).',
      409: 'The key was renewed before (`stale`), or the Idempotency-Key came before with another request.',
    },
    async handle(call) {
      const { backend, workspace, person, params, operation } = call
      const place = workspace.partition()
      const made = await once(backend, place, operation, async () => {
        const now = backend.now()
        const before = await findDocumentKey(backend, workspace, params.keyId)
        if (!before || isOver(before, now)) throw new InputError('notFound', undefined)
        if (before.audience !== undefined) throw new InputError('documentKeyOfAudience', undefined)
        const { spreadsheetId, title, grants } = before
        const kept = newKey(backend, place, operation)
        const about = { keyId: kept.keyId, spreadsheetId, grants }
        const createdAt = now.toISOString()
        const expiresAt = new Date(now.getTime() + OVERLAP_HOURS * HOUR).toISOString()
        return {
          writes: [
            ending(workspace, before.keyId, expiresAt),
            documentKeyWrite(workspace, { ...about, title, createdAt, createdBy: person.email }),
          ],
          result: { ...about, ...kept, replaced: { keyId: before.keyId, expiresAt } },
          told: told(call, 'keyRotated', { ...about, replaced: before.keyId }),
        }
      })
      const { sealed: _, ...key } = made
      return { ...key, documentKey: `${workspace.id}.${secretOf(backend, place, operation, made)}` }
    },
  }),
  route({
    operationId: 'revokeDocumentKey',
    summary: 'Make a document key useless, at once',
    tag,
    method: 'delete',
    path: `${path}/{keyId}`,
    writes: true,
    params: inKey,
    reply: object({ keyId: idSchema, revoked: literal(true) }),
    async handle(call) {
      const { backend, workspace, params, operation } = call
      const { keyId } = params
      return once(backend, workspace.partition(), operation, async () => {
        const audience = (await findDocumentKey(backend, workspace, keyId))?.audience
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

/** The audiences that keys are of, by their ids. */
async function audiencesOf(backend: Backend, workspace: WorkspaceKey, keys: DocumentKey[]) {
  const ids = [...new Set(keys.flatMap(({ audience }) => audience ?? []))]
  const found = await Promise.all(ids.map((id) => findAudience(backend, workspace, id)))
  return new Map(
    found.flatMap((audience) => {
      if (!audience) return []
      const { audienceId, kind, name } = audience
      return [[audienceId, { audienceId, kind, name }] as const]
    }),
  )
}
