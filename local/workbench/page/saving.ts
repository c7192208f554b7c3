import type { Model } from '../model/open-model.ts'
import type { WorkbookSnapshot } from '../workbook.ts'

const waitMs = 1000
/** A script that writes again and again is not held up by a save each time, but what it wrote is saved now and then. */
const mostMs = 10_000

export type SavingState = 'saved' | 'changed' | 'saving'

export type Saving = ReturnType<typeof keepSaved>

/**
 * Sends the workbook to the host a second after a change, later while a script runs, and at once when the page is hidden
 * or left.
 *
 * @param send Sends a snapshot under an id; says whether it could.
 * @param isRunning Whether a script runs for this page.
 */
export function keepSaved(
  model: Model,
  send: (id: number, snapshot: WorkbookSnapshot) => boolean,
  isRunning: () => boolean,
  show: (state: SavingState) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  let changedAt = 0
  let lastId = 0
  let savedId = 0

  function change() {
    if (!changed) changedAt = Date.now()
    changed = true
    show('changed')
    clearTimeout(timer)
    timer = setTimeout(flushSoon, waitMs)
  }

  function flushSoon() {
    if (!isRunning() || Date.now() - changedAt >= mostMs) return flush()
    timer = setTimeout(flushSoon, waitMs)
  }

  /** Sends what is not yet sent. */
  function flush() {
    clearTimeout(timer)
    if (!unsaved() || !send(lastId + 1, model.snapshot())) return
    lastId++
    changed = false
    show('saving')
  }

  function saved(id: number) {
    savedId = id
    if (!unsaved()) show('saved')
  }

  /** Whether something is changed that the host has not said to be on disk. */
  function unsaved() {
    return changed || savedId !== lastId
  }

  model.onChange(change)
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', hidden)
  addEventListener('pagehide', flush)
  return {
    flush,
    saved,
    unsaved,
    stop() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', flush)
    },
  }
}
