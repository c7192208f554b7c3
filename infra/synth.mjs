/**
 * Writes the CloudFormation template to cdk.out, offline: no account is looked up, nothing is reported.
 * Ends with 1 where a rule of cdk-nag or of CloudFormation is broken. Arguments are passed on to `cdk synth`.
 */
import { cdk } from './cdk.mjs'

const flags = ['--quiet', '--no-lookups', '--no-version-reporting']
process.exitCode = await cdk(['synth', ...flags, ...process.argv.slice(2)])
