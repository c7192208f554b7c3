import { onTestFinished } from 'vitest'
import { openScriptHost, type ScriptHost, type ScriptHostOptions } from '../../../local/apps-script/script-host.ts'
import type { WorkbookCall } from '../../../local/workbench/workbook.ts'
import { memoryWorkbook } from './memory-workbook.ts'

/** A host of a small script, over an empty workbook unless told otherwise; closed after the test. */
export async function host(code: string, options: Partial<ScriptHostOptions> = {}): Promise<ScriptHost> {
  const script = await openScriptHost({ code, workbook: memoryWorkbook().call, ...options })
  onTestFinished(() => script.close())
  return script
}

/** Runs the body of a function and gives what it returns: on a host of its own where it needs one, else on one for all files. */
export async function evaluate(body: string, options?: Partial<ScriptHostOptions>): Promise<unknown> {
  if (options !== undefined) return (await host(evaluator, options)).run('main', body)
  shared ??= openScriptHost({ code: evaluator, workbook: memoryWorkbook().call })
  return (await shared).run('main', body)
}

/** Runs the body of a function on a workbook, all on one host: quicker than a host for each. */
export async function evaluateOn(workbook: WorkbookCall, body: string): Promise<unknown> {
  onBook ??= openScriptHost({ code: evaluator, workbook: (method, params) => current(method, params) })
  current = workbook
  return (await onBook).run('main', body)
}

let current: WorkbookCall
let onBook: Promise<ScriptHost> | undefined

const evaluator = 'function main(body) { return new Function(body)() }'
let shared: Promise<ScriptHost> | undefined
