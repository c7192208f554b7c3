import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Bundles the two texts that a script thread is started with: `worker` for Node, and `services` for the
 * script's realm, as CommonJS that the worker wraps in a function.
 *
 * @returns {Promise<{ worker: string, services: string }>}
 */
export async function bundleScriptThread() {
  const [worker, services] = await Promise.all([
    bundle('worker.ts', { platform: 'node' }),
    bundle('services/realm.ts', { platform: 'neutral' }),
  ])
  return { worker, services }
}

/** Writes both texts into a folder, where the built program finds them. */
export async function writeScriptThread(folder) {
  const { worker, services } = await bundleScriptThread()
  await mkdir(folder, { recursive: true })
  await Promise.all([
    writeFile(join(folder, 'script-worker.cjs'), worker),
    writeFile(join(folder, 'script-services.cjs'), services),
  ])
}

async function bundle(entry, options) {
  const entryPoints = [fileURLToPath(new URL(entry, import.meta.url))]
  const { outputFiles } = await build({
    ...options,
    entryPoints,
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  })
  return outputFiles[0].text
}
