import { build } from 'esbuild'

/** Bundles the measurements and runs them, or those named after it; one table a measurement. */
await build({
  entryPoints: {
    bench: 'bench/bench.ts',
    'bench-peak-memory': 'bench/functions/peak-memory.ts',
    'bench-flood-part': 'bench/flood/part.ts',
    'bench-flood-crowd': 'bench/flood/crowd.ts',
  },
  outdir: 'dist/local',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})
await import(new URL('../dist/local/bench.js', import.meta.url).href)
