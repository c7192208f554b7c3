import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { InputError } from '../core/input-error.ts'
import { audit } from '../functions/survey/audit.ts'
import { TABLE } from './backend.ts'
import { documentClient } from './dynamodb/client.ts'
import { openEngine } from './dynamodb/engine.ts'
import { readOptions } from './options.ts'
import { runProgram } from './run-program.ts'

/**
 * `npm run audit -- --data FOLDER`: recounts the days of all surveys, puts right what is wrong and tells it as one line of
 * JSON. The workbench and the API must not have the folder open meanwhile.
 */
await runProgram(async () => {
  const { data } = readOptions(process.argv.slice(2), { data: join('.tiersheet', 'sample') })
  const dir = join(data, 'dynamodb')
  if (!existsSync(dir)) throw new InputError('dataFolderMissing', { dir: data })
  const engine = await openEngine({ dir })
  try {
    const table = { db: documentClient({ engine }), table: TABLE }
    console.log(
      JSON.stringify(await audit(table, { now: () => new Date(), isOver: () => false, pause: (ms) => setTimeout(ms) })),
    )
  } finally {
    await engine.close()
  }
})
