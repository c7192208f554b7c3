import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const page = join(dirname(fileURLToPath(import.meta.url)), 'page')
const outdir = join(page, '../../../dist/workbench')

/** Bundles the workbench's page, whole and without any address outside, into dist/workbench/. */
export async function buildWorkbench() {
  const shared = {
    bundle: true,
    minify: true,
    outdir,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  }
  await mkdir(outdir, { recursive: true })
  await Promise.all([
    build({
      ...shared,
      entryPoints: { page: join(page, 'main.ts') },
      format: 'esm',
      // The page loads one file; Univer's own dynamic imports are inlined.
      splitting: false,
    }),
    build({
      ...shared,
      entryPoints: { page: join(page, 'page.css') },
      loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
    }),
    build({ ...shared, entryPoints: { 'frame-bridge': join(page, 'frame-bridge.ts') }, format: 'iife' }),
    cp(join(page, 'index.html'), join(outdir, 'index.html')),
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorkbench()
