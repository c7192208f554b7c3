import type { Context } from 'hono'

/** Whether a request comes from a browser that shows pages, not from a client that speaks JSON. */
export function prefersPage(c: Context): boolean {
  if (c.req.method === 'POST') return !isJson(c.req.header('Content-Type'))
  return !isJson(c.req.header('Accept'))
}

function isJson(type: string | undefined): boolean {
  return type?.includes('application/json') ?? false
}
