import { InputError } from '../core/input-error.ts'
import { openEngine } from './dynamodb/engine.ts'
import { readOptions } from './options.ts'
import { runProgram } from './run-program.ts'

/**
 * Serves the engine alone: `npm run dynamodb -- --port 8000 --data FOLDER`.
 *
 * Prints one line of JSON when ready, `{"url","pid"}`. SIGTERM and SIGINT end it cleanly.
 */
await runProgram(async () => {
  const { port, data } = readOptions(process.argv.slice(2), { port: '8000', data: '.tiersheet/dynamodb' })
  const engine = await openEngine({ dir: data })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => engine.close())
  const { url } = await engine.listen(Number(port)).catch(async (error) => {
    await engine.close()
    throw error.code === 'EADDRINUSE' ? new InputError('portInUse', { port: Number(port) }) : error
  })
  console.log(JSON.stringify({ url, pid: process.pid }))
})
