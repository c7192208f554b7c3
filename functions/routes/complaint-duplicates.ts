import { array, maxLength, object, optional, pipe, string, trim } from 'valibot'
import { likelyDuplicates } from '../complaint/likely-duplicates.ts'
import { route } from '../request/route.ts'
import { complaintReply, complaintReplySchema } from './complaint-reply.ts'
import { customerIdSchema } from './customers.ts'
import { inWorkspace } from './parameters.ts'

export const complaintDuplicateRoutes = [
  route({
    operationId: 'likelyDuplicates',
    summary: 'What a customer may have told already',
    description:
      "The customer's complaints, enquiries, suggestions and praise that are not closed or came in during the last 30 days, and are of the same category or share half of the words; the likeliest first, five at the most. Nothing is stored.",
    tag: 'Complaints',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/complaint-duplicates',
    writes: false,
    params: inWorkspace,
    body: object({
      customerId: customerIdSchema,
      category: optional(pipe(string(), trim(), maxLength(200)), ''),
      description: optional(pipe(string(), trim(), maxLength(10_000)), ''),
    }),
    reply: object({ complaints: array(complaintReplySchema) }),
    example: { body: { customerId: 'C-1001', category: 'Delivery', description: 'The pallet arrived wet.' } },
    async handle({ backend, workspace, body }) {
      const now = backend.now().toISOString()
      const found = await likelyDuplicates(backend, workspace, body, now)
      return { complaints: found.map((complaint) => complaintReply(complaint, now)) }
    },
  }),
]
