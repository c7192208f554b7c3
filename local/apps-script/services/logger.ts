import type { LogLine } from '../ops.ts'
import { ask } from './ask.ts'
import { emulated } from './emulated.ts'

const say =
  (level: LogLine['level']) =>
  (...parts: unknown[]): void => {
    ask('console', { level, text: logText(parts) })
  }

/** The globals `console` and `Logger`. */
export const scriptConsole = emulated('console', {
  log: say('log'),
  info: say('info'),
  warn: say('warn'),
  error: say('error'),
})

export const logger = emulated('Logger', { log: say('log') })

/** Fills `%s` and `%d`, and puts what is left over behind. */
function logText([first, ...rest]: unknown[]): string {
  const filled =
    typeof first === 'string'
      ? first.replace(/%[sdo]/g, (mark) => (rest.length > 0 ? text(rest.shift()) : mark))
      : text(first)
  return [filled, ...rest.map(text)].join(' ')
}

function text(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value)
  return typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? '') : String(value)
}
