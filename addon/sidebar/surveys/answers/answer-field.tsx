import { useId } from 'preact/hooks'
import { TEXT_LENGTH } from '../../../../core/survey/checked-answers.ts'
import { type Question, scaleOf } from '../../../../core/survey/question.ts'
import { textIn } from '../../../../core/survey/texts.ts'
import { messages } from '../../kit/language.ts'
import { Field, Notice } from '../../kit/parts.tsx'
import { language } from '../builder/use-draft.ts'

type Given = string | string[]
type Props = {
  question: Question
  place: number
  given: Given | undefined
  /** What is wrong with it; '' where nothing. */
  wrong: string
  onChange: (given: Given) => void
}

/** One question with the answers to choose from, as the person on the phone reads it out. */
export function AnswerField({ question, place, given, wrong, onChange }: Props) {
  const title = `${place}. ${textIn(question.title, language)}${question.required ? ` (${messages.surveyPage.required})` : ''}`
  if (question.type === 'text') {
    return (
      <>
        <Field label={title}>
          {(id) => (
            <textarea
              id={id}
              maxLength={TEXT_LENGTH}
              aria-invalid={wrong !== ''}
              value={typeof given === 'string' ? given : ''}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          )}
        </Field>
        {wrong && <Notice kind="bad">{wrong}</Notice>}
      </>
    )
  }
  return (
    <fieldset>
      <legend>{title}</legend>
      <Choices question={question} given={given} isWrong={wrong !== ''} onChange={onChange} />
      {wrong && <Notice kind="bad">{wrong}</Notice>}
    </fieldset>
  )
}

function Choices({ question, given, isWrong, onChange }: Omit<Props, 'place' | 'wrong'> & { isWrong: boolean }) {
  const name = useId()
  const scale = scaleOf(question)
  const choices = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => String(scale[0] + i)).map((score) => [score, score])
    : (question.options ?? []).map(({ id, label }) => [id, textIn(label, language)])
  const chosen = [given ?? []].flat()
  const several = question.type === 'multiple'
  const choose = (value: string, on: boolean) =>
    onChange(several ? [...chosen.filter((each) => each !== value), ...(on ? [value] : [])] : value)
  return (
    <div class={scale ? 'scores' : ''}>
      {choices.map(([value = '', label]) => (
        <label key={value} class={scale ? '' : 'check'}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            aria-invalid={isWrong}
            checked={chosen.includes(value)}
            onChange={(event) => choose(value, event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
