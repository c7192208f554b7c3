import { useRef, useState } from 'preact/hooks'
import { messages } from './language.ts'

/** Seconds before each further try while the service is away; the script has tried for itself before each. */
const PAUSES = [3, 6, 12, 24, 30]

/** The try that comes next, or is under way where there are no `seconds` until then, of so many. */
export type Away = { try: number; of: number; seconds: number }

/**
 * Long work that waits for the service while it is away, and can be stopped at any time.
 *
 * `patiently` does a piece of work that is safe to do again until it succeeds or fails for another reason: undefined where
 * somebody stopped it meanwhile. `away` says how that goes, while it does. After the last try the failure stands.
 */
export function usePatience() {
  const [away, setAway] = useState<Away>()
  const wanted = useRef(true)
  const wake = useRef(() => {})
  const begin = () => {
    wanted.current = true
  }
  const stop = () => {
    wanted.current = false
    wake.current()
  }
  const pause = (seconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      wake.current = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    for (const [at, seconds] of PAUSES.entries()) {
      try {
        return await work()
      } catch (error) {
        if (!isAway(error)) throw error
      }
      const next = { try: at + 2, of: PAUSES.length + 1 }
      setAway({ ...next, seconds })
      if (wanted.current) await pause(seconds)
      if (!wanted.current) return undefined
      setAway({ ...next, seconds: 0 })
    }
    return work()
  }
  const patiently = <T>(work: () => Promise<T>) => tried(work).finally(() => setAway(undefined))

  return { away, begin, stop, goOn: () => wanted.current, patiently }
}

function isAway(error: unknown): boolean {
  return String((error as { message?: string })?.message ?? error).includes(messages.errors.backendAway())
}
