import type { Context } from 'hono'
import { type Language, languageOf, messagesFor } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import { newId } from '../secrets.ts'
import { traceOf } from '../trace-of.ts'
import type { OperationId } from './access.ts'
import { failure } from './failure.ts'
import { prefersPage } from './prefers-page.ts'
import type { Route } from './route.ts'

/** Runs `work`, turns what it throws into a reply, and writes the request's one line of log. */
export async function answered(
  c: Context,
  { log }: Backend,
  { operationId, page }: { operationId: OperationId | 'none'; page?: Route['page'] },
  work: () => Promise<Response>,
): Promise<Response> {
  const started = performance.now()
  const requestId = requestIdOf(c)
  let thrown: unknown
  const response = await work().catch((error: unknown) => {
    thrown = error
    const language = languageAsked(c)
    if (page && prefersPage(c)) return page(c, error, language, requestId)
    return failure(c, error, messagesFor(language), requestId)
  })
  response.headers.set('X-Request-Id', requestId)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  log({
    requestId,
    operationId,
    status: response.status,
    ms: Math.round(performance.now() - started),
    workspaceId: c.get('workspaceId'),
    failure: response.status === 500 ? traceOf(thrown) : undefined,
  })
  return response
}

/** The language that a reader chose on a page, else the one that their software asks for. */
export function languageAsked(c: Context): Language {
  return languageOf(c.req.query('lang') ?? c.req.header('Accept-Language'))
}

/** API Gateway's id where there is one, so that its log and ours can be joined. */
function requestIdOf(c: Context): string {
  return (c.env as { requestContext?: { requestId?: string } } | undefined)?.requestContext?.requestId ?? newId()
}
