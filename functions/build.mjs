import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { saidTexts } from '../addon/said-texts.mjs'
import { withoutDescriptions } from './without-descriptions.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'dist', 'functions')

/** Each with every package in it, to `dist/functions/<name>/index.mjs`. */
const functions = ['lambda', 'public-pages', 'audit', 'sweep']

/** Packages of the SDK that a function never comes to, and what stands in their place. */
const NEVER_USED = {
  // Lambda gives credentials in the environment: no profiles, single sign-on or metadata service.
  '@aws-sdk/credential-provider-node':
    "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv()",
  // Imported at a moment that never comes, which would keep every module from being joined with the others.
  '@smithy/core/event-streams': 'export {}',
  // DynamoDB has one address a region.
  '@aws-sdk/middleware-endpoint-discovery': `
    export const resolveEndpointDiscoveryConfig = (config) => config
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector() {}, configFileSelector() {} }`,
}

/** The same of single files. */
const FILES_NEVER_USED = {
  // Lambda says all in the environment: no home folder has profiles.
  '@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js': `
    import { CredentialsProviderError } from '../property-provider/CredentialsProviderError'
    export const fromSharedConfigFiles = () => async () => { throw new CredentialsProviderError('There are no profiles.') }`,
  // The rules of all kinds of addresses, of which this is the one that is asked.
  '@aws-sdk/client-dynamodb/dist-es/endpoint/endpointResolver.js': `
    export const defaultEndpointResolver = ({ Endpoint, Region }) =>
      ({ url: new URL(Endpoint ?? 'https://dynamodb.' + Region + (/^cn-/.test(Region) ? '.amazonaws.com.cn' : '.amazonaws.com')) })`,
  // Of the adaptive mode of retries, which nobody asks for.
  '@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js': 'export class DefaultRateLimiter {}',
  // Node has it itself.
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js': 'export const Sha256Js = undefined',
}

/** How a function is bundled. The browser build of a package is never taken. */
export const bundling = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
}

/**
 * Builds the Lambda functions, each small enough to start quickly, and the description of the API beside the one that
 * gives it out.
 */
export async function buildFunctions() {
  rmSync(OUT, { recursive: true, force: true })
  for (const name of functions) {
    const options = {
      absWorkingDir: ROOT,
      entryPoints: [`functions/${name}.ts`],
      outfile: join(OUT, name, 'index.mjs'),
      ...bundling,
    }
    const plugins = [nodeModules(), withoutUnused(), withoutDescriptions()]
    const texts = saidTexts({ ...options, write: false, plugins: [] })
    await build({ ...options, plugins: [...plugins, texts] })
  }
  writeFileSync(join(OUT, 'lambda', 'openapi.json'), JSON.stringify(await description()))
}

/** The description of the API, but for its address. */
async function description() {
  const outfile = join(OUT, 'openapi.mjs')
  const contents = `
    import { openapi } from './functions/openapi.ts'
    import { routes } from './functions/routes/routes.ts'
    export const description = openapi(routes, '')`
  await build({
    absWorkingDir: ROOT,
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const made = await import(pathToFileURL(outfile).href)
  rmSync(outfile)
  return made.description
}

/**
 * Takes modules of Node as they are: an `import` of one reads all that it exports, and so loads what is there to be loaded
 * late (streams of files by `node:fs`, WebCrypto by `node:crypto`, on Node 24 all of `fetch` by `node:http`).
 *
 * @returns {import('esbuild').Plugin}
 */
function nodeModules() {
  return {
    name: 'node-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'node' }))
      onLoad({ filter: /./, namespace: 'node' }, ({ path }) => ({
        contents: `module.exports = process.getBuiltinModule('${path}')`,
      }))
    },
  }
}

/** @returns {import('esbuild').Plugin} */
function withoutUnused() {
  const names = new RegExp(`^(${Object.keys(NEVER_USED).join('|')})$`)
  const packages = join(ROOT, 'node_modules', '@aws-sdk', 'credential-provider-node')
  return {
    name: 'without-unused',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'unused', sideEffects: false }))
      onLoad({ filter: /./, namespace: 'unused' }, ({ path }) => ({ contents: NEVER_USED[path], resolveDir: packages }))
      for (const [file, contents] of Object.entries(FILES_NEVER_USED)) {
        const filter = new RegExp(`[\\\\/]${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`)
        onLoad({ filter }, () => ({ contents }))
      }
      // Clients read their version in it, and nothing else.
      onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, ({ path }) => {
        const { version } = JSON.parse(readFileSync(path, 'utf8'))
        return { contents: JSON.stringify({ version }), loader: 'json' }
      })
    },
  }
}

if (import.meta.filename === process.argv[1]) await buildFunctions()
