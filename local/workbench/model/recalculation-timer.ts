import type { WorkbookSnapshot } from '../workbook.ts'

export type RecalculationInterval = NonNullable<WorkbookSnapshot['recalculation']>

const minutes: Record<RecalculationInterval, number> = { ON_CHANGE: 0, MINUTE: 1, HOUR: 60 }

/** Has what depends on the time calculated again every minute or hour, though nothing changes. */
export function recalculationTimer(recalculate: () => void, given: RecalculationInterval = 'ON_CHANGE') {
  let interval = given
  let timer: ReturnType<typeof setInterval> | undefined

  function set(next: RecalculationInterval): void {
    interval = next
    clearInterval(timer)
    timer = minutes[next] > 0 ? setInterval(recalculate, minutes[next] * 60_000) : undefined
    // In a page it is a number.
    if (typeof timer === 'object') timer.unref()
  }
  set(given)
  return { set, now: () => interval, stop: () => clearInterval(timer) }
}
