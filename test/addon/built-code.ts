import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'

type BuildAddon = (options: { apiUrl?: string; outdir: string }) => Promise<void>
export type Formulas = (name: string, ...args: unknown[]) => unknown
export type FormulaCall = { name: string; args: unknown[] }
/** What a call gives, or the message that it throws. */
export type Outcome = { result?: unknown; problem?: string }

type SandboxOptions = { locale?: string; timeZone?: string }

const DIST = join('dist', 'addon')

/**
 * The add-on's files by name: as `npm run build` left them, or built anew for an address of the API.
 *
 * @throws Error where what was built is older than what it was built from.
 */
export async function builtAddon(apiUrl?: string): Promise<Map<string, string>> {
  if (apiUrl === undefined) {
    refuseStale(join(DIST, 'Code.js'), ['addon', 'core'])
    return filesIn(DIST)
  }
  const { buildAddon }: { buildAddon: BuildAddon } = await import(pathToFileURL(join('addon', 'build.mjs')).href)
  const outdir = await mkdtemp(join(tmpdir(), 'tiersheet-addon-'))
  try {
    await buildAddon({ apiUrl, outdir })
    return await filesIn(outdir)
  } finally {
    await rm(outdir, { recursive: true })
  }
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder)
  return new Map(await Promise.all(files.map(async (f) => [f, await readFile(join(folder, f), 'utf8')] as const)))
}

/** @throws Error where a built file is older than what it was built from. */
export function refuseStale(file: string, sources: string[]): void {
  const built = existsSync(file) ? statSync(file).mtimeMs : 0
  const found = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const newer = found.find((name) => /\.(tsx?|mjs|css)$/.test(name) && statSync(name).mtimeMs > built)
  if (newer) throw new Error(`${newer} is newer than ${file}. Run npm run build.`)
}

/** Calls the script's functions in a sandbox with just what scoring formulas may ask for; results are of this realm. */
export function formulasOf(code: string, options?: SandboxOptions): Formulas {
  const run = runnerOf(code, 'this[given.name](...given.args)', options)
  return (name, ...args) => run({ name, args })
}

/** As `formulasOf`, many calls at once: to start what watches the time takes longer than most formulas do. */
export function outcomesOf(code: string, options?: SandboxOptions): (calls: FormulaCall[]) => Outcome[] {
  const outcome =
    '{ try { return { result: this[name](...args) } } catch (error) { return { problem: error.message } } }'
  return runnerOf(code, `given.map(({ name, args }) => ${outcome})`, options) as (calls: FormulaCall[]) => Outcome[]
}

/** Runs a text over `given` in the script's sandbox. */
function runnerOf(code: string, text: string, { locale = 'en_US', timeZone = 'Etc/UTC' }: SandboxOptions = {}) {
  const spreadsheet = { getSpreadsheetTimeZone: () => timeZone, getSpreadsheetLocale: () => locale }
  const sandbox = vm.createContext({
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet },
    Utilities: { formatDate },
  })
  vm.runInContext(code, sandbox)
  const running = new vm.Script(text)
  return (given: unknown): unknown => {
    sandbox.given = given
    return structuredClone(running.runInContext(sandbox, { timeout: FORMULA_MS }))
  }
}

/** What Sheets gives a formula. */
const FORMULA_MS = 30_000

/** As `Utilities.formatDate` writes the one pattern that formulas use. */
function formatDate(date: Date, timeZone: string): string {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, ...CLOCK })
  clocks.set(timeZone, clock)
  return clock.format(date).replace(' ', 'T')
}

const CLOCK = { dateStyle: 'short', timeStyle: 'medium' } as const
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The message that a formula throws; fails where it throws none. */
export function messageOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('The formula threw nothing.')
}

/** Values as a column of cells. */
export function column(...cells: unknown[]): unknown[][] {
  return cells.map((cell) => [cell])
}
