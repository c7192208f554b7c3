import type { RunResult } from '../../workbench/wire.ts'
import type { FunctionArgument, FunctionResult } from '../../workbench/workbook.ts'
import type { Realm } from '../ops.ts'
import { plainDataError } from '../plain-data.ts'
import { fromArgument, toResult } from './cells.ts'
import { globals } from './globals.ts'
import { spreadsheetZone } from './spreadsheet/workbook.ts'

/** What this bundle gives the worker. It runs in the script's realm, so every value here is of that realm. */
const realm: Realm = { ready, run, callFunction, failure }
export default realm

let own: Set<string> | undefined

function ready(): void {
  Object.assign(globalThis, globals)
  own = new Set(Object.getOwnPropertyNames(globalThis))
}

/** Runs a function as google.script.run, a menu or a trigger does. */
function run(name: string, args: string): string {
  const result = attempt((): RunResult => {
    const value = scriptFunction(name)(...(JSON.parse(args) as unknown[]))
    const problem = plainDataError(value)
    if (problem !== undefined) throw new Error(`The value that ${name} returned cannot be sent to the page: ${problem}`)
    return { ok: true, value: value ?? null }
  })
  return JSON.stringify(result)
}

/** Computes a custom function for a cell. */
function callFunction(name: string, args: string): string {
  try {
    const zone = spreadsheetZone()
    const given = (JSON.parse(args) as FunctionArgument[]).map((argument) => fromArgument(argument, zone))
    return JSON.stringify({ value: toResult(scriptFunction(name)(...given), zone) } satisfies FunctionResult)
  } catch (error) {
    return JSON.stringify({ error: failure(error).message } satisfies FunctionResult)
  }
}

/** A script that does not compile fails in the worker's realm, so `instanceof Error` would not do. */
function failure(error: unknown): { name: string; message: string } {
  if (Object.prototype.toString.call(error) !== '[object Error]') return { name: 'Error', message: String(error) }
  const { name, message } = error as Error
  return { name, message }
}

function attempt(work: () => RunResult): RunResult {
  try {
    return work()
  } catch (error) {
    return { ok: false, ...failure(error) }
  }
}

/** A top-level function of the script: what the language or a service brought along is not one, nor is a private `x_`. */
function scriptFunction(name: string): (...args: unknown[]) => unknown {
  const found: unknown = (globalThis as Record<string, unknown>)[name]
  if (typeof found !== 'function' || own?.has(name) || name.endsWith('_'))
    throw new Error(`Script function not found: ${name}`)
  return found as (...args: unknown[]) => unknown
}
