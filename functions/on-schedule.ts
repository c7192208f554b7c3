import { logLine } from './log-line.ts'
import { traceOf } from './trace-of.ts'

/**
 * Does the work of a function that a schedule starts. Of what fails it the log has the name and the place: an error's own
 * words, which Lambda would log, may quote what somebody typed.
 *
 * @param service Whose line it is.
 * @throws Error that says no more than that it failed.
 */
export async function onSchedule<T>(service: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    logLine(service, 'ERROR', 'failed', { failure: traceOf(error) })
    throw new Error(`${service} failed: its line of log says where.`)
  }
}
