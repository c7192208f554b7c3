import type { InferOutput } from 'valibot'
import { array, maxLength, minLength, number, object, pipe, string, union, variant } from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { CellCall, CellValue } from '../cells/cell.ts'
import { complaintQuestions, complaintsCell, complaintsQuerySchema } from '../cells/complaints-cell.ts'
import { customerFactsCell, customerFactsCellSchema } from '../cells/customer-facts-cell.ts'
import { kpiCell, kpiCellSchema } from '../cells/kpi-cell.ts'
import { surveyCell, surveyCellSchema } from '../cells/survey-cell.ts'
import { readableSeries } from '../kpi/readable-kpis.ts'
import { route } from '../request/route.ts'
import { complaintCounter } from '../store/complaint-figures.ts'
import type { Grant } from '../store/document-key.ts'
import { allSurveys } from '../store/survey.ts'
import { inWorkspace } from './parameters.ts'

const querySchema = variant('function', [
  surveyCellSchema,
  complaintsQuerySchema,
  customerFactsCellSchema,
  kpiCellSchema,
])
type Query = InferOutput<typeof querySchema>

/** What a document's key must be granted for each function, and what it is told otherwise. */
const NEEDS: Record<Query['function'], [Grant, 'figuresNotGranted' | 'factsNotGranted' | 'kpisNotGranted']> = {
  SURVEY: ['figures', 'figuresNotGranted'],
  COMPLAINTS: ['figures', 'figuresNotGranted'],
  CUSTOMER_FACTS: ['facts', 'factsNotGranted'],
  KPI: ['kpis', 'kpisNotGranted'],
}

const valueSchema = union([string(), number(), array(array(union([string(), number()])))])
const errorSchema = object({ error: object({ code: string(), message: string() }) })

export const cellRoutes = [
  route({
    operationId: 'readCells',
    summary: 'The values of a batch of live functions',
    description: 'Each query is answered by itself, with a value or with its own error, in the order asked.',
    tag: 'Cells',
    method: 'post',
    path: '/v1/workspaces/{workspaceId}/cells',
    writes: false,
    params: inWorkspace,
    body: object({ queries: pipe(array(querySchema), minLength(1), maxLength(100)) }),
    example: {
      body: { queries: [{ function: 'SURVEY', survey: 'Spring survey', metric: 'NPS', by: 'tier' }] },
      reply: {
        asOf: '2026-03-31T08:00:00.000Z',
        results: [
          {
            value: [
              ['Value', 'n', 'Figure', 'Low', 'High'],
              ['A', 120, 41.7, 29.3, 53.1],
            ],
          },
        ],
      },
    },
    reply: object({ asOf: string(), results: array(union([object({ value: valueSchema }), errorSchema])) }),
    async handle({ backend, workspace, documentKey, messages, language, body }) {
      const asOf = backend.now().toISOString()
      const call = {
        ...{ backend, workspace, documentKey, messages, language },
        surveys: once(() => allSurveys(backend, workspace)),
        complaints: once(() => complaintCounter(backend, workspace, complaintQuestions(body.queries), asOf)),
        series: once(async () => (await readableSeries(backend, workspace, documentKey)).series),
      }
      const results = await Promise.all(body.queries.map((query) => answered(call, query)))
      return { asOf, results }
    },
  }),
]

/** What the first that asks has read, for all others too. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}

async function answered(call: CellCall, query: Query) {
  try {
    const [grant, refused] = NEEDS[query.function]
    if (!call.documentKey.grants.includes(grant)) throw new InputError(refused, undefined)
    return { value: await cellValue(call, query) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { error: { code: error.code, message: errorText(error, call.messages) } }
  }
}

/** One live function a case: a new one is a schema in `querySchema` and a line here. */
async function cellValue(call: CellCall, query: Query): Promise<CellValue> {
  switch (query.function) {
    case 'SURVEY':
      return surveyCell(call, query)
    case 'COMPLAINTS':
      return complaintsCell(call, query)
    case 'CUSTOMER_FACTS':
      return customerFactsCell(call, query)
    case 'KPI':
      return kpiCell(call, query)
  }
}
