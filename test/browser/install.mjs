/**
 * Installs a Chromium for the tests (75 MB) where no browser is found; elsewhere, and where it is there, does nothing.
 * Where to look for one is `test/browser.ts`'s knowledge, which is bundled here because Node 20 runs no TypeScript.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { npm } from '../../local/npm.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '..', '..')
const fits = process.platform === 'linux' && process.arch === 'x64'

if (fits && !process.env.CHROME_PATH && !(await browserIsInstalled())) {
  process.stderr.write('No browser found: installing a Chromium for the tests (75 MB), once.\n')
  const code = await npm(['ci', '--no-fund', '--no-audit'], HERE)
  if (code === 0) await import('./unpack.mjs')
  else process.stderr.write(`It could not be installed (npm ci: ${code}): the browser tests will say so.\n`)
}

async function browserIsInstalled() {
  const outfile = join(ROOT, 'dist', 'test', 'browser.mjs')
  await build({
    entryPoints: [join(ROOT, 'test', 'browser.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const { browserPath } = await import(pathToFileURL(outfile).href)
  try {
    return browserPath() !== ''
  } catch {
    return false
  }
}
