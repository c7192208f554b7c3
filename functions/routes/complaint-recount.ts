import { nullable, number, object, picklist, string } from 'valibot'
import { daySchema } from '../../core/calendar/day-schema.ts'
import { recountedMetrics } from '../../core/complaint/recounted-complaints.ts'
import { route } from '../request/route.ts'
import { storedComplaintRecount } from '../store/complaint-figures.ts'
import { inWorkspace } from './parameters.ts'

export const complaintRecountRoutes = [
  route({
    operationId: 'complaintRecount',
    summary: 'A figure of the complaint desk, counted complaint by complaint',
    description: 'For proving what `complaintFigures` gives: nothing of how that is added up is used.',
    tag: 'Complaints',
    method: 'get',
    path: '/v1/workspaces/{workspaceId}/complaint-recount',
    writes: false,
    params: inWorkspace,
    query: object({ metric: picklist(recountedMetrics), from: daySchema, to: daySchema }),
    reply: object({ asOf: string(), n: number(), figure: nullable(number()) }),
    async handle({ backend, workspace, query }) {
      const asOf = backend.now().toISOString()
      const { metric, from, to } = query
      return { asOf, ...(await storedComplaintRecount(backend, workspace, { metric, from, to }, asOf)) }
    },
  }),
]
