import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type * as entry from './survey-entry.ts'
import type { Theme } from './world.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A bug to put into the program: one text of one file in place of another; found soonest in worlds of a theme, and in one
 * of the first few unless a later seed is told.
 */
export type Plant = { name: string; file: string; from: string; to: string; theme?: Theme; seed?: number }

/** The seed from which on a bug is looked for: with `THOROUGH=1` the first of all. */
export function firstSeed({ seed = 1 }: Pick<Plant, 'seed'>): number {
  return process.env.THOROUGH === undefined ? seed : 1
}

/** The backend's own code, as built for a simulation. */
export type Program = typeof entry

/** Tokens are `sub` alone: Google's signature is not what is simulated. */
const IDENTITY =
  'export const verifier = () => async (sub) => ({ sub, email: sub.replace(/^[^@]+$/, "$&@team.test"), name: sub })'

/** What the program takes from its surroundings, and who gives it here: see `Surroundings`. */
const SURROUNDINGS = {
  setTimeout: 'simulated.setTimeout',
  'Math.random': 'simulated.random',
  'crypto.getRandomValues': 'simulated.getRandomValues',
}

/**
 * Builds the program, or another entry of it, with its clock, timers and randomness in the simulation's hands, and loads it.
 *
 * @throws Error unless the text of each bug is found exactly once in its file.
 */
export async function builtProgram<P = Program>(
  name: string,
  plants: Plant[] = [],
  entry = 'test/simulation/survey-entry.ts',
): Promise<P> {
  const outfile = join(ROOT, 'dist', 'simulation', `${name}.mjs`)
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    define: SURROUNDINGS,
    plugins: [replaced('functions/identity.ts', () => IDENTITY), ...plants.map(planted)],
  })
  return import(/* @vite-ignore */ `${pathToFileURL(outfile).href}?${Date.now()}`)
}

function planted({ name, file, from, to }: Plant): Plugin {
  return replaced(file, (code) => {
    const found = code.split(from).length - 1
    if (found !== 1) throw new Error(`${name}: its text stands ${found} times in ${file}.`)
    return code.replace(from, () => to)
  })
}

function replaced(file: string, change: (code: string) => string): Plugin {
  return {
    name: file,
    setup({ onLoad }) {
      const path = join(ROOT, file)
      const filter = new RegExp(`${file.replace(/[.]/g, '\\.')}$`)
      onLoad({ filter }, async () => ({ contents: change(await readFile(path, 'utf8')), loader: 'ts' }))
    },
  }
}
