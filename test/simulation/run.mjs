import { build } from 'esbuild'

/** Bundles the simulation and runs it: `npm run simulate -- --worlds 1000 --seed 1`. */
await build({
  entryPoints: ['test/simulation/simulate.ts'],
  outfile: 'dist/simulation/simulate.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})
await import(new URL('../../dist/simulation/simulate.mjs', import.meta.url).href)
