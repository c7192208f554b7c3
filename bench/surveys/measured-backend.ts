import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { app } from '../../functions/app.ts'
import { documentClient } from '../../functions/store/client.ts'
import { makeTable, TABLE } from '../../local/backend.ts'
import { openEngine } from '../../local/dynamodb/engine.ts'
import { localIdentity } from '../../local/identity.ts'

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'])

/** What was asked of DynamoDB: operations, items read by queries, read and write units as the engine reports them. */
export type Asked = { operations: number; itemsRead: number; readUnits: number; writeUnits: number }

const NOTHING: Asked = { operations: 0, itemsRead: 0, readUnits: 0, writeUnits: 0 }

/** The API over HTTP on an engine that keeps its data in a folder, with a count of what it asks of DynamoDB. */
export async function measuredBackend(dir: string) {
  const engine = await openEngine({ dir })
  const asked: Asked = { ...NOTHING }
  let counting = false
  const db = documentClient({
    async handle(request: Parameters<typeof engine.requestHandler.handle>[0]) {
      if (!counting) return engine.requestHandler.handle(request)
      const name = (request.headers['x-amz-target'] ?? '').replace(/.*\./, '')
      const body = JSON.parse(textOf(request.body))
      const answered = await engine.requestHandler.handle({
        ...request,
        body: JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }),
      })
      const reply = JSON.parse(new TextDecoder().decode(answered.response.body))
      const costs: { CapacityUnits: number }[] = [reply.ConsumedCapacity ?? []].flat()
      asked.operations++
      asked.itemsRead += reply.ScannedCount ?? 0
      const units = costs.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
      asked[WRITES.has(name) ? 'writeUnits' : 'readUnits'] += units
      return answered
    },
  } as never)
  await makeTable(db)
  const { identity, token } = await localIdentity(undefined, () => new Date())
  const authorization = `Bearer ${await token({ sub: 'bench', email: 'bench@example.com', name: 'Bench' })}`
  let fetchApp: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 })
  const server = createAdaptorServer({ fetch: (request) => fetchApp(request) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const signingKey = 'a signing key that is used in measurements only'
  fetchApp = app({
    db,
    table: TABLE,
    identity,
    signingKey,
    now: () => new Date(),
    publicUrl,
    log: () => undefined,
  }).fetch

  // biome-ignore lint/suspicious/noExplicitAny: replies are read where they are asked for
  async function call(method: string, path: string, body?: object): Promise<any> {
    const headers = {
      Authorization: authorization,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    }
    const url = path.startsWith('http') ? path : publicUrl + path
    const reply = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`)
    return reply.json()
  }

  return {
    db,
    call,
    /** What `work` asks of DynamoDB. */
    async counted(work: () => Promise<unknown>): Promise<Asked> {
      Object.assign(asked, NOTHING)
      counting = true
      await work()
      counting = false
      return { ...asked }
    },
    async close() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await engine.close()
    },
  }
}

export type MeasuredBackend = Awaited<ReturnType<typeof measuredBackend>>

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array)
}
