import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'

const RUNS = 15

/** Secrets Manager, which functions ask for the signing key, answers at once. */
const SECRETS = `globalThis.fetch = async () => Response.json({ SecretString: '${'x'.repeat(48)}' });`

/** What the functions ask of their surroundings before the first request; no address is reached by importing them. */
const SETTINGS = {
  AWS_REGION: 'local',
  TABLE_NAME: 'tiersheet',
  PUBLIC_URL: 'https://api.example.com',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  SIGNING_KEY_ARN: 'arn:aws:secretsmanager:local:1:secret:key',
  AUDIENCE: 'one',
}

/**
 * How long each Lambda function takes to be imported by a process that has just started, as a median, beside what a
 * bundle of nothing but the AWS SDK's DynamoDB client takes.
 */
export async function cold() {
  const modules = {
    'the SDK alone': await bundledSdk(),
    ...Object.fromEntries(
      readdirSync('dist/functions').map((name) => [
        name,
        pathToFileURL(resolve('dist/functions', name, 'index.mjs')).href,
      ]),
    ),
  }
  const times = Object.fromEntries(Object.keys(modules).map((name) => [name, [] as number[]]))
  // In turns, so that what else the machine does falls on all of them.
  for (let run = 0; run < RUNS; run++) {
    for (const [name, module] of Object.entries(modules)) times[name]!.push(importMs(module))
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, verdict(name, all)]))
}

function verdict(name: string, times: number[]) {
  const [fastest, median] = [Math.min(...times), times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!]
  const measured = { 'median ms': Math.round(median), 'fastest ms': Math.round(fastest) }
  return name === 'lambda' ? { ...measured, 'at most': 60, target: median <= 60 ? 'reached' : 'missed' } : measured
}

/** The client, bundled as the functions are. */
async function bundledSdk(): Promise<string> {
  const outfile = resolve('dist/bench/sdk.mjs')
  const { bundling } = (await import(pathToFileURL('functions/build.mjs').href)) as { bundling: BuildOptions }
  await build({
    stdin: {
      contents: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
        import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
        export const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }))`,
      resolveDir: '.',
    },
    outfile,
    ...bundling,
  })
  return pathToFileURL(outfile).href
}

/** In a process of its own, from before the import until after it. */
function importMs(module: string): number {
  const text = `${SECRETS} const started = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - started); process.exit(0)`
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', text], {
    encoding: 'utf8',
    env: { ...process.env, ...SETTINGS },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return Number(out.trim().split('\n').at(-1))
}
