/** Builds the probe, a script of its own, to `dist/probe/`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildScript } from '../build.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Writes the probe's script and manifest: the add-on's scopes, and no address to call. */
export async function buildProbe(outdir = join(ROOT, 'dist', 'probe')) {
  const script = await buildScript('https://api.tiersheet.example/', 'probe/probe.ts')
  rmSync(outdir, { recursive: true, force: true })
  mkdirSync(outdir, { recursive: true })
  writeFileSync(join(outdir, 'Code.js'), script)
  writeFileSync(join(outdir, 'appsscript.json'), readFileSync(join(ROOT, 'appsscript.json')))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildProbe()
