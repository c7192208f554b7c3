/**
 * Writes the CloudFormation template to cdk.out as `npm run deploy` would deploy it, offline: no account is looked up, nothing
 * is reported.
 * Ends with 1 where a rule of cdk-nag or of CloudFormation is broken. Arguments are passed on to `cdk synth`.
 */
import { cdk } from './cdk.mjs'
import { stageAsked } from './deployed.mjs'
import { asEnvironment, settingsOf } from './settings.mjs'

const flags = ['--quiet', '--no-lookups', '--no-version-reporting']
const args = process.argv.slice(2)
const { settings } = settingsOf(stageAsked(args), args, process.env)
process.exitCode = await cdk(['synth', ...flags, ...args], asEnvironment(settings))
