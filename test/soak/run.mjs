import { build } from 'esbuild'

/** Bundles the soak test and the API that it runs, and runs it: `npm run soak -- --minutes 60`. */
await build({
  entryPoints: { soak: 'test/soak/soak.ts', served: 'test/soak/served.ts' },
  outdir: 'dist/soak',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})
await import(new URL('../../dist/soak/soak.mjs', import.meta.url).href)
