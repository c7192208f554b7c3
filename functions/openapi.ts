import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { object, optional, record, string, unknown } from 'valibot'
import { questionInputSchema, questionSchema } from '../core/survey/question.ts'
import { type Who, whoMay } from './request/access.ts'
import type { Route } from './request/route.ts'
import { answerReplySchema } from './routes/answer-reply.ts'
import { complaintReplySchema } from './routes/complaint-reply.ts'
import { customerSchema } from './routes/customers.ts'
import { surveyReplySchema } from './routes/survey-reply.ts'
import { importRowSchema } from './survey/read-row.ts'

const errorSchema = object({
  error: object({
    code: string(),
    message: string(),
    details: optional(record(string(), unknown())),
    requestId: string(),
  }),
})

/** The schemas that have a name of their own; wherever they occur, they are referred to by it. */
const named = {
  Error: errorSchema,
  Question: questionSchema,
  QuestionInput: questionInputSchema,
  Survey: surveyReplySchema,
  Answer: answerReplySchema,
  ImportRow: importRowSchema,
  Customer: customerSchema,
  Complaint: complaintReplySchema,
}

const CONVERSION = {
  errorMode: 'ignore',
  typeMode: 'input',
  definitions: named,
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

type JsonSchema = { [key: string]: unknown; properties?: Record<string, unknown>; required?: string[] }

/** The description of the API, OpenAPI 3.1, made from its routes. */
export function openapi(routes: Route[], publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tiersheet',
      version: '1',
      description:
        'People send a Google ID token, documents their key, public pages the secret of their link. Every write carries an Idempotency-Key: the same key with the same request gives the first answer again at any later time, with another request 409. Errors are one sentence in the language of Accept-Language (en or zh-CN).',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths: paths(routes),
    components: {
      schemas: toJsonSchemaDefs(named, CONVERSION) as Record<string, unknown>,
      securitySchemes: {
        person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A Google ID token (RS256).' },
        documentKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Document-Key',
          description: 'A document key `ws.secret`.',
        },
      },
    },
  }
}

function paths(routes: Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: described(route) }
  return paths
}

function described(route: Route) {
  const { operationId, summary, description, tag, body, example, page } = route
  const who = whoMay(operationId)
  return {
    operationId,
    summary,
    ...(description && { description }),
    tags: [tag],
    ...security(who),
    parameters: parameters(route),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: json(body), ...(example?.body !== undefined && { example: example.body }) },
          ...(page && { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }),
        },
      },
    }),
    responses: responses(route),
  }
}

/** Whom a route admits; the role and the grants, one of which is enough, in words of our own. */
function security(who: Who) {
  if (who === 'public') return { security: [] }
  if (typeof who === 'object') return { security: [{ documentKey: [] }], 'x-grants': [who.document].flat() }
  return { security: [{ person: [] }], ...(who !== 'person' && { 'x-role': who }) }
}

function parameters({ operationId, path, params, query, writes }: Route) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const of = (place: 'path' | 'query', schema: GenericSchema | undefined) => {
    const { properties = {}, required = [] } = schema ? json(schema) : {}
    return Object.entries(properties)
      .filter(([name]) => place === 'query' || inPath.includes(name))
      .map(([name, schema]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'An id of your own for this write, such as a UUID.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,128}$' },
  }
  const spreadsheet = {
    name: 'X-Spreadsheet-Id',
    in: 'header',
    required: true,
    description: 'The spreadsheet that asks. A key is refused to any other than its own.',
    schema: { type: 'string' },
  }
  const isDocument = typeof whoMay(operationId) === 'object'
  return [...of('path', params), ...of('query', query), ...(writes ? [key] : []), ...(isDocument ? [spreadsheet] : [])]
}

const MEANING: Record<number, string> = {
  400: 'Bad input; the message says how to mend it.',
  401: 'No good credentials.',
  403: 'Not in this workspace, or not allowed by role or grant.',
  404: 'There is no such thing here.',
  409: 'The Idempotency-Key came before with another request, or what was to be changed has changed.',
  413: 'The request is too large.',
  415: 'The body is of another type or encoding than is taken here.',
  429: 'Too many requests from one address, with one link or to one survey; Retry-After says when to come back.',
  503: 'The issuer of sign-ins does not say by which keys; try again in a minute.',
  500: 'Something went wrong inside; the request id finds it in the log.',
}

function responses({ operationId, page, status = 200, reply, example, body, query, writes, path, errors }: Route) {
  const who = whoMay(operationId)
  const codes = [
    ...(body || query || writes ? [400] : []),
    ...(who === 'public' ? [] : [401]),
    ...(who === 'public' || who === 'person' ? [] : [403]),
    ...(/\{/.test(path.replace('{workspaceId}', '')) ? [404] : []),
    ...(writes ? [409] : []),
    ...(body ? [413, 415] : []),
    ...(who === 'public' ? [429] : []),
    500,
    ...(who !== 'public' && typeof who === 'string' ? [503] : []),
  ]
  const error = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
  const html = page && { 'text/html': { schema: { type: 'string' } } }
  const ok = { schema: json(reply), ...(example?.reply !== undefined && { example: example.reply }) }
  return {
    [status]: { description: 'Done.', content: { 'application/json': ok, ...html } },
    ...Object.fromEntries(codes.map((code) => [code, { description: MEANING[code], content: error }])),
    ...Object.fromEntries(
      Object.entries(errors ?? {}).map(([code, description]) => [code, { description, content: error }]),
    ),
  }
}

/** A schema as JSON Schema of what goes over the wire. */
function json(schema: GenericSchema): JsonSchema {
  const { $schema: _, $defs: _defs, ...rest } = toJsonSchema(schema, CONVERSION)
  return rest as JsonSchema
}
