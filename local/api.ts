import { parseArgs } from 'node:util'
import { InputError } from '../core/input-error.ts'
import { startBackend } from './backend.ts'

const USAGE = 'Usage: npm run api -- --port PORT --data FOLDER (a port from 0 to 65535; :memory: keeps nothing).'

/** The API alone: prints one line of JSON when ready, and runs until it is told to end. */
async function main(): Promise<void> {
  const { port, dir } = options()
  const backend = await startBackend({ dir, port, log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`) })
  const token = await backend.identityToken({
    sub: 'local-administrator',
    email: 'admin@example.com',
    name: 'Administrator',
  })
  const workspaceId = await newWorkspace(backend.url, token)
  const { url } = backend
  console.log(JSON.stringify({ url, openapi: `${url}/openapi.json`, pid: process.pid, token, workspaceId }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => backend.close().then(() => process.exit(0)))
  }
}

function options(): { port: number; dir: string } {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } })
    const port = Number(values.port ?? '0')
    if (!/^\d{1,5}$/.test(values.port ?? '0') || port > 65535 || values.data === '') refuse(USAGE)
    return { port, dir: values.data ?? '.tiersheet/api' }
  } catch {
    return refuse(USAGE)
  }
}

async function newWorkspace(url: string, token: string): Promise<string> {
  const reply = await fetch(`${url}/v1/workspaces`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ name: 'Local workspace' }),
  })
  const { workspaceId } = (await reply.json()) as { workspaceId: string }
  return workspaceId
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') refuse('The port is in use. Choose another, or 0 for any that is free.')
  if (error.code === 'EACCES') refuse('The port or folder may not be used by you. Choose another.')
  if (error instanceof InputError) refuse(error.message)
  throw error
})
