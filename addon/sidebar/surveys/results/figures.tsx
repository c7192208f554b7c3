import type { ResultsSetup } from '../../../survey/results-setup.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { Waiting } from '../../kit/waiting.tsx'
import { spanOf, trendOf } from './asked.ts'
import { type Choice, Choices } from './choices.tsx'
import { cutHeading } from './cut-name.ts'
import { GroupTable } from './group-table.tsx'
import { Headline } from './headline.tsx'
import { Held } from './held.tsx'
import { Histogram } from './histogram.tsx'
import { unitOf } from './shown-figure.ts'
import type { Shown } from './shown-tables.ts'
import { TrendLine } from './trend-line.tsx'
import { trendPoints } from './trend-points.ts'
import { useResults } from './use-results.ts'
import { WriteTable } from './write-table.tsx'

const text = messages.surveyResults

type Props = { surveyId: string; setup: ResultsSetup; choice: Choice; onChange: (choice: Choice) => void }

/** One question's figures, as chosen. */
export function Figures({ surveyId, setup, choice, onChange }: Props) {
  const { asked } = choice
  const trend = trendOf(asked, setup.kind)
  const { shown, isBehind, problem, again } = useResults(surveyId, asked, trend)
  const showAll = () => onChange({ period: 'all', asked: { ...asked, ...spanOf('all', setup.today) } })
  const question = setup.questions.find(({ id }) => id === shown?.asked.question)
  return (
    <>
      <Choices setup={setup} choice={choice} onChange={onChange} />
      {problem && setup.kind === 'staff' && <Notice kind="warn">{problem}</Notice>}
      {!shown && !(problem && setup.kind === 'staff') && <Waiting problem={problem} onAgain={again} />}
      {shown && problem && setup.kind !== 'staff' && <Waiting problem={problem} onAgain={again} />}
      {isBehind && shown && (
        <p class="soft spin" role="status">
          {text.updating}
        </p>
      )}
      {shown && !problem && shown.results.whole.n === 0 && shown.asked.metric !== 'RESPONSE_RATE' && (
        <Empty title={shown.asked.from || shown.asked.to ? text.noneThen : text.none}>
          {(shown.asked.from || shown.asked.to) && <Button onClick={showAll}>{text.showAll}</Button>}
        </Empty>
      )}
      {shown && !problem && (shown.results.whole.n > 0 || shown.asked.metric === 'RESPONSE_RATE') && (
        <Charts surveyId={surveyId} shown={{ ...shown, survey: setup.title, group: setup.group, question }} />
      )}
    </>
  )
}

function Charts({ surveyId, shown }: { surveyId: string; shown: Shown }) {
  const { results, asked, trend, question } = shown
  const { by, metric } = asked
  return (
    <>
      <Headline results={results} metric={metric} />
      {results.groups && by !== '' && (
        <GroupTable rows={results.groups} metric={metric} by={by} heading={cutHeading(by, shown.group)} />
      )}
      {results.trend && trend !== '' && (
        <TrendLine points={trendPoints(results.trend, trend, asked)} cut={trend} unit={unitOf(metric)} />
      )}
      {results.shares && question && <Histogram rows={results.shares} question={question} />}
      <Held results={results} />
      <WriteTable surveyId={surveyId} shown={shown} />
    </>
  )
}
