import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { InputError } from '../core/input-error.ts'
import { type Language, messagesFor } from '../core/messages/messages.ts'
import type { Backend } from './backend.ts'
import { verifier } from './identity.ts'
import { whoMay } from './request/access.ts'
import { answered, languageAsked } from './request/answered.ts'
import { caller } from './request/caller.ts'
import { checked } from './request/checked.ts'
import { statusOf } from './request/failure.ts'
import { addressHash, PUBLIC_LIMITS, rateLimiter } from './request/rate-limits.ts'
import type { Call, Route } from './request/route.ts'
import { walled } from './store/wall.ts'
import { invitedHash } from './team/invite.ts'

type Walled = ReturnType<typeof walled<Backend>>

/** In what language somebody asks and, of public routes, from where. */
type Asking = { language: Language; address: string | undefined }

/**
 * Some of the backend's routes as one Hono app: all of them on one machine, on Lambda those of one function.
 *
 * @param describe Makes what `/openapi.json` answers; it is asked once, for anybody may ask and making it takes some time.
 */
export function served(backend: Backend, routes: Route[], describe: () => object, limits = PUBLIC_LIMITS): Hono {
  // A link that came with a `/` at its end is the same link.
  const hono = new Hono({ strict: false })
  const verify = verifier(backend.identity, backend.now)
  const limit = rateLimiter(backend, limits)
  let described: object | undefined

  hono.use(secured)
  hono.get('/openapi.json', (c) => {
    described ??= describe()
    return c.json(described)
  })
  hono.get('/health', (c) => c.json({ ok: true }))
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1')
    hono.on(route.method, path, (c) => answered(c, backend, route, () => handled(c, route)))
  }
  hono.notFound((c) => answered(c, backend, { operationId: 'none' }, notFound))
  hono.onError((error, c) => answered(c, backend, { operationId: 'none' }, () => Promise.reject(error)))
  return hono

  async function handled(c: Context, route: Route): Promise<Response> {
    const language = languageAsked(c)
    const address = whoMay(route.operationId) === 'public' ? addressHash(c, backend) : undefined
    if (address) {
      limit('address', address)
      limit('miss', address, 1, 0)
    }
    const wall = walled(backend, {
      workspaceId: c.req.param('workspaceId'),
      tokens: [c.req.param('link'), c.req.header('X-Document-Key')],
    })
    const reply = await replied(c, route, wall, { language, address }).finally(wall.end)
    return reply instanceof Response ? reply : c.json(reply, route.status ?? 200)
  }

  async function replied(c: Context, route: Route, wall: Walled, { language, address }: Asking): Promise<object> {
    const known = async (token: string) => {
      const person = await verify(token)
      return wall.knows(person, invitedHash(backend, person.email))
    }
    const proven = await caller(c, wall.backend, known, whoMay(route.operationId))
    // What an address says of its workspace is somebody's text until it is proven.
    c.set('workspaceId', proven.workspace?.id)
    const asked = await checked(c, route, backend)
    const call = { ...proven, ...asked, backend: wall.backend, messages: messagesFor(language), language, limit, c }
    const reply = route.handle(call as Call).catch((error: unknown) => {
      if (address && statusOf(error) === 404) limit('miss', address)
      throw error
    })
    return (await reply) as object
  }
}

async function notFound(): Promise<Response> {
  throw new InputError('notFound', undefined)
}

/** What every reply says to browsers: to take nothing from it but what it is, and to send it no further. */
const SECURE_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

async function secured(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  for (const [name, value] of Object.entries(SECURE_HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
