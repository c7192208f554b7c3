import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { app } from '../functions/app.ts'
import type { LogEntry } from '../functions/backend.ts'
import type { Person } from '../functions/identity.ts'
import { documentClient } from './dynamodb/client.ts'
import { openEngine } from './dynamodb/engine.ts'
import { tableDefinition } from './dynamodb/table.ts'
import { localIdentity } from './identity.ts'
import { outbox } from './outbox.ts'
import { startSweeper } from './sweeper.ts'

export const TABLE = 'tiersheet'

export type RunningBackend = {
  url: string
  /** A signed-in person's ID token, as Google would give it. */
  identityToken: (person: Person) => Promise<string>
  close: () => Promise<void>
}

/**
 * Runs the API on 127.0.0.1 over the embedded DynamoDB.
 *
 * @param dir A folder that holds the data and this machine's keys, or `:memory:` to keep nothing.
 * @param port 0 for any that is free.
 * @throws InputError `dataFolderInUse`; the error of `listen` where the port is taken.
 */
export async function startBackend({
  dir,
  port,
  now = () => new Date(),
  log = () => {},
}: {
  dir: string
  port: number
  now?: () => Date
  log?: (entry: LogEntry) => void
}): Promise<RunningBackend> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true' // Node 20 is supported here, the newest runs on AWS.
  const keysDir = dir === ':memory:' ? undefined : dir
  if (keysDir) await mkdir(keysDir, { recursive: true })
  const engine = await openEngine({ dir: keysDir ? join(dir, 'dynamodb') : dir, now: () => now().getTime() })
  try {
    const db = documentClient({ engine })
    await makeTable(db)
    const signIn = await localIdentity(keysDir, now)
    const signingKey = await keptSigningKey(keysDir)
    let fetch: Hono['fetch'] = () => new Response('Starting', { status: 503 })
    const server = createAdaptorServer({ fetch: (request, connection) => fetch(request, connection) })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const sweeper = startSweeper(
      { db, table: TABLE, signingKey, now, publicUrl: url },
      keysDir ? outbox(join(dir, 'outbox')) : undefined,
    )
    fetch = app({ db, table: TABLE, identity: signIn.identity, signingKey, now, publicUrl: url, log }).fetch
    return {
      url,
      identityToken: signIn.token,
      async close() {
        await sweeper.stop()
        await new Promise((resolve) => {
          server.close(resolve)
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Creates the table unless it is there. */
export async function makeTable(db: DynamoDBDocumentClient, name = TABLE): Promise<void> {
  const there = await db.send(new DescribeTableCommand({ TableName: name })).catch((error: { name?: string }) => {
    if (error.name !== 'ResourceNotFoundException') throw error
  })
  if (there) return
  await db.send(new CreateTableCommand({ TableName: name, ...tableDefinition }))
  while ((await db.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function keptSigningKey(dir: string | undefined): Promise<string> {
  const made = randomBytes(32).toString('base64url')
  if (!dir) return made
  const file = join(dir, 'signing-key')
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}
