import { parseArgs } from 'node:util'
import { InputError } from '../core/input-error.ts'

/**
 * Reads a program's options, each `--name value`.
 *
 * @param defaults Every option there is, with its value where it is left out.
 * @throws InputError `unknownOption`, `notAPort` for an option named `port`, `notASampleSize` for one named `customers`.
 */
export function readOptions<Name extends string>(args: string[], defaults: Record<Name, string>): Record<Name, string> {
  const names = Object.keys(defaults) as Name[]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { tokens } = parseArgs({ args, strict: false, tokens: true, options })
  const stray = tokens.find(
    (token) => token.kind !== 'option' || !names.includes(token.name as Name) || !token.value?.trim(),
  )
  if (stray) {
    const listed = names.map((name) => `--${name}`).join(', ')
    throw new InputError('unknownOption', { option: args[stray.index] ?? '', options: listed })
  }
  const { values } = parseArgs({ args, options })
  const read = { ...defaults, ...(values as Record<Name, string>) }
  if ('port' in read) checkPort(String(read.port))
  if ('customers' in read) checkCustomers(String(read.customers))
  return read
}

function checkPort(port: string): void {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new InputError('notAPort', { value: port })
}

function checkCustomers(count: string): void {
  if (!/^\d{2,3}$/.test(count) || Number(count) < 10 || Number(count) > 600) {
    throw new InputError('notASampleSize', { value: count })
  }
}
