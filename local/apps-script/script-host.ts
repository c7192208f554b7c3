import type { RunResult } from '../workbench/wire.ts'
import type { CallFunction, FunctionArgument, FunctionResult, WorkbookCall } from '../workbench/workbook.ts'
import { type CacheStore, cacheStore } from './cache-store.ts'
import type { LogLine, Mode, Sharing } from './ops.ts'
import { plainDataError } from './plain-data.ts'
import { type PropertyStore, propertyStore } from './property-store.ts'
import { type ScriptAnswers, type ScriptUi, type ScriptWorld, scriptAnswers } from './script-answers.ts'
import { scriptThread } from './script-thread.ts'
import { type TriggerStore, triggerStore } from './trigger-store.ts'

export type ScriptHostOptions = {
  /** The text of Code.js. */
  code: string
  workbook: WorkbookCall
  /** An HTML file of the script by its name without `.html`. None by default. */
  html?: (name: string) => string | undefined | Promise<string | undefined>
  /** What shows menus, sidebars and alerts. By default nothing is shown and alerts are closed. */
  ui?: Partial<ScriptUi>
  identityToken?: () => string | Promise<string>
  locale?: () => string
  timeZone?: string
  properties?: PropertyStore
  cache?: CacheStore
  triggers?: TriggerStore
  log?: (line: LogLine) => void
  /** Whether somebody else's run holds the document's lock; never, by default. */
  isLocked?: () => boolean
  /** Whom the spreadsheet is shared with; with the person alone, by default. */
  sharing?: Sharing
  limits?: { runMs?: number; functionMs?: number; fetchMs?: number }
}

const RUN_MS = 6 * 60_000
const FUNCTION_MS = 30_000
/** What people measured; Google names no figure. */
const FETCH_MS = 60_000

/**
 * Runs a built Apps Script bundle against a workbook, without a browser.
 *
 * There are two threads, because a script that flushes waits for cells, and cells wait for custom functions.
 */
export async function openScriptHost(options: ScriptHostOptions) {
  const answers = scriptAnswers(await worldOf(options))
  const answer = async (op: keyof ScriptAnswers, params: unknown) => answers[op](params as never)
  const scripts = scriptThread(options.code, options.limits?.runMs ?? RUN_MS, answer)
  const functions = scriptThread(options.code, options.limits?.functionMs ?? FUNCTION_MS, answer)

  /** Runs a function as a menu item, a trigger or google.script.run does; never rejects. */
  async function attempt(name: string, args: unknown[] = [], mode: Mode = 'full'): Promise<RunResult> {
    const problem = plainDataError(args, 'the list of arguments')
    if (problem !== undefined) return { ok: false, name: 'TypeError', message: `${name} cannot be called: ${problem}` }
    return scripts.run({ kind: 'run', mode, name, args: JSON.stringify(args) }).then(
      (result): RunResult => JSON.parse(result),
      (error: Error): RunResult => ({ ok: false, name: 'Exception', message: error.message }),
    )
  }

  /** Runs a function and gives what it returns. Throws what it throws. */
  async function run(name: string, ...args: unknown[]): Promise<unknown> {
    const result = await attempt(name, args)
    if (result.ok) return result.value
    throw Object.assign(new Error(result.message), { name: result.name })
  }

  /** Computes a custom function for a cell. */
  const callFunction: CallFunction = (name: string, args: FunctionArgument[]) =>
    functions.run({ kind: 'function', mode: 'function', name, args: JSON.stringify(args) }).then(
      (result): FunctionResult => JSON.parse(result),
      (error: Error): FunctionResult => ({ error: error.message }),
    )

  /** Runs onOpen as Sheets does, without authorisation, where the script has one; it makes the menu. */
  const open = (): Promise<RunResult> => attempt('onOpen', [{ authMode: 'NONE' }], 'menu')

  const close = async (): Promise<void> => {
    await Promise.all([scripts.close(), functions.close()])
  }

  return { run, attempt, callFunction, open, close }
}

export type ScriptHost = Awaited<ReturnType<typeof openScriptHost>>

async function worldOf(options: ScriptHostOptions): Promise<ScriptWorld> {
  return {
    workbook: options.workbook,
    html: options.html ?? (() => undefined),
    ui: { menu() {}, sidebar() {}, dialog() {}, alert: async () => 'CLOSE', toast() {}, ...options.ui },
    identityToken: options.identityToken ?? noIdentity,
    locale: options.locale ?? (() => 'en'),
    timeZone: options.timeZone ?? 'Etc/UTC',
    properties: options.properties ?? (await propertyStore()),
    cache: options.cache ?? cacheStore(),
    triggers: options.triggers ?? (await triggerStore()),
    log: options.log ?? (() => {}),
    isLocked: options.isLocked ?? (() => false),
    fetchMs: options.limits?.fetchMs ?? FETCH_MS,
    ...(options.sharing && { sharing: options.sharing }),
  }
}

function noIdentity(): string {
  throw new Error('Nobody is signed in.')
}
