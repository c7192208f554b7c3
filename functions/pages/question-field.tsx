import type { Language, Messages } from '../../core/messages/messages.ts'
import { TEXT_LENGTH } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { scaleOf } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'

type Texts = Messages['surveyPage']
type Field = {
  place: number
  question: Question
  given: unknown
  wrong: string | undefined
  language: Language
  texts: Texts
}

/** One question with its answers to pick or a field to write in, what was given before, and what is wrong with it. */
export function QuestionField(field: Field) {
  return field.question.type === 'text' ? <TextField {...field} /> : <ChoiceField {...field} />
}

function TextField({ place, question, given, wrong, language, texts }: Field) {
  const id = question.id
  return (
    <fieldset>
      <label class="title" for={id}>
        <Title place={place} question={question} language={language} texts={texts} />
      </label>
      <Wrong id={id} sentence={wrong} />
      <textarea
        id={id}
        name={`answers.${id}`}
        maxlength={TEXT_LENGTH}
        aria-required={question.required ? 'true' : undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong && `${id}-wrong`}
      >
        {typeof given === 'string' ? given : ''}
      </textarea>
    </fieldset>
  )
}

function ChoiceField({ place, question, given, wrong, language, texts }: Field) {
  const { id, type } = question
  const several = type === 'multiple'
  const scale = scaleOf(question)
  const ends = type === 'nps' || type === 'csat' || type === 'ces' ? texts.ends[type] : undefined
  const chosen = (Array.isArray(given) ? given : [given]).map(String)
  return (
    <fieldset aria-describedby={wrong && `${id}-wrong`}>
      <legend>
        <Title place={place} question={question} language={language} texts={texts} />
        {several && <span class="note"> {texts.several}</span>}
      </legend>
      <Wrong id={id} sentence={wrong} />
      <div class={scale ? `scale ${type}` : undefined}>
        {choices(question, language).map(({ value, label }) => (
          <label key={value} class={scale ? undefined : 'option'}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`answers.${id}`}
              value={value}
              checked={chosen.includes(value)}
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

function Title({ place, question, language, texts }: Omit<Field, 'given' | 'wrong'>) {
  const note = question.required ? texts.required : texts.optional
  return (
    <>
      {place}. {textIn(question.title, language)} <span class="note">({note})</span>
    </>
  )
}

function Wrong({ id, sentence }: { id: string; sentence: string | undefined }) {
  return sentence ? (
    <p class="wrong" id={`${id}-wrong`}>
      {sentence}
    </p>
  ) : null
}

function choices(question: Question, language: Language): { value: string; label: string }[] {
  const scale = scaleOf(question)
  if (!scale) return (question.options ?? []).map(({ id, label }) => ({ value: id, label: textIn(label, language) }))
  return Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => {
    const score = String(scale[0] + i)
    return { value: score, label: score }
  })
}
