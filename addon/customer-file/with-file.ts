/** Runs work on the customer file while nobody else's does: two imports at once would give one id twice. */
export function withFile<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  lock?.waitLock(30_000)
  try {
    return work()
  } finally {
    lock?.releaseLock()
  }
}
