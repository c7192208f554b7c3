import { useRef, useState } from 'preact/hooks'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import type { PreparedImport, TabRows } from './prepared-import.ts'
import { nothingSent, type SentSoFar, sendRows } from './send-rows.ts'

export type SendingRows = ReturnType<typeof useSending>

/** Sends what was prepared: with progress, a stop button, and going on from where it stood. */
export function useSending() {
  const { busy, problem, run } = useAction()
  const [sum, setSum] = useState<SentSoFar>(nothingSent)
  const [stopped, setStopped] = useState(false)
  const [ended, setEnded] = useState(false)
  const wanted = useRef(true)
  const latest = useRef(nothingSent)
  const keep = (next: SentSoFar) => {
    latest.current = next
    setSum(next)
  }

  const start = (read: TabRows, prepared: PreparedImport) =>
    run(async () => {
      wanted.current = true
      setStopped(false)
      const { sent } = await sendRows(server, read, prepared, latest.current, keep, () => wanted.current)
      if (sent < prepared.toSend.length) setStopped(true)
      else setEnded(true)
    })
  const stop = () => {
    wanted.current = false
  }
  const reset = () => {
    keep(nothingSent)
    setStopped(false)
    setEnded(false)
  }
  return { busy, problem, sum, stopped, ended, start, stop, reset }
}
