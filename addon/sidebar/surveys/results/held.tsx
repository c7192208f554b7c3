import type { SurveyResults } from '../../../survey/results.ts'
import { messages } from '../../kit/language.ts'

const text = messages.surveyResults

/** As of when figures hold, and what may still change them. */
export function Held({ results: { asOf, isBehind, settlesAt } }: { results: SurveyResults }) {
  return (
    <>
      <p class="hint">{text.asOf(asOf)}</p>
      {isBehind && <p class="hint">{text.isBehind}</p>}
      {settlesAt && <p class="hint">{text.settles(settlesAt)}</p>}
    </>
  )
}
