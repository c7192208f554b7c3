import { build } from 'esbuild'
import { writeScriptThread } from './apps-script/build.mjs'
import { buildWorkbench } from './workbench/build.mjs'

/** The programs of this folder, each bundled to `dist/local/<name>.js`; packages stay outside. */
const programs = ['api', 'audit', 'dynamodb', 'probe', 'start']

await Promise.all([
  build({
    entryPoints: programs.map((name) => `local/${name}.ts`),
    outdir: 'dist/local',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
  }),
  writeScriptThread('dist/local'),
  buildWorkbench(),
])
