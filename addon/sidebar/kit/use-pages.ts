import { useRef, useState } from 'preact/hooks'
import { useAction } from './use-action.ts'

/** One page of long work: how far it got, and the row that the next page begins with; null after the last. */
export type Page = { done: number; total: number; next: number | null }

/**
 * Long work cut into pages that are safe to send again: with progress, a stop button, and what went wrong.
 *
 * @param send Sends the page that begins with a row.
 * @param onPage Told of each page as it lands.
 */
export function usePages<P extends Page>(send: (row: number) => Promise<P>, onPage: (page: P, first: boolean) => void) {
  const [at, setAt] = useState<{ done: number; total: number }>()
  const [stopped, setStopped] = useState(false)
  const wanted = useRef(true)
  const action = useAction()

  const start = () =>
    action.run(async () => {
      wanted.current = true
      setStopped(false)
      for (let row: number | null = 0; row !== null; ) {
        if (!wanted.current) return setStopped(true)
        const page: P = await send(row)
        onPage(page, row === 0)
        setAt({ done: page.done, total: page.total })
        row = page.next
      }
    })
  const stop = () => {
    wanted.current = false
  }
  return { ...action, at, stopped, start, stop }
}
