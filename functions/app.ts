import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { InputError } from '../core/input-error.ts'
import type { Language } from '../core/messages/messages.ts'
import { languageOf, messagesFor } from '../core/messages/messages.ts'
import type { Backend } from './backend.ts'
import { verifier } from './identity.ts'
import { openapi } from './openapi.ts'
import { failurePage } from './pages/failure-page.ts'
import { caller } from './request/caller.ts'
import { checked } from './request/checked.ts'
import { failure } from './request/failure.ts'
import { prefersPage } from './request/prefers-page.ts'
import type { Call, Route } from './request/route.ts'
import { routes } from './routes/routes.ts'
import { newId } from './secrets.ts'

const BODY_BYTES = 3_000_000

/** The whole backend as one Hono app, the same on Lambda and on one machine. */
export function app(backend: Backend): Hono {
  const hono = new Hono()
  const verify = verifier(backend.identity, backend.now)
  const describe = JSON.stringify(openapi(routes, backend.publicUrl))

  hono.use(bodyLimit({ maxSize: BODY_BYTES, onError: (c) => answer(c, 'limit', tooLarge) }))
  hono.get('/openapi.json', (c) => c.body(describe, 200, { 'Content-Type': 'application/json' }))
  hono.get('/health', (c) => c.json({ ok: true }))
  for (const route of routes) {
    hono.on(route.method, route.path.replace(/\{(\w+)\}/g, ':$1'), (c) =>
      answer(c, route.operationId, handled(route), route.page),
    )
  }
  hono.notFound((c) => answer(c, 'none', notFound))
  return hono

  function handled(route: Route) {
    return async (c: Context) => {
      const language = languageAsked(c)
      const messages = messagesFor(language)
      const proven = await caller(c, backend, verify, route.who)
      const call = { ...proven, ...(await checked(c, route)), backend, messages, language, c } as Call
      const reply = await route.handle(call)
      return reply instanceof Response ? reply : c.json(reply as object, route.status ?? 200)
    }
  }

  /** Runs `work`, turns what it throws into a reply, and writes the request's one line of log. */
  async function answer(
    c: Context,
    operationId: string,
    work: (c: Context) => Promise<Response>,
    hasPage = false,
  ): Promise<Response> {
    const started = performance.now()
    const requestId = requestIdOf(c)
    let thrown: unknown
    const response = await work(c).catch((error: unknown) => {
      thrown = error
      const language = languageAsked(c)
      if (hasPage && prefersPage(c)) return failurePage(c, error, language)
      return failure(c, error, messagesFor(language), requestId)
    })
    response.headers.set('X-Request-Id', requestId)
    response.headers.set('X-Content-Type-Options', 'nosniff')
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
    backend.log({
      requestId,
      operationId,
      status: response.status,
      ms: Math.round(performance.now() - started),
      workspaceId: c.req.param('workspaceId'),
      failure: response.status === 500 ? traceOf(thrown) : undefined,
    })
    return response
  }
}

/** The language that a reader chose on a page, else the one that their software asks for. */
function languageAsked(c: Context): Language {
  return languageOf(c.req.query('lang') ?? c.req.header('Accept-Language'))
}

async function tooLarge(): Promise<Response> {
  throw new InputError('bodyTooLarge', { megabytes: BODY_BYTES / 1_000_000 })
}

async function notFound(): Promise<Response> {
  throw new InputError('notFound', undefined)
}

/** API Gateway's id where there is one, so that its log and ours can be joined. */
function requestIdOf(c: Context): string {
  return (c.env as { requestContext?: { requestId?: string } } | undefined)?.requestContext?.requestId ?? newId()
}

/** Where an error was thrown, without its words, which may quote what somebody typed. */
function traceOf(error: unknown) {
  const { name, stack } = error instanceof Error ? error : new Error('not an error')
  return {
    name,
    at: (stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .join('\n'),
  }
}
