import {
  array,
  boolean,
  maxLength,
  minLength,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
  union,
  unknown,
} from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { importedComplaintId, importIdSchema, importRowSchema, ROW_ID_LENGTH } from '../complaint/import/import-row.ts'
import { type ImportedRow, importedComplaints } from '../complaint/import/imported-complaints.ts'
import { route } from '../request/route.ts'
import { importMarks } from '../store/complaint-import.ts'
import { once } from '../store/operation.ts'
import { inWorkspace } from './parameters.ts'

const tag = 'Complaints'
const path = '/v1/workspaces/{workspaceId}/complaints/import'

export const importComplaintRoutes = [
  route({
    operationId: 'importComplaints',
    summary: 'Store up to 100 complaints of another system, with their dates',
    description:
      "Each row is accepted, a duplicate, or rejected with its reason. A row is known again by its id: sending rows again takes none of them in twice, whatever the Idempotency-Key. Events are written as they happened, clocks worked out by the policy, and numbers come from the year of reception. Times are days of the workspace's time zone or times with an offset; a day counts from its first moment that is not before what happened earlier. Without `state` the times say how far it got; a step without a time of its own counts at the last one known. What is resolved and rated is closed.",
    tag,
    method: 'post',
    path,
    writes: true,
    params: inWorkspace,
    body: object({ rows: pipe(array(union([importRowSchema, unknown()])), minLength(1), maxLength(100)) }),
    reply: object({
      accepted: number(),
      duplicate: number(),
      rejected: number(),
      rows: array(
        object({
          id: string(),
          status: picklist(['accepted', 'duplicate', 'rejected']),
          complaintId: optional(string()),
          number: optional(string()),
          error: optional(object({ code: string(), message: string() })),
        }),
      ),
    }),
    example: {
      body: {
        rows: [
          {
            id: 'old-4711',
            reference: '4711',
            customerId: 'C-1001',
            channel: 'email',
            category: 'Delivery',
            description: 'The pallet arrived wet.',
            receivedAt: '2025-03-10T09:30:00+08:00',
            firstResponseAt: '2025-03-10T11:00:00+08:00',
            resolvedAt: '2025-03-12',
            state: 'closed',
          },
        ],
      },
      reply: {
        accepted: 1,
        duplicate: 0,
        rejected: 0,
        rows: [{ id: 'old-4711', status: 'accepted', complaintId: 'h2Kp0sVx9QdLrT4mB1x0Lr', number: 'C-2025-000001' }],
      },
    },
    async handle({ backend, workspace, person: { sub, name }, body, operation, messages }) {
      const rows = await once(backend, workspace.partition(), operation, async () => {
        const bringing = { by: { sub, name }, now: backend.now().toISOString(), operation: operation.id }
        return { writes: [], result: await importedComplaints(backend, workspace, body.rows, bringing) }
      })
      const count = (status: ImportedRow['status']) => rows.filter((row) => row.status === status).length
      return {
        accepted: count('accepted'),
        duplicate: count('duplicate'),
        rejected: count('rejected'),
        rows: rows.map((row, at) => told(body.rows[at], row, messages)),
      }
    },
  }),
  route({
    operationId: 'knownComplaints',
    summary: 'Which of up to 2,000 complaints of another system are stored already',
    description: 'By the ids of their rows, in order.',
    tag,
    method: 'post',
    path: `${path}/known`,
    writes: false,
    params: inWorkspace,
    body: object({ ids: pipe(array(importIdSchema), minLength(1), maxLength(2000)) }),
    reply: object({ known: array(boolean()) }),
    example: { body: { ids: ['old-4711'] }, reply: { known: [true] } },
    async handle({ backend, workspace, body }) {
      const ids = body.ids.map(importedComplaintId)
      const marks = await importMarks(backend, workspace, ids)
      return { known: ids.map((id) => marks.has(id)) }
    },
  }),
]

/** A row's outcome in the reader's language, under the id that the row came with, or as much of it as an id may have. */
function told(row: unknown, { error, ...outcome }: ImportedRow, messages: Messages) {
  const { id } = (row ?? {}) as { id?: unknown }
  const known = { ...outcome, id: typeof id === 'string' ? id.slice(0, ROW_ID_LENGTH) : '' }
  if (!error) return known
  const told = new InputError(error.code, error.details as never)
  return { ...known, error: { code: error.code, message: errorText(told, messages) } }
}
