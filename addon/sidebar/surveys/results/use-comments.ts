import { useEffect, useRef, useState } from 'preact/hooks'
import type { CommentPage } from '../../../survey/results-comments.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'

type Loaded = CommentPage & { key: string }

/** Milliseconds without typing, after which a search begins. */
const WAIT = 300

/** Comments of some days, page by page; a search begins anew once nobody typed for a moment. */
export function useComments(surveyId: string, span: { from: string; to: string }, search: string) {
  const [loaded, setLoaded] = useState<Loaded>()
  const { busy, problem, run } = useAction()
  const key = JSON.stringify([span, search])
  const latest = useRef('')
  const timer = useRef(0)
  const load = (before: Loaded | undefined) =>
    run(async () => {
      try {
        const asked = { ...span, search: search.trim(), cursor: before?.cursor ?? '' }
        const page: CommentPage = await server.surveyComments(surveyId, asked)
        if (latest.current !== key) return
        const { comments = [], read = 0 } = before ?? {}
        setLoaded({ ...page, key, comments: [...comments, ...page.comments], read: read + page.read })
      } catch (error) {
        if (latest.current === key) throw error
      }
    })
  useEffect(() => {
    if (latest.current === key) return
    const wait = latest.current === '' ? 0 : WAIT
    latest.current = key
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void load(undefined), wait)
  })
  const isBehind = loaded !== undefined && loaded.key !== key && !problem
  return { loaded, isBehind, busy, problem, again: () => load(undefined), more: () => load(loaded) }
}
