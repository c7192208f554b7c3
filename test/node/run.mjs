/**
 * Runs the tests of store and routes on another version of Node: on 24, which Lambda runs, or on `22`.
 *
 *     npm run test:node                            24
 *     npm run test:node -- 22 test/functions       22, and these tests alone
 */
import { spawn } from 'node:child_process'
import { nodeOf } from './node-of.mjs'

const [major, ...files] = /^\d+$/.test(process.argv[2] ?? '') ? process.argv.slice(2) : ['24', ...process.argv.slice(2)]
const tests = files.length > 0 ? files : ['test/functions', 'test/local/dynamodb']

const options = ['run', '--exclude', 'test/**/*browser*', ...tests]
const vitest = spawn(await nodeOf(major), ['node_modules/vitest/vitest.mjs', ...options], { stdio: 'inherit' })
process.exitCode = await new Promise((resolve) => vitest.on('close', (code) => resolve(code ?? 1)))
