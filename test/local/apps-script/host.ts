import { afterEach } from 'vitest'
import { openScriptHost, type ScriptHost, type ScriptHostOptions } from '../../../local/apps-script/script-host.ts'
import { memoryWorkbook } from './memory-workbook.ts'

const opened: ScriptHost[] = []

/** A host of a small script, over an empty workbook unless told otherwise; closed after the test. */
export async function host(code: string, options: Partial<ScriptHostOptions> = {}): Promise<ScriptHost> {
  const script = await openScriptHost({ code, workbook: memoryWorkbook().call, ...options })
  opened.push(script)
  return script
}

/** Runs the body of one function and gives what it returns. */
export async function evaluate(body: string, options: Partial<ScriptHostOptions> = {}): Promise<unknown> {
  return (await host(`function main() { ${body} }`, options)).run('main')
}

afterEach(() => Promise.all(opened.splice(0).map((script) => script.close())))
