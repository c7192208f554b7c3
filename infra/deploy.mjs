/**
 * Deploys a stage to the AWS account whose credentials are in the environment, and keeps what the add-on has to know of it in
 * `.deployed/<stage>.json`, where `npm run push` finds it. Arguments are passed on to `cdk deploy`.
 */
import { mkdirSync } from 'node:fs'
import { cdk } from './cdk.mjs'
import { deployedFile, stageAsked } from './deployed.mjs'

const args = process.argv.slice(2)
const outputs = deployedFile(stageAsked(args))
mkdirSync('.deployed', { recursive: true })
process.exitCode = await cdk(['deploy', '--all', '--outputs-file', outputs, ...args])
