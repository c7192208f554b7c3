/**
 * Runs the tests of store and routes on another version of Node: on 24, which Lambda runs, or on `22`.
 *
 *     npm run test:node                            24
 *     npm run test:node -- 22 test/functions       22, and these tests alone
 *
 * Its binary comes from npm, for Linux on x64 only; elsewhere it says so and ends with 1, unless that version runs this.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../../local/npm.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const [major, ...files] = /^\d+$/.test(process.argv[2] ?? '') ? process.argv.slice(2) : ['24', ...process.argv.slice(2)]
const tests = files.length > 0 ? files : ['test/functions', 'test/local/dynamodb']

const node = process.versions.node.startsWith(`${major}.`) ? process.execPath : await installedNode()
const vitest = spawn(node, ['node_modules/vitest/vitest.mjs', 'run', '--exclude', 'test/**/*browser*', ...tests], {
  stdio: 'inherit',
})
process.exitCode = await new Promise((resolve) => vitest.on('close', (code) => resolve(code ?? 1)))

async function installedNode() {
  const binary = join(HERE, 'node_modules', `node${major}`, 'bin', 'node')
  if (process.platform !== 'linux' || process.arch !== 'x64')
    fail(`Install Node ${major}: it comes by itself on Linux x64 only.`)
  if (existsSync(binary)) return binary
  const code = await npm(['ci', '--no-fund', '--no-audit', ...(major === '24' ? ['--omit=optional'] : [])], HERE)
  if (code !== 0 || !existsSync(binary)) fail(`Node ${major} could not be installed (npm ci in test/node: ${code}).`)
  return binary
}

function fail(reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
