import { useRef, useState } from 'preact/hooks'
import { useAction } from '../kit/use-action.ts'
import { usePatience } from '../kit/use-patience.ts'
import { nothingSent, type Sendable, type Sender, type SentSoFar, sendRows } from './send-rows.ts'

export type SendingRows = ReturnType<typeof useSending>

/** Sends what was prepared: with progress, a stop button, patience while the service is away, and going on from where it stood. */
export function useSending() {
  const { busy, problem, run } = useAction()
  const [sum, setSum] = useState<SentSoFar>(nothingSent)
  const [stopped, setStopped] = useState(false)
  const [ended, setEnded] = useState(false)
  const { away, begin, stop, goOn, patiently } = usePatience()
  const latest = useRef(nothingSent)
  const keep = (next: SentSoFar) => {
    latest.current = next
    setSum(next)
  }

  const start = <R extends { row: number }>(sender: Sender<R>, prepared: Sendable<R>) =>
    run(async () => {
      begin()
      setStopped(false)
      const { sent } = await sendRows(sender, prepared, latest.current, keep, goOn, patiently)
      if (sent < prepared.toSend.length) setStopped(true)
      else setEnded(true)
    })
  const reset = () => {
    keep(nothingSent)
    setStopped(false)
    setEnded(false)
  }
  return { busy, problem, away, sum, stopped, ended, start, stop, reset }
}
