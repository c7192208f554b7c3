import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../../local/npm.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * The program of another version of Node: the running one, or else from npm, for Linux on x64 only.
 *
 * @param {'22' | '24'} major
 * @returns {Promise<string>} Where it is.
 * @throws {Error} Where it cannot be had.
 */
export async function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  const binary = join(HERE, 'node_modules', `node${major}`, 'bin', 'node')
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`Install Node ${major}: it comes by itself on Linux x64 only.`)
  if (existsSync(binary)) return binary
  const code = await npm(['ci', '--no-fund', '--no-audit', ...(major === '24' ? ['--omit=optional'] : [])], HERE)
  if (code !== 0 || !existsSync(binary))
    throw new Error(`Node ${major} could not be installed (npm ci in test/node: ${code}).`)
  return binary
}
