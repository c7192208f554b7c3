import { build } from 'esbuild'
import { writeScriptThread } from './apps-script/build.mjs'

/** The programs of this folder, each bundled to `dist/local/<name>.js`; packages stay outside. */
const programs = ['dynamodb']

await build({
  entryPoints: programs.map((name) => `local/${name}.ts`),
  outdir: 'dist/local',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
})

await writeScriptThread('dist/local')
