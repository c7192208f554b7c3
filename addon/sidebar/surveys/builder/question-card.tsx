import { useId } from 'preact/hooks'
import { errorText, type InputError } from '../../../../core/input-error.ts'
import type { DraftQuestion } from '../../../../core/survey/draft/draft-survey.ts'
import type { Question } from '../../../../core/survey/question.ts'
import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { QuestionFields } from './question-fields.tsx'
import { shownText } from './shown-text.ts'

const text = messages.surveyBuilder

type Props = {
  question: DraftQuestion
  known: readonly Question[]
  before: DraftQuestion[]
  isLast: boolean
  both: boolean
  problem: InputError | undefined
  isOpen: boolean
  onToggle: () => void
  onChange: (question: DraftQuestion) => void
  onMove: (by: -1 | 1) => void
  onCopy: () => void
  onRemove: () => void
}

/** A question in brief, and unfolded with all its fields. */
export function QuestionCard({ question, known, before, isLast, both, problem, isOpen, ...on }: Props) {
  const id = useId()
  const place = before.length + 1
  const title = shownText(question.title) || text.wordless
  const brief = [
    text.types[question.type],
    ...(question.required ? [text.isRequired] : []),
    ...(question.showIf ? [text.isConditional] : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey && { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
    if (!by) return
    event.preventDefault()
    on.onMove(by)
  }
  return (
    <li class={`question ${problem ? 'wrong' : ''}`} data-question={question.id} onKeyDown={onKeyDown}>
      <button type="button" class="question-head" aria-expanded={isOpen} aria-controls={id} onClick={on.onToggle}>
        <span>{`${place}. ${title}`}</span>
        <span class="hint">{brief.join(' · ')}</span>
      </button>
      {problem && <Notice kind="bad">{errorText(problem, messages)}</Notice>}
      {isOpen && (
        <section id={id} class="question-body" aria-label={text.question(place)}>
          <QuestionFields
            question={question}
            known={known}
            before={before}
            both={both}
            wrong={problem?.code}
            onChange={on.onChange}
          />
          <div class="actions">
            <Button disabled={place === 1} onClick={() => on.onMove(-1)}>
              {text.up}
            </Button>
            <Button disabled={isLast} onClick={() => on.onMove(1)}>
              {text.down}
            </Button>
            <Button onClick={on.onCopy}>{text.copy}</Button>
            <Button disabled={place === 1 && isLast} onClick={on.onRemove}>
              {text.remove}
            </Button>
          </div>
        </section>
      )}
    </li>
  )
}
