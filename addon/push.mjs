/**
 * Builds the add-on for what `npm run deploy` has deployed and uploads it by clasp. `npm run push -- stage=dev` for another
 * stage than prod; TIERSHEET_API_URL for a backend that was deployed elsewhere. Other arguments are passed on to clasp.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deployed, stageAsked } from '../infra/deployed.mjs'
import { buildAddon } from './build.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const args = process.argv.slice(2)
try {
  const apiUrl = process.env.TIERSHEET_API_URL || deployed(stageAsked(args)).apiUrl
  if (!existsSync(join(ROOT, '.clasp.json'))) {
    throw new Error('No Apps Script project is known: run npx clasp create --type sheets --rootDir dist/addon first.')
  }
  await buildAddon({ apiUrl })
  const clasp = join(ROOT, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js')
  const passedOn = args.filter((arg) => !arg.startsWith('stage='))
  const { status } = spawnSync(process.execPath, [clasp, 'push', ...passedOn], { cwd: ROOT, stdio: 'inherit' })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
