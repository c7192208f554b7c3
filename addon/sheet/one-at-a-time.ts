import { InputError } from '../../core/input-error.ts'

const WAIT_MS = 20_000

/**
 * Does work on the spreadsheet while nobody else's does: two at once would give one id twice. Not to be nested.
 *
 * @throws InputError `busyNow` where somebody else's work takes too long to be waited for.
 */
export function oneAtATime<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  if (lock && !lock.tryLock(WAIT_MS)) throw new InputError('busyNow', undefined)
  try {
    const result = work()
    SpreadsheetApp.flush()
    return result
  } finally {
    lock?.releaseLock()
  }
}
