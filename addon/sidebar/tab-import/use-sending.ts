import { useRef, useState } from 'preact/hooks'
import { useAction } from '../kit/use-action.ts'
import { nothingSent, type Sender, type SentSoFar, sendRows } from './send-rows.ts'

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

  const start = <R extends { row: number }>(sender: Sender<R>, prepared: { toSend: readonly R[]; known: number }) =>
    run(async () => {
      wanted.current = true
      setStopped(false)
      const { sent } = await sendRows(sender, prepared, latest.current, keep, () => wanted.current)
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
