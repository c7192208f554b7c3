import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Each with every package in it, to `dist/functions/<name>/index.mjs`. */
const functions = ['lambda', 'audit', 'sweep']

/**
 * Builds the Lambda functions.
 *
 * The browser build of a package is never taken, and `require` is there for packages that still call it.
 */
export async function buildFunctions() {
  await build({
    absWorkingDir: ROOT,
    entryPoints: functions.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
    outdir: join(ROOT, 'dist', 'functions'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  })
}

if (import.meta.filename === process.argv[1]) await buildFunctions()
