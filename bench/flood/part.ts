import { AsyncLocalStorage } from 'node:async_hooks'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { LogEntry } from '../../functions/backend.ts'
import { apiRoutes } from '../../functions/routes/api-routes.ts'
import { pageRoutes } from '../../functions/routes/page-routes.ts'
import { served } from '../../functions/served.ts'
import { makeTable, startBackend, TABLE } from '../../local/backend.ts'
import { documentClient } from '../../local/dynamodb/client.ts'
import { openEngine } from '../../local/dynamodb/engine.ts'
import { localIdentity } from '../../local/identity.ts'

/** The table's engine, one of the two functions that answer over HTTP, or all of it in one process, as `npm start` runs it. */
export type PartName = 'store' | 'api' | 'pages' | 'all'

const now = () => new Date()
const publicUrl = 'http://localhost'

/** A part of a deployment in a process of its own; tells its parent where it answers, and ends with it. */
const [name, dir] = process.argv.slice(2) as [PartName, string]
process.on('disconnect', () => process.exit(0))
process.send?.(await { store, all, api: () => part(apiRoutes), pages: () => part(pageRoutes) }[name]())

async function store(): Promise<string> {
  const engine = await openEngine({ dir: join(dir, 'dynamodb') })
  await makeTable(documentClient({ engine }))
  return (await engine.listen(0)).url
}

async function all(): Promise<string> {
  return (await startBackend({ dir, port: 0 })).url
}

/** What one function serves, on the engine that `AWS_ENDPOINT_URL_DYNAMODB` names. Replies say what they asked of it. */
async function part(routes: typeof apiRoutes): Promise<string> {
  const asked = new AsyncLocalStorage<{ operations: number; items: number }>()
  const db = documentClient()
  db.middlewareStack.add(
    (next) => async (command) => {
      const answered = await next(command)
      const { ScannedCount, Item } = answered.output as { ScannedCount?: number; Item?: object }
      const counted = asked.getStore()
      if (counted) {
        counted.operations++
        counted.items += ScannedCount ?? (Item ? 1 : 0)
      }
      return answered
    },
    { step: 'initialize' },
  )
  const { identity } = await localIdentity(dir, now)
  const signingKey = 'a signing key that is used in measurements only'
  const backend = { db, table: TABLE, identity, signingKey, publicUrl, now, log: told }
  const { fetch } = served(backend, routes, () => ({}))
  const counting: typeof fetch = (request, connection) =>
    asked.run({ operations: 0, items: 0 }, async () => {
      const reply = await fetch(request, connection)
      reply.headers.set('X-Asked', JSON.stringify(asked.getStore()))
      return reply
    })
  const server = createAdaptorServer({ fetch: counting })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Anything that went wrong inside. */
function told({ failure }: LogEntry): void {
  if (failure) console.error(JSON.stringify(failure))
}
