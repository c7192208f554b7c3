/** Where an error was thrown, without its words, which may quote what somebody typed, even a line that looks like a place. */
export function traceOf(error: unknown): { name: string; at: string } {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error('not an error')
  const after = stack.indexOf(message) + message.length
  const frames = stack
    .slice(after)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { name, at: frames.slice(0, 8).join('\n') }
}
