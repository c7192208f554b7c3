/**
 * Deploys a stage to the AWS account whose credentials are in the environment, and keeps what the add-on has to know of it in
 * `.deployed/<stage>.json`, where `npm run push` finds it, and what it was deployed with beside it, for the next time.
 * Arguments are passed on to `cdk deploy`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cdk } from './cdk.mjs'
import { deployedFile, stageAsked } from './deployed.mjs'
import { asEnvironment, refuseNobody, settingsFile, settingsOf } from './settings.mjs'

const args = process.argv.slice(2)
const stage = stageAsked(args)
try {
  const { settings, asBefore } = settingsOf(stage, args, process.env)
  refuseNobody(stage, settings)
  for (const name of asBefore) console.log(`As before: ${name} ${settings[name]}`)
  mkdirSync('.deployed', { recursive: true })
  const code = await cdk(['deploy', '--all', '--outputs-file', deployedFile(stage), ...args], asEnvironment(settings))
  if (code === 0) writeFileSync(settingsFile(stage), `${JSON.stringify(settings, null, 2)}\n`)
  process.exitCode = code
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
