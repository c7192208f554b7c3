import type { DraftQuestion } from '../../../../core/survey/draft/draft-survey.ts'
import { lowAnswer } from '../../../../core/survey/low-answer.ts'
import { type ShowIf, scaleOf } from '../../../../core/survey/question.ts'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'
import { shownText } from './shown-text.ts'

const text = messages.surveyBuilder

type Props = {
  showIf: ShowIf | undefined
  /** Those that are asked before. */
  before: DraftQuestion[]
  invalid: boolean
  onChange: (showIf: ShowIf | undefined) => void
}

/** Asks whether a question is asked always, or only by an answer that came before. */
export function ShowIfField({ showIf, before, invalid, onChange }: Props) {
  const deciding = before.flatMap((question, at) => (question.type === 'text' ? [] : [{ question, place: at + 1 }]))
  const decides = deciding.find(({ question }) => question.id === showIf?.question)?.question
  const choose = (id: string) => onChange(conditionOn(deciding.find(({ question }) => question.id === id)?.question))
  if (deciding.length === 0 && !showIf) return null
  return (
    <>
      <Select
        label={text.showIf}
        value={decides?.id ?? (showIf ? 'gone' : '')}
        invalid={invalid}
        options={[
          ['', text.always],
          ...(showIf && !decides ? [['gone', '…'] as const] : []),
          ...deciding.map(({ question, place }) => {
            return [question.id, text.onlyAfter({ place, title: shownText(question.title) || text.wordless })] as const
          }),
        ]}
        onChange={choose}
      />
      {showIf && decides && <Answers showIf={showIf} decides={decides} onChange={onChange} />}
    </>
  )
}

function Answers({
  showIf,
  decides,
  onChange,
}: {
  showIf: ShowIf
  decides: DraftQuestion
  onChange: Props['onChange']
}) {
  const scale = scaleOf(decides)
  if (scale) {
    const scores = Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => String(scale[0] + i))
    const options = scores.map((score) => [score, score] as const)
    const { question, atLeast = scale[0], atMost = scale[1] } = showIf
    const change = (limits: { atLeast?: number; atMost?: number }) => onChange({ question, atLeast, atMost, ...limits })
    return (
      <div class="row">
        <Select
          label={text.low}
          value={String(atLeast)}
          options={options}
          onChange={(score) => change({ atLeast: Number(score) })}
        />
        <Select
          label={text.high}
          value={String(atMost)}
          options={options}
          onChange={(score) => change({ atMost: Number(score) })}
        />
      </div>
    )
  }
  const chosen = showIf.anyOf ?? []
  const known = decides.options.map(({ id }) => id)
  const toggle = (id: string, on: boolean) =>
    onChange({ question: showIf.question, anyOf: known.filter((each) => (each === id ? on : chosen.includes(each))) })
  return (
    <fieldset>
      <legend>{text.anyOf}</legend>
      {decides.options.map(({ id, label }, at) => (
        <Checkbox
          key={id}
          label={shownText(label) || text.option(at + 1)}
          value={chosen.includes(id)}
          onChange={(on) => toggle(id, on)}
        />
      ))}
    </fieldset>
  )
}

/** What is proposed for a condition: a bad score, or the first option. */
function conditionOn(question: DraftQuestion | undefined): ShowIf | undefined {
  if (!question) return undefined
  const scale = scaleOf(question)
  if (scale) return { question: question.id, atLeast: scale[0], atMost: lowAnswer(question) }
  return { question: question.id, anyOf: question.options.slice(0, 1).map(({ id }) => id) }
}
