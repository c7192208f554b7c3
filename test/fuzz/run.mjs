/**
 * Sends made-up requests to every route, as many as asked for, and holds each reply to the description of the API.
 *
 *     npm run fuzz -- --requests 100000 --seed 7
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
})
const { requests, seed } = values
if (!/^[1-9]\d*$/.test(requests) || !/^\d+$/.test(seed)) {
  console.error('--requests and --seed take whole numbers.')
  process.exit(1)
}
const ROUTES = 80
console.log(`seed ${seed}`)
const env = { ...process.env, FUZZ_REQUESTS: String(Math.ceil(Number(requests) / ROUTES)), FUZZ_SEED: seed }
const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/functions/fuzz.test.ts']
const vitest = spawn(process.execPath, args, { stdio: 'inherit', env })
process.exitCode = await new Promise((resolve) => vitest.on('close', (code) => resolve(code ?? 1)))
