import { array, nullable, number, object, optional, picklist, string } from 'valibot'
import { checkedQuestion } from '../../core/complaint/checked-question.ts'
import { complaintCuts } from '../../core/complaint/complaint-cut.ts'
import { complaintMetrics } from '../../core/complaint/complaint-measures.ts'
import { route } from '../request/route.ts'
import { storedComplaintFigures } from '../store/complaint-figures.ts'
import { inWorkspace } from './parameters.ts'

export const complaintFigureRoutes = [
  route({
    operationId: 'complaintFigures',
    summary: 'A figure of the complaint desk, by a cut if wanted',
    description:
      "Only complaints count, not enquiries, suggestions or praise. `from` and `to` are days of the workspace's time zone, both counted in. OPEN counts what was not closed at the end of `to`; AT_RISK what is at risk now, of those received in the period; BREACHED what first missed a target in the period; times are business hours; rates are decimals.",
    tag: 'Complaints',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/complaint-figures',
    who: 'viewer',
    writes: false,
    params: inWorkspace,
    query: object({
      metric: optional(picklist(complaintMetrics), 'OPEN'),
      by: optional(picklist(complaintCuts)),
      value: optional(string()),
      from: optional(string()),
      to: optional(string()),
    }),
    reply: object({
      asOf: string(),
      metric: picklist(complaintMetrics),
      by: optional(picklist(complaintCuts)),
      rows: array(object({ value: string(), n: number(), figure: nullable(number()) })),
    }),
    async handle({ backend, workspace, query }) {
      const asOf = backend.now().toISOString()
      const question = checkedQuestion(query)
      const rows = await storedComplaintFigures(backend, workspace, question, asOf)
      return { asOf, metric: question.metric, ...(question.by && { by: question.by }), rows }
    },
  }),
]
