import { useEffect, useRef, useState } from 'preact/hooks'
import { withCopy, withMoved, withNewQuestion, withQuestion } from '../../../../core/survey/draft/draft-changes.ts'
import type { DraftProblems } from '../../../../core/survey/draft/draft-problems.ts'
import type { Draft } from '../../../../core/survey/draft/draft-survey.ts'
import type { Question, QuestionType } from '../../../../core/survey/question.ts'
import { messages } from '../../kit/language.ts'
import { Button, Notice, Select } from '../../kit/parts.tsx'
import { QuestionCard } from './question-card.tsx'
import { shownText } from './shown-text.ts'

const text = messages.surveyBuilder
const MOST = 100
/** What nobody has done wrong yet: it is said when they save. */
const notBegun = ['questionBlank', 'optionBlank']

type Props = {
  draft: Draft
  known: readonly Question[]
  problems: DraftProblems
  /** Whether saving was tried: then everything that is missing is marked. */
  tried: boolean
  openId: string | undefined
  onOpen: (id: string | undefined) => void
  onChange: (draft: Draft) => void
}

/** The questions one under the other, one of them unfolded; adds, duplicates, moves and deletes them. */
export function QuestionsPart({ draft, known, problems, tried, openId, onOpen, onChange }: Props) {
  const [type, setType] = useState<QuestionType>('csat')
  const [removed, setRemoved] = useState<Draft>()
  const list = useRef<HTMLOListElement>(null)
  const [focus, setFocus] = useState<{ id: string; on: 'head' | 'field' }>()
  useEffect(() => {
    const card = focus && list.current?.querySelector(`[data-question="${focus.id}"]`)
    card?.querySelector<HTMLElement>(focus?.on === 'field' ? 'textarea' : '.question-head')?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  }, [focus])

  const { questions } = draft
  const show = (changed: Draft, at: number, on: 'head' | 'field') => {
    const { id } = changed.questions[at]!
    onChange(changed)
    setRemoved(undefined)
    if (on === 'field') onOpen(id)
    setFocus({ id, on })
  }
  const move = (at: number, by: -1 | 1) => {
    const changed = withMoved(draft, at, at + by)
    if (changed !== draft) onChange(changed)
  }
  const remove = (at: number) => {
    setRemoved(draft)
    onOpen(undefined)
    const left = questions.filter((_, i) => i !== at)
    onChange({ ...draft, questions: left })
    setFocus({ id: left[Math.min(at, left.length - 1)]!.id, on: 'head' })
  }
  const gone = removed?.questions.find((question) => !questions.includes(question))
  return (
    <>
      <ol class="questions" ref={list} aria-label={text.questions}>
        {questions.map((question, at) => {
          const problem = problems.questions[at]
          return (
            <QuestionCard
              key={question.id}
              question={question}
              known={known}
              before={questions.slice(0, at)}
              isLast={at === questions.length - 1}
              both={draft.bothLanguages}
              problem={tried || !notBegun.includes(problem?.code ?? '') ? problem : undefined}
              isOpen={question.id === openId}
              onToggle={() => onOpen(question.id === openId ? undefined : question.id)}
              onChange={(changed) => {
                const after = withQuestion(draft, at, changed, known)
                onChange(after)
                if (question.id === openId) onOpen(after.questions[at]!.id)
              }}
              onMove={(by) => move(at, by)}
              onCopy={() => show(withCopy(draft, at, known), at + 1, 'field')}
              onRemove={() => remove(at)}
            />
          )
        })}
      </ol>
      {removed && gone && (
        <>
          <Notice>{text.removed(shownText(gone.title) || text.wordless)}</Notice>
          <div class="actions">
            <Button onClick={() => show(removed, removed.questions.indexOf(gone), 'head')}>{text.undo}</Button>
          </div>
        </>
      )}
      <div class="row">
        <Select
          label={text.addType}
          value={type}
          options={Object.entries(text.types)}
          hint={text.keys}
          onChange={(chosen) => setType(chosen as QuestionType)}
        />
      </div>
      <div class="actions">
        <Button
          disabled={questions.length >= MOST}
          onClick={() => show(withNewQuestion(draft, type, known), questions.length, 'field')}
        >
          {text.add}
        </Button>
      </div>
    </>
  )
}
