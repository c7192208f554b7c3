/** Does work on the spreadsheet while nobody else's does: two at once would give one id twice. Not to be nested. */
export function oneAtATime<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  lock?.waitLock(30_000)
  try {
    return work()
  } finally {
    lock?.releaseLock()
  }
}
