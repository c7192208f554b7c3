import { ask } from './ask.ts'
import { emulated } from './emulated.ts'
import { exception } from './exception.ts'

/**
 * The global `LockService`. Scripts run one after another here, so a lock is free to take, unless a test says that
 * somebody else has it. To take it twice in one run is a mistake: the first release would let others in.
 */
export const lockService = emulated('LockService', {
  getDocumentLock: lock,
  getScriptLock: lock,
  getUserLock: lock,
})

let isTaken = false

function lock() {
  let isHeld = false
  const take = () => {
    if (isTaken) throw new Error('Workbench: this run holds a lock already')
    isHeld = isTaken = !ask('LockService.isHeldElsewhere', {})
    return isHeld
  }
  return emulated('Lock', {
    tryLock: (_milliseconds: number) => take(),
    waitLock(_milliseconds: number) {
      if (!take()) throw exception('Lock timeout: another process was holding the lock for too long.')
    },
    hasLock: () => isHeld,
    releaseLock() {
      if (isHeld) isTaken = false
      isHeld = false
    },
  })
}
