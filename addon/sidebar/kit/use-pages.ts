import { useState } from 'preact/hooks'
import { useAction } from './use-action.ts'
import { usePatience } from './use-patience.ts'

/** One page of long work: how far it got, and the row that the next page begins with; null after the last. */
export type Page = { done: number; total: number; next: number | null }

/**
 * Long work cut into pages that are safe to send again: with progress, a stop button, patience while the service is
 * away, and what went wrong.
 *
 * `running` is true from the start to the end of it, `stopping` once somebody pressed Stop, and `stopped` after that.
 *
 * @param send Sends the page that begins with a row.
 * @param onPage Told of each page as it lands; the next waits for it.
 */
export function usePages<P extends Page>(
  send: (row: number) => Promise<P>,
  onPage: (page: P, first: boolean) => void | Promise<void>,
) {
  const [at, setAt] = useState<{ done: number; total: number }>()
  const [state, setState] = useState<'idle' | 'running' | 'stopping' | 'stopped'>('idle')
  const { away, begin, stop: stopSoon, goOn, patiently } = usePatience()
  const action = useAction()

  const start = () =>
    action.run(async () => {
      begin()
      setAt(undefined)
      setState('running')
      let end: 'idle' | 'stopped' = 'idle'
      try {
        for (let row: number | null = 0; row !== null; ) {
          const from: number = row
          const page: P | undefined = goOn() ? await patiently(() => send(from)) : undefined
          if (!page) {
            end = 'stopped'
            return
          }
          setAt({ done: page.done, total: page.total })
          await onPage(page, row === 0)
          row = page.next
        }
      } finally {
        setState(end)
      }
    })
  const stop = () => {
    stopSoon()
    setState('stopping')
  }
  const stopping = state === 'stopping'
  return {
    ...action,
    at,
    away,
    start,
    stop,
    stopping,
    running: state === 'running' || stopping,
    stopped: state === 'stopped',
  }
}
