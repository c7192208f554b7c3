import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import type { Request } from './dynalite.ts'
import { errorBody } from './dynamo-error.ts'
import { perform } from './perform.ts'

type HttpRequest = { headers: Record<string, string>; body?: unknown }
type HttpResponse = { statusCode: number; headers: Record<string, string>; body: Uint8Array }

/** What the AWS SDK's client takes in place of its network layer. */
export type RequestHandler = { handle(request: HttpRequest): Promise<{ response: HttpResponse }> }

/** Answers DynamoDB's HTTP requests in process. */
export function requestHandler(database: Database): RequestHandler {
  return {
    async handle({ headers, body }) {
      const name = (headers['x-amz-target'] ?? '').replace('DynamoDB_20120810.', '')
      try {
        return { response: reply(200, await perform(database, name, JSON.parse(text(body)) as Request)) }
      } catch (error) {
        const told = error instanceof SyntaxError ? { __type: 'SerializationException' } : errorBody(error)
        if (told) return { response: reply(400, told) }
        console.error(error)
        return { response: reply(500, { __type: 'InternalServerError', message: 'Internal server error' }) }
      }
    },
  }
}

function text(body: unknown): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array | undefined)
}

function reply(statusCode: number, content: object): HttpResponse {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }
  return { statusCode, headers, body: Buffer.from(JSON.stringify(content)) }
}
