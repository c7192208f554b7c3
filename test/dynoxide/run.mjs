/**
 * Runs the tests of store and routes against Dynoxide, another implementation of DynamoDB, in memory.
 *
 * Linux on x64 only; elsewhere it says so and ends with 1. Further arguments go to vitest.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../../local/npm.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const BINARY = join(HERE, 'node_modules/@dynoxide/linux-x64/dynoxide')

if (process.platform !== 'linux' || process.arch !== 'x64') fail('Dynoxide is installed on Linux x64 only.')
if (!existsSync(BINARY) && (await npm(['ci', '--no-fund', '--no-audit'], HERE)) !== 0) {
  fail('Dynoxide could not be installed (npm ci in test/dynoxide).')
}
const port = await freePort()
const engine = spawn(BINARY, ['--port', String(port)], { stdio: ['ignore', 'ignore', 'inherit'] })
await answering(port)
const env = {
  ...process.env,
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
}
const files = process.argv.length > 2 ? process.argv.slice(2) : ['test/functions']
const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], { stdio: 'inherit', env })
process.exitCode = await new Promise((resolve) => vitest.on('close', (code) => resolve(code ?? 1)))
engine.kill()

function fail(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

function freePort() {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function answering(port) {
  for (let attempt = 1; attempt <= 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  engine.kill()
  fail('Dynoxide was started and did not answer.')
}
