import type { Context } from 'hono'
import { errorText, type InputError } from '../../core/input-error.ts'
import type { Language, Messages } from '../../core/messages/messages.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Survey } from '../store/survey.ts'
import { page } from './page.tsx'
import { QuestionField } from './question-field.tsx'

/** What somebody gave so far, and what is wrong with it: by question, and of the whole under ''. */
type Given = { answers: Record<string, unknown>; problems: Record<string, InputError> }

type Shown = { survey: Survey; ticket: string; language: Language; messages: Messages; given: Given }

/** The public page of a survey: one form, which works without script. */
export function surveyPage(c: Context, { survey, ticket, language, messages, given }: Shown) {
  const { answers, problems } = given
  const texts = messages.surveyPage
  const wrong = Object.keys(problems).length > 0
  const whole = problems['']
  const title = textIn(survey.title, language)
  const other = language === 'en' ? 'zh-CN' : 'en'
  return page(
    c,
    { language, title, status: wrong ? 400 : 200 },
    <>
      <p>
        <a href={`?lang=${other}`} lang={other} hreflang={other}>
          {messagesFor(other).surveyPage.language}
        </a>
      </p>
      <h1>{title}</h1>
      {wrong && (
        <p class="wrong" role="alert">
          {whole ? errorText(whole, messages) : texts.severalWrong}
        </p>
      )}
      <form method="post" action={`?lang=${language}`}>
        <input type="hidden" name="ticket" value={ticket} />
        {survey.questions.map((question, i) => (
          <QuestionField
            key={question.id}
            place={i + 1}
            question={question}
            given={answers[question.id]}
            wrong={problems[question.id] && errorText(problems[question.id]!, messages)}
            language={language}
            texts={texts}
          />
        ))}
        <button type="submit">{texts.send}</button>
      </form>
    </>,
  )
}
