import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeasurePast, PastAsked } from '../../goals/measure-past.ts'
import type { SavedGoal } from '../../goals/save-goal.ts'
import { server } from '../kit/server.ts'

/** So long nothing is typed before the script is asked. */
const QUIET_MS = 400

/** What a measure is now and was, read again when measure, subject or days change; undefined until it is known. */
export function useMeasurePast(entry: SavedGoal): MeasurePast | undefined {
  const [known, setKnown] = useState<{ key: string; past: MeasurePast }>()
  const latest = useRef('')
  const { measure, subjectKind, subject, start, due } = entry
  const isReady = measure !== '' && (subjectKind === '' || subject.trim() !== '')
  const key = isReady ? JSON.stringify({ measure, subjectKind, subject: subject.trim(), start, due }) : ''
  useEffect(() => {
    latest.current = key
    if (key === '') return
    const timer = setTimeout(() => {
      server.goalMeasurePast(JSON.parse(key) as PastAsked).then(
        (past) => latest.current === key && setKnown({ key, past }),
        (error: Error) =>
          latest.current === key &&
          setKnown({ key, past: { now: null, asOf: '', months: [], problem: error.message } }),
      )
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [key])
  return known?.key === key ? known.past : undefined
}
