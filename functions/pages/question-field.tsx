import type { Language, Messages } from '../../core/messages/messages.ts'
import { TEXT_LENGTH } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { scaleOf } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import { isolated } from './isolated.ts'

type Texts = Messages['surveyPage']
type Field = {
  place: number
  question: Question
  given: unknown
  /** What is wrong with it; what was received of it before; what it depends on. */
  notes: { wrong: string | undefined; stored: string | undefined; only: string | undefined }
  language: Language
  texts: Texts
}

/** One question with its answers to pick or a field to write in, what was given before, and what is to be said of it. */
export function QuestionField(field: Field) {
  return field.question.type === 'text' ? <TextField {...field} /> : <ChoiceField {...field} />
}

function TextField({ place, question, given, notes, language, texts }: Field) {
  const { id, required } = question
  return (
    <div class="question" id={`ask-${id}`}>
      <label class="title" for={`q-${id}`}>
        <Title place={place} question={question} language={language} texts={texts} />
      </label>
      <Notes id={id} notes={notes} />
      <textarea
        id={`q-${id}`}
        name={`answers.${id}`}
        maxlength={TEXT_LENGTH}
        aria-required={required && !question.showIf ? 'true' : undefined}
        aria-invalid={notes.wrong ? 'true' : undefined}
        aria-describedby={describedBy(id, notes)}
      >
        {typeof given === 'string' ? given : ''}
      </textarea>
    </div>
  )
}

function ChoiceField({ place, question, given, notes, language, texts }: Field) {
  const { id, type } = question
  const several = type === 'multiple'
  const scale = scaleOf(question)
  const ends = type === 'nps' || type === 'csat' || type === 'ces' ? texts.ends[type] : undefined
  const chosen = [given].flat().map(String)
  const offered = choices(question, language)
  return (
    <fieldset class="question" id={`ask-${id}`} aria-describedby={describedBy(id, notes)}>
      <legend class="title">
        <Title place={place} question={question} language={language} texts={texts} />
        {several && <span class="note"> {texts.several}</span>}
      </legend>
      <Notes id={id} notes={notes} />
      <div class={scale ? `scale of${offered.length}` : undefined}>
        {offered.map(({ value, label }, i) => (
          <label key={value} class={scale ? undefined : 'option'}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`answers.${id}`}
              value={value}
              checked={chosen.includes(value)}
              id={i === 0 ? `q-${id}` : undefined}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {ends && (
        <div class="ends">
          <span>
            {scale![0]}: {ends[0]}
          </span>
          <span>
            {scale![1]}: {ends[1]}
          </span>
        </div>
      )}
    </fieldset>
  )
}

function Title({ place, question, language, texts }: Pick<Field, 'place' | 'question' | 'language' | 'texts'>) {
  const note = question.required ? texts.required : texts.optional
  return (
    <>
      {place}. {isolated(textIn(question.title, language))} <span class="note">({note})</span>
    </>
  )
}

function Notes({ id, notes: { wrong, stored, only } }: Pick<Field, 'notes'> & { id: string }) {
  return (
    <>
      {only && <p class="note only">{only}</p>}
      {stored && (
        <p class="stored" id={`stored-${id}`}>
          {stored}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`wrong-${id}`}>
          {wrong}
        </p>
      )}
    </>
  )
}

function describedBy(id: string, { wrong, stored }: Field['notes']): string | undefined {
  return [stored && `stored-${id}`, wrong && `wrong-${id}`].filter(Boolean).join(' ') || undefined
}

function choices(question: Question, language: Language): { value: string; label: string }[] {
  const scale = scaleOf(question)
  if (!scale) return (question.options ?? []).map(({ id, label }) => ({ value: id, label: textIn(label, language) }))
  return Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => {
    const score = String(scale[0] + i)
    return { value: score, label: score }
  })
}
