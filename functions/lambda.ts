import { readFileSync } from 'node:fs'
import { handle } from 'hono/aws-lambda'
import { deployedBackend } from './deployed-backend.ts'
import { apiRoutes } from './routes/api-routes.ts'
import { served } from './served.ts'

const backend = await deployedBackend('tiersheet')

/** The handler behind the HTTP API, but for the pages that customers open. */
export const handler = handle(served(backend, apiRoutes, description))

/** As the build wrote it beside this function, with the address that it has here. */
function description(): object {
  const written = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))
  return { ...written, servers: [{ url: backend.publicUrl }] }
}
