import { useEffect, useRef, useState } from 'preact/hooks'
import type { PeriodCut, ResultsAsked, SurveyResults } from '../../../survey/results.ts'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'

/** The latest results and what they are of. `isBehind` while others are asked for; answers to earlier questions are dropped. */
export function useResults(surveyId: string, asked: ResultsAsked, trend: PeriodCut | '') {
  const [shown, setShown] = useState<{
    key: string
    asked: ResultsAsked
    trend: PeriodCut | ''
    results: SurveyResults
  }>()
  const { problem, run } = useAction()
  const key = JSON.stringify([asked, trend])
  const latest = useRef('')
  const load = () =>
    run(async () => {
      try {
        const results = await server.surveyResults(surveyId, asked, trend)
        if (latest.current === key) setShown({ key, asked, trend, results })
      } catch (error) {
        if (latest.current === key) throw error
      }
    })
  useEffect(() => {
    if (latest.current === key) return
    latest.current = key
    void load()
  })
  return { shown, isBehind: shown?.key !== key && !problem, problem, again: load }
}
