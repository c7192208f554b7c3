import { useRef, useState } from 'preact/hooks'
import { useAction } from './use-action.ts'

/** One page of long work: how far it got, and the row that the next page begins with; null after the last. */
export type Page = { done: number; total: number; next: number | null }

/**
 * Long work cut into pages that are safe to send again: with progress, a stop button, and what went wrong.
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
  const wanted = useRef(true)
  const action = useAction()

  const start = () =>
    action.run(async () => {
      wanted.current = true
      setAt(undefined)
      setState('running')
      let end: 'idle' | 'stopped' = 'idle'
      try {
        for (let row: number | null = 0; row !== null; ) {
          if (!wanted.current) {
            end = 'stopped'
            return
          }
          const page: P = await send(row)
          setAt({ done: page.done, total: page.total })
          await onPage(page, row === 0)
          row = page.next
        }
      } finally {
        setState(end)
      }
    })
  const stop = () => {
    wanted.current = false
    setState('stopping')
  }
  const stopping = state === 'stopping'
  return {
    ...action,
    at,
    start,
    stop,
    stopping,
    running: state === 'running' || stopping,
    stopped: state === 'stopped',
  }
}
