import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs the CDK's own program on the deployment, from sources as they are; it reports nothing to AWS.
 *
 * @param {string[]} args The command and its flags.
 * @param {Record<string, string>} [settings] In place of what the environment says of them.
 * @returns {Promise<number>} How it ended, 0 where all was well.
 */
export async function cdk([command, ...args], settings = {}) {
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
  const program = join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk')
  const app = ['--app', 'node --enable-source-maps dist/infra/app.js', '--output', 'cdk.out', '--no-notices']
  const env = { ...process.env, ...settings, CDK_DISABLE_CLI_TELEMETRY: 'true' }
  const { status } = spawnSync(process.execPath, [program, command, ...app, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  })
  return status ?? 1
}
