import type { Context } from 'hono'
import { errorText, type InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import type { Answers } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { answerText } from './answer-text.ts'
import { hidingStyle, onlyIf } from './hidden-questions.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { page } from './page.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { QuestionField } from './question-field.tsx'

export type ShownPage = {
  title: Texts
  /** What it is about, before the questions. */
  about?: string
  questions: Question[]
  /** What makes one answer of all that the page sends; none where the link does. */
  ticket?: string
  language: Language
  /** What is chosen and typed on it, by question. */
  given: Record<string, unknown>
  /** What was received through the link before: when, and what. */
  stored?: { day: string; answers: Answers } | undefined
  /** By question, and of the whole under ''. */
  problems?: Record<string, InputError>
  /** What to say before anything else. */
  notice?: 'prefilled' | 'meanwhile' | undefined
}

/** The public page of a survey, or of what a customer is asked about a complaint: one form, which works without script. */
export function surveyPage(c: Context, shown: ShownPage) {
  const { questions, language, given, stored, problems = {}, notice } = shown
  const messages = messagesFor(language)
  const texts = messages.surveyPage
  const wrong = Object.keys(problems).length > 0
  const title = textIn(shown.title, language)
  const status = wrong ? 400 : notice === 'meanwhile' ? 409 : 200
  const style = hidingStyle(questions)
  const notesOf = (question: Question) => ({
    wrong: problems[question.id] && errorText(problems[question.id]!, messages),
    stored: stored && storedNote(question, stored.answers[question.id], given[question.id], language),
    only: onlyIf(question, questions, language, texts),
  })
  return page(
    c,
    { language, title: wrong ? texts.wrongTitle(title) : title, status, style },
    <form method="post" enctype="multipart/form-data" action={`?lang=${language}`}>
      <LanguageSwitch language={language} send={stored ? texts.sendChange : texts.send} />
      <h1>{title}</h1>
      {wrong && <ProblemSummary ids={questions.map(({ id }) => id)} problems={problems} language={language} />}
      {!wrong && <Notice {...shown} />}
      {shown.about && <p>{shown.about}</p>}
      {shown.ticket !== undefined && <input type="hidden" name="ticket" value={shown.ticket} />}
      {questions.map((question, i) => (
        <QuestionField
          key={question.id}
          place={i + 1}
          question={question}
          given={given[question.id]}
          notes={notesOf(question)}
          language={language}
          texts={texts}
        />
      ))}
      <button type="submit">{stored ? texts.sendChange : texts.send}</button>
    </form>,
  )
}

function Notice({ stored, notice, language }: ShownPage) {
  const texts = messagesFor(language).surveyPage
  if (notice === 'meanwhile') {
    return (
      <p class="notice" role="alert" tabindex={-1} autofocus>
        {texts.meanwhile}
      </p>
    )
  }
  if (!stored && !notice) return null
  return (
    <div class="notice">
      {stored && <p>{texts.answeredOn(dayText(stored.day, language))}</p>}
      {notice && <p>{texts.prefilled}</p>}
    </div>
  )
}

/** What was received for a question, where what is chosen now differs. */
function storedNote(question: Question, stored: Answers[string] | undefined, given: unknown, language: Language) {
  const texts = messagesFor(language).surveyPage
  const asText = (answer: unknown) => JSON.stringify([answer ?? ''].flat().map(String).sort())
  return asText(stored) === asText(given) ? undefined : texts.stored(answerText(question, stored, language, texts))
}

function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
