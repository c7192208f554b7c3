import type { Model } from '../model/open-model.ts'
import type { WorkbookSnapshot } from '../workbook.ts'

const waitMs = 1000

export type SavingState = 'saved' | 'changed' | 'saving'

export type Saving = ReturnType<typeof keepSaved>

/**
 * Sends the workbook to the host a second after a change, and at once when the page is hidden or left.
 *
 * @param send Sends a snapshot under an id; says whether it could.
 */
export function keepSaved(
  model: Model,
  send: (id: number, snapshot: WorkbookSnapshot) => boolean,
  show: (state: SavingState) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  let lastId = 0
  let savedId = 0

  function change() {
    changed = true
    show('changed')
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
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
