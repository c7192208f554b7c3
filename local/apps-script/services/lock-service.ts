import { emulated } from './emulated.ts'

/** The global `LockService`. Scripts run one after another here, so a lock is always free to take. */
export const lockService = emulated('LockService', {
  getDocumentLock: lock,
  getScriptLock: lock,
  getUserLock: lock,
})

function lock() {
  let held = false
  return emulated('Lock', {
    tryLock(_milliseconds: number) {
      held = true
      return true
    },
    waitLock(_milliseconds: number) {
      held = true
    },
    hasLock: () => held,
    releaseLock() {
      held = false
    },
  })
}
