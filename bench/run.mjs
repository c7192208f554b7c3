import { build } from 'esbuild'

/** Bundles the measurements and runs them, one table a measurement. */
await build({
  entryPoints: ['bench/bench.ts'],
  outfile: 'dist/local/bench.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})
await import(new URL('../dist/local/bench.js', import.meta.url).href)
