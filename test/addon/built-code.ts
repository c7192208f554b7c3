import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'

type BuildAddon = (options: { apiUrl?: string; outdir: string }) => Promise<void>
export type Formulas = (name: string, ...args: unknown[]) => unknown

/** The add-on as `npm run build` would write it: each file's text by its name. */
export async function builtAddon(apiUrl = 'https://api.example.test/v'): Promise<Map<string, string>> {
  const { buildAddon }: { buildAddon: BuildAddon } = await import(pathToFileURL(join('addon', 'build.mjs')).href)
  const outdir = await mkdtemp(join(tmpdir(), 'tiersheet-addon-'))
  try {
    await buildAddon({ apiUrl, outdir })
    const files = await readdir(outdir)
    return new Map(await Promise.all(files.map(async (f) => [f, await readFile(join(outdir, f), 'utf8')] as const)))
  } finally {
    await rm(outdir, { recursive: true })
  }
}

/** Calls the script's functions in a sandbox with just what scoring formulas may ask for; results are of this realm. */
export function formulasOf(code: string, { locale = 'en_US', timeZone = 'Etc/UTC' } = {}): Formulas {
  const spreadsheet = { getSpreadsheetTimeZone: () => timeZone, getSpreadsheetLocale: () => locale }
  const sandbox = vm.createContext({
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet },
    Utilities: { formatDate },
  })
  vm.runInContext(code, sandbox)
  const calling = new vm.Script('this[call.name](...call.args)')
  return (name, ...args) => {
    sandbox.call = { name, args }
    return structuredClone(calling.runInContext(sandbox, { timeout: FORMULA_MS }))
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
