/**
 * Writes the CloudFormation template to cdk.out, offline: no account is looked up, nothing is reported.
 * Ends with 1 where a rule of cdk-nag or of CloudFormation is broken. Arguments are passed on to `cdk synth`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

await build({
  absWorkingDir: ROOT,
  entryPoints: ['infra/app.ts'],
  outfile: 'dist/infra/app.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
})

const flags = ['--quiet', '--no-lookups', '--no-notices', '--no-version-reporting']
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'),
    'synth',
    ...['--app', 'node --enable-source-maps dist/infra/app.js', '--output', 'cdk.out'],
    ...flags,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' } },
)
process.exitCode = status ?? 1
