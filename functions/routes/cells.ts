import type { InferOutput } from 'valibot'
import { array, literal, maxLength, minLength, number, object, pipe, string, union, variant } from 'valibot'
import { errorText, InputError } from '../../core/input-error.ts'
import type { CellCall, CellValue } from '../cells/cell.ts'
import { route } from '../request/route.ts'
import { inWorkspace } from './parameters.ts'

const querySchema = variant('function', [object({ function: literal('SURVEY') })])

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
    who: { document: 'figures' },
    writes: false,
    params: inWorkspace,
    body: object({ queries: pipe(array(querySchema), minLength(1), maxLength(50)) }),
    reply: object({ asOf: string(), results: array(union([object({ value: valueSchema }), errorSchema])) }),
    async handle({ backend, workspace, messages, body }) {
      const call = { backend, workspace, messages }
      const results = await Promise.all(body.queries.map((query) => answered(call, query)))
      return { asOf: backend.now().toISOString(), results }
    },
  }),
]

async function answered(call: CellCall, query: InferOutput<typeof querySchema>) {
  try {
    return { value: await cellValue(call, query) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { error: { code: error.code, message: errorText(error, call.messages) } }
  }
}

async function cellValue(_call: CellCall, query: InferOutput<typeof querySchema>): Promise<CellValue> {
  switch (query.function) {
    case 'SURVEY':
      throw new InputError('notFound', undefined)
  }
}
