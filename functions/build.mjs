import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds the Lambda function, with every package in it, to `dist/functions/lambda/index.mjs`.
 *
 * The browser build of a package is never taken, and `require` is there for packages that still call it.
 */
export async function buildFunctions() {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['functions/lambda.ts'],
    outfile: join(ROOT, 'dist', 'functions', 'lambda', 'index.mjs'),
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
