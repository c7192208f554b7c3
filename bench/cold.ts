import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type BuildOptions, build } from 'esbuild'

const RUNS = 15
const SDK = 'the SDK alone'

const run = promisify(execFile)

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

/** A request that reads nothing, as API Gateway sends it. */
const HEALTH = {
  version: '2.0',
  rawPath: '/health',
  rawQueryString: '',
  headers: { host: 'api.example.com' },
  requestContext: { http: { method: 'GET', path: '/health' }, requestId: '1', domainName: 'api.example.com' },
}

type Started = { import: number; reply?: number }

/**
 * How long each Lambda function takes to be imported by a process of Lambda's Node that has just started, and those behind the HTTP API
 * until their first reply, beside what a bundle of nothing but the AWS SDK's DynamoDB client takes, as it is published.
 *
 * On a machine that does other things too, the fastest says most, and how many times the client's it is.
 */
export async function cold() {
  // Secrets Manager, which functions ask for the signing key, answers at once.
  const secrets = createServer((_, reply) => reply.end(JSON.stringify({ SecretString: 'x'.repeat(48) })))
  await new Promise<void>((listening) => secrets.listen(0, '127.0.0.1', listening))
  const AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`
  const node = await lambdaNode()
  const env = { ...process.env, ...SETTINGS, AWS_ENDPOINT_URL_SECRETS_MANAGER }
  const functions = readdirSync('dist/functions').map((name) => [name, resolve('dist/functions', name, 'index.mjs')])
  const modules: Record<string, string> = { [SDK]: await bundledSdk(), ...Object.fromEntries(functions) }
  const all = Object.fromEntries(Object.keys(modules).map((name) => [name, [] as Started[]]))
  // In turns, so that what else the machine does falls on all of them.
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [name, module] of Object.entries(modules)) all[name]!.push(await started(node, module, env))
  }
  secrets.close()
  const client = fastest(all[SDK]!.map((each) => each.import))
  const verdicts = Object.entries(all).map(([name, each]) => [name, verdict(name, each, client)])
  const { stdout: version } = await run(node, ['--version'])
  return { node: version.trim(), ...Object.fromEntries(verdicts) }
}

function verdict(name: string, all: Started[], client: number) {
  const times = all.map((each) => each.import)
  const measured = {
    'median ms': Math.round(median(times)),
    'fastest ms': Math.round(fastest(times)),
    "times the client's": Number((fastest(times) / client).toFixed(2)),
  }
  if (all[0]?.reply === undefined) return measured
  const replied = {
    ...measured,
    'fastest ms until the first reply': Math.round(fastest(all.map((each) => each.reply!))),
  }
  return name === 'lambda' ? { ...replied, 'at most': 60, target: median(times) <= 60 ? 'reached' : 'missed' } : replied
}

const fastest = (times: number[]) => Math.min(...times)
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!

/** The version that the functions run on, where it can be had. */
async function lambdaNode(): Promise<string> {
  const { nodeOf } = (await import(pathToFileURL('test/node/node-of.mjs').href)) as {
    nodeOf: (major: string) => Promise<string>
  }
  return nodeOf('24').catch(() => process.execPath)
}

/** The client as anybody bundles it. */
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
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  })
  return outfile
}

/** In a process of its own, from before the import. */
async function started(node: string, module: string, env: NodeJS.ProcessEnv): Promise<Started> {
  const text = `
    const began = performance.now()
    const { handler } = await import(${JSON.stringify(pathToFileURL(module).href)})
    const told = { import: performance.now() - began }
    if (${/lambda|pages/.test(module)}) {
      await handler(${JSON.stringify(HEALTH)}, {})
      told.reply = performance.now() - began
    }
    console.log(JSON.stringify(told))
    process.exit(0)`
  const { stdout } = await run(node, ['--input-type=module', '--eval', text], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}
