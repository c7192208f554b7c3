import { useEffect, useRef } from 'preact/hooks'
import type { KeptDraft } from '../../../../core/survey/draft/draft-survey.ts'
import { server } from '../../kit/server.ts'

/** After so long without a key pressed, what was typed is kept. */
const PAUSE_MS = 1000

/** Calls reach the script in any order: the next waits for this one. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Keeps what is typed with the person, so that it is there again in another window or after the form was closed.
 *
 * @param typed undefined where nothing is to be kept.
 * @returns `settled` keeps what is still to be kept, and waits until it is.
 */
export function useKeptDraft(surveyId: string, typed: KeptDraft | undefined) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; keep: () => void } | undefined>(undefined)
  const isKept = useRef(false)
  const { current: settled } = useRef((): Promise<unknown> => {
    waiting.current?.keep()
    return last
  })
  useEffect(() => {
    if (!typed && !isKept.current) return
    isKept.current = true
    const keep = () => {
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
      isKept.current = typed !== undefined
      const kept = typed ? { base: typed.base, draft: typed.draft } : null
      // Where it fails, the next key tries again; saving says what is wrong.
      last = last.then(() => server.keepSurveyDraft(surveyId, kept)).catch(() => undefined)
    }
    clearTimeout(waiting.current?.timer)
    waiting.current = { timer: setTimeout(keep, PAUSE_MS), keep }
  }, [typed, surveyId])
  useEffect(() => () => void settled(), [settled])
  return { settled }
}
