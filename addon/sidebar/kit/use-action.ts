import { useState } from 'preact/hooks'
import { messages } from './language.ts'

/**
 * Runs one piece of work at a time and keeps what to show of it.
 *
 * `busy` disables buttons while it runs; `problem` is the sentence of the last failure.
 */
export function useAction() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (error) {
      setProblem(words(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}

function words(error: unknown): string {
  const text = error instanceof Error ? error.message : String((error as { message?: string })?.message ?? error)
  return /PERMISSION_DENIED/.test(text) ? messages.form.severalAccounts : text.replace(/^(Error|Exception): /, '')
}
