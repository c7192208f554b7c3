import type { SurveyMetric } from '../../../../core/survey/survey-figure.ts'
import type { SurveyResults } from '../../../survey/results.ts'
import { messages } from '../../kit/language.ts'
import { Stat, Stats } from '../../kit/stats.tsx'
import { amount, interval, shown, unitOf } from './shown-figure.ts'

const text = messages.surveyResults

/** The figure with what it rests on, how it changed, and how many of those asked answered. */
export function Headline({ results, metric }: { results: SurveyResults; metric: SurveyMetric }) {
  const { whole, responseRate } = results
  const unit = unitOf(metric)
  const of = metric === 'RESPONSE_RATE' ? text.ofLinks(whole.n) : text.ofAnswers(whole.n)
  const note = (basis: string, sure: string) => [basis, sure].filter(Boolean).join(' · ')
  return (
    <>
      <Stats>
        {metric !== 'SHARE' && (
          <Stat
            label={text.metrics[metric]}
            value={shown(whole.figure, unit)}
            note={unit === 'count' ? '' : note(of, interval(whole, unit))}
          />
        )}
        {metric === 'SHARE' && <Stat label={text.metrics.COUNT} value={whole.n} />}
        {responseRate && metric !== 'RESPONSE_RATE' && (
          <Stat
            label={text.responseRate}
            value={responseRate.n === 0 ? '–' : shown(responseRate.figure, 'share')}
            note={
              responseRate.n === 0 ? text.noLinks : note(text.ofLinks(responseRate.n), interval(responseRate, 'share'))
            }
          />
        )}
      </Stats>
      <Change results={results} metric={metric} />
    </>
  )
}

function Change({ results: { change, before }, metric }: { results: SurveyResults; metric: SurveyMetric }) {
  if (!before) return null
  if (!change) return <p class="change">{text.noBefore(before)}</p>
  const unit = unitOf(metric)
  return (
    <p class="change">
      <strong>{text.changes[change.verdict](amount(change.change, unit, change.verdict === 'none'))}</strong>
      <span class="hint below">{text.against({ before: shown(change.before, unit), ...before })}</span>
    </p>
  )
}
