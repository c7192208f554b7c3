import { InputError } from '../core/input-error.ts'
import { openEngine } from './dynamodb/engine.ts'
import { readOptions } from './dynamodb/options.ts'

/**
 * Serves the engine alone: `npm run dynamodb -- --port 8000 --data FOLDER`.
 *
 * Prints one line of JSON when ready, `{"url","pid"}`. SIGTERM and SIGINT end it cleanly. What the person who started
 * it can mend is one sentence, with exit code 2.
 */
async function main(): Promise<void> {
  const { port, data } = readOptions(process.argv.slice(2))
  const engine = await openEngine({ dir: data })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => engine.close())
  const { url } = await engine.listen(port).catch(async (error) => {
    await engine.close()
    throw error.code === 'EADDRINUSE' ? new InputError('portInUse', { port }) : error
  })
  console.log(JSON.stringify({ url, pid: process.pid }))
}

await main().catch((error) => {
  if (!(error instanceof InputError)) throw error
  console.error(error.message)
  process.exitCode = 2
})
