import { randomUUID } from 'node:crypto'
import { InputError } from '../core/input-error.ts'
import { type RunningBackend, startBackend } from './backend.ts'
import { readOptions } from './options.ts'
import { runProgram } from './run-program.ts'

const ADMINISTRATOR = { sub: 'local-administrator', email: 'admin@example.com', name: 'Administrator' }

/**
 * The API alone: `npm run api -- --port PORT --data FOLDER`; `:memory:` as folder keeps nothing.
 *
 * Prints one line of JSON when ready: `url`, `openapi`, `pid`, and `token`, of an administrator of the new workspace
 * `workspaceId`. The log goes to the error output. SIGTERM and SIGINT end it cleanly.
 */
await runProgram(async () => {
  const { port, data } = readOptions(process.argv.slice(2), { port: '0', data: '.tiersheet/api' })
  const backend = await started(Number(port), data)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => backend.close().then(() => process.exit(0)))
  }
  const { url } = backend
  const token = await backend.identityToken(ADMINISTRATOR)
  const workspaceId = await newWorkspace(url, token)
  console.log(JSON.stringify({ url, openapi: `${url}/openapi.json`, pid: process.pid, token, workspaceId }))
})

async function started(port: number, dir: string): Promise<RunningBackend> {
  const log = (entry: object) => process.stderr.write(`${JSON.stringify(entry)}\n`)
  return startBackend({ dir, port, log }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new InputError('portInUse', { port }) : error
  })
}

async function newWorkspace(url: string, token: string): Promise<string> {
  const reply = await fetch(`${url}/v1/workspaces`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({ name: 'Local workspace' }),
  })
  const { workspaceId } = (await reply.json()) as { workspaceId: string }
  return workspaceId
}
