import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

let dir: string
const program = 'dist/test/api.js'

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tiersheet-api-'))
  await build({
    entryPoints: ['local/api.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(() => rm(dir, { recursive: true }))

type Ready = { url: string; openapi: string; pid: number; token: string; workspaceId: string }

/** Runs the program until its first line that begins with `{`, or its end. */
function run(...options: string[]) {
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stderr })),
  )
  const ready = new Promise<Ready>((resolve, reject) => {
    let stdout = ''
    child.stdout.on('data', (text) => {
      stdout += text
      const line = stdout.split('\n').find((each) => each.startsWith('{'))
      if (line && stdout.includes('\n')) resolve(JSON.parse(line))
    })
    child.once('close', () => reject(new Error(stderr)))
  })
  ready.catch(() => {})
  return { ready, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

test('prints one line with all that a client needs, and finds its data again after it was killed', async () => {
  const first = run('--port', '0', '--data', dir)
  const { url, openapi, pid, token, workspaceId } = await first.ready
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(pid).toBeGreaterThan(0)
  expect(((await (await fetch(openapi)).json()) as { openapi: string }).openapi).toBe('3.1.0')
  const survey = await fetch(`${url}/v1/workspaces/${workspaceId}/surveys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'one' },
    body: JSON.stringify({ title: 'Kept' }),
  })
  expect(survey.status).toBe(201)
  first.kill('SIGKILL')
  await first.ended

  const second = run('--port', '0', '--data', dir)
  const again = await second.ready
  const headers = { Authorization: `Bearer ${token}` }
  const listed = await fetch(`${again.url}/v1/workspaces/${workspaceId}/surveys`, { headers })
  expect(await listed.json()).toMatchObject({ surveys: [{ title: 'Kept' }] })
  second.kill('SIGTERM')
  expect((await second.ended).code).toBe(0)
})

test('bad options and a taken port are one sentence and exit code 2', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const taken = String((server.address() as AddressInfo).port)
  const bad = [
    ['--port', 'x'],
    ['--port', '70000'],
    ['--bogus', '1'],
    ['stray'],
    ['--port', taken, '--data', ':memory:'],
  ]
  const outcomes = await Promise.all(bad.map((options) => run(...options).ended))
  expect(outcomes.map(({ code }) => code)).toEqual(bad.map(() => 2))
  for (const { stderr } of outcomes) expect(stderr.trim().split('\n')).toHaveLength(1)
  server.close()
})
