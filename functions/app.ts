import type { Hono } from 'hono'
import type { Backend } from './backend.ts'
import { openapi } from './openapi.ts'
import { routes } from './routes/routes.ts'
import { served } from './served.ts'

/** The whole backend as one Hono app, as it runs on one machine. */
export function app(backend: Backend, limits?: Parameters<typeof served>[3]): Hono {
  return served(backend, routes, () => openapi(routes, backend.publicUrl), limits)
}
