import { array, nullable, number, object, optional, picklist, record, string } from 'valibot'
import { checkedQuestion } from '../../core/complaint/checked-question.ts'
import { complaintCuts } from '../../core/complaint/complaint-cut.ts'
import { complaintMetrics } from '../../core/complaint/complaint-measures.ts'
import { route } from '../request/route.ts'
import { storedComplaintFigures, storedComplaintReport } from '../store/complaint-figures.ts'
import { inWorkspace } from './parameters.ts'

const figureRowsSchema = array(object({ value: string(), n: number(), figure: nullable(number()) }))

export const complaintFigureRoutes = [
  route({
    operationId: 'complaintReport',
    summary: 'All figures of the complaint desk, by a cut if wanted',
    description:
      'As `complaintFigures` gives them one by one, by metric, counted from the same facts at the same moment.',
    tag: 'Complaints',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/complaint-report',
    writes: false,
    params: inWorkspace,
    query: object({
      by: optional(picklist(complaintCuts)),
      value: optional(string()),
      from: optional(string()),
      to: optional(string()),
    }),
    reply: object({
      asOf: string(),
      by: optional(picklist(complaintCuts)),
      metrics: record(picklist(complaintMetrics), figureRowsSchema),
    }),
    async handle({ backend, workspace, query }) {
      const asOf = backend.now().toISOString()
      const { metric, ...question } = checkedQuestion(query)
      const metrics = await storedComplaintReport(backend, workspace, question, asOf)
      return { asOf, ...(question.by && { by: question.by }), metrics }
    },
  }),
  route({
    operationId: 'complaintFigures',
    summary: 'A figure of the complaint desk, by a cut if wanted',
    description:
      "Only complaints count, not enquiries, suggestions or praise. `from` and `to` are days of the desk's time zone, both counted in. OPEN counts what was not closed at the end of `to`; AT_RISK what is at risk now, of those received in the period; BREACHED what first missed a target in the period; times are business hours; rates are decimals.",
    tag: 'Complaints',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/complaint-figures',
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
      rows: figureRowsSchema,
    }),
    async handle({ backend, workspace, query }) {
      const asOf = backend.now().toISOString()
      const question = checkedQuestion(query)
      const rows = await storedComplaintFigures(backend, workspace, question, asOf)
      return { asOf, metric: question.metric, ...(question.by && { by: question.by }), rows }
    },
  }),
]
