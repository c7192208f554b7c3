import { parseArgs } from 'node:util'
import { InputError } from '../../core/input-error.ts'

/** Where to serve and what: a port (0 for any free one) and a folder, or `:memory:` to keep nothing. */
export type Options = { port: number; data: string }

/**
 * Reads `--port 8000 --data FOLDER`; both may be left out.
 *
 * @throws InputError `unknownOption`, `notAPort`
 */
export function readOptions(args: string[]): Options {
  const { port, data } = parse(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new InputError('notAPort', { value: port })
  return { port: Number(port), data }
}

function parse(args: string[]): { port: string; data: string } {
  const port = { type: 'string', default: '8000' } as const
  const data = { type: 'string', default: '.tiersheet/dynamodb' } as const
  const { tokens } = parseArgs({ args, strict: false, tokens: true, options: { port, data } })
  const stray = tokens.find(
    (token) => token.kind !== 'option' || !['port', 'data'].includes(token.name) || !token.value?.trim(),
  )
  if (stray) throw new InputError('unknownOption', { option: args[stray.index] ?? '', options: '--port, --data' })
  return parseArgs({ args, options: { port, data } }).values
}
