/**
 * Writes one line of log: JSON with level, message, time and service, then what is told. It goes straight to the output,
 * past the console that Lambda wraps.
 *
 * @param service Whose line it is, such as `tiersheet-sweep`.
 */
export function logLine(service: string, level: 'INFO' | 'ERROR', message: string, told: object): void {
  const line = { level, message, timestamp: new Date().toISOString(), service, ...told }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
