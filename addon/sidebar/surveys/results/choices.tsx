import type { ResultsAsked } from '../../../survey/results.ts'
import type { ResultQuestion, ResultsSetup } from '../../../survey/results-setup.ts'
import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'
import { cutsOf, metricsOf, type Period, periods, spanOf } from './asked.ts'
import { cutName } from './cut-name.ts'

const text = messages.surveyResults

/** What of a survey is asked, and which of the usual periods its days are. */
export type Choice = { asked: ResultsAsked; period: Period }

type Props = { setup: ResultsSetup; choice: Choice; onChange: (choice: Choice) => void }

/** Asks for the question, its figure and the breakdown. */
export function Choices({ setup, choice, onChange }: Props) {
  const { kind } = setup
  const { asked } = choice
  const questions = setup.questions.filter(({ type }) => type !== 'text')
  const question = questions.find(({ id }) => id === asked.question)
  const metrics = metricsOf(question, kind)
  const cuts = cutsOf(asked.metric, kind)
  const change = (next: ResultsAsked) => {
    const by = cutsOf(next.metric, kind).find((cut) => cut === next.by) ?? ''
    onChange({ ...choice, asked: { ...next, by } })
  }
  const ask = (id: string) => {
    const next = metricsOf(
      questions.find((each) => each.id === id),
      kind,
    )
    change({ ...asked, question: id, metric: next.find((metric) => metric === asked.metric) ?? next[0] ?? 'COUNT' })
  }
  return (
    <>
      <Select
        label={text.question}
        value={asked.question}
        options={[...questions.map(({ id, name }) => [id, name] as const), ['', text.wholeSurvey]]}
        hint={longTitle(question)}
        onChange={ask}
      />
      {metrics.length > 1 && (
        <Select
          label={text.figure}
          value={asked.metric}
          options={metrics.map((metric) => [metric, text.metrics[metric]] as const)}
          onChange={(value) => change({ ...asked, metric: metrics.find((each) => each === value) ?? asked.metric })}
        />
      )}
      {cuts.length > 0 && (
        <Select
          label={text.by}
          value={asked.by}
          options={[['', text.notBroken], ...cuts.map((cut) => [cut, cutName(cut, setup.group)] as const)]}
          onChange={(value) => change({ ...asked, by: cuts.find((cut) => cut === value) ?? '' })}
        />
      )}
      {kind === 'customers' && <PeriodChoice setup={setup} choice={choice} onChange={onChange} />}
    </>
  )
}

/** Of all days at first, where a survey of staff is never asked for less. */
export function PeriodChoice({ setup, choice, onChange }: Props) {
  const { asked, period } = choice
  const choose = (value: string) => {
    const next = periods.find((each) => each === value) ?? 'all'
    onChange({ period: next, asked: next === 'own' ? asked : { ...asked, ...spanOf(next, setup.today) } })
  }
  const day = (part: 'from' | 'to') => (value: string) => onChange({ period, asked: { ...asked, [part]: value } })
  return (
    <>
      <Select
        label={text.period}
        value={period}
        options={periods.map((each) => [each, text.periods[each]] as const)}
        onChange={choose}
      />
      {period === 'own' && (
        <div class="row">
          <DateField label={text.from} value={asked.from} onChange={day('from')} />
          <DateField label={text.to} value={asked.to} onChange={day('to')} />
        </div>
      )}
    </>
  )
}

function longTitle(question: ResultQuestion | undefined): string | undefined {
  return question && question.title !== question.name ? question.title : undefined
}
