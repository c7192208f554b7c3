import { useEffect, useRef, useState } from 'preact/hooks'
import type { Definition } from '../../../core/own-statistics/statistic.ts'
import type { StatisticPreview } from '../../own-statistics/preview-statistic.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

/** A pause in typing after which it is counted. */
const PAUSE_MS = 400

/** What a definition comes to, counted anew when it changes and nothing was typed for a moment; the last asked wins. */
export function usePreview(definition: Definition | undefined) {
  const [preview, setPreview] = useState<StatisticPreview>()
  const { busy, problem, run } = useAction()
  const last = useRef(0)
  const asked = definition ? JSON.stringify(definition) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the definition.
  useEffect(() => {
    const turn = ++last.current
    if (!asked) {
      setPreview(undefined)
      return
    }
    const timer = setTimeout(() => {
      void run(async () => {
        const found = await server.previewStatistic(JSON.parse(asked))
        if (turn === last.current) setPreview(found)
      })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [asked])
  return { preview: asked ? preview : undefined, busy, problem }
}
