import type { Context } from 'hono'
import type { Language } from '../../core/messages/messages.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import type { Answers } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import { answerText } from './answer-text.ts'
import { page } from './page.tsx'

type Received = {
  language: Language
  questions: Question[]
  /** What it was before, where an answer was corrected. */
  before: Answers | undefined
  after: Answers
  /** Whether it can be changed with the same link. */
  own: boolean
}

/** What somebody sees whose answer is stored; of a correction, what it changed. */
export function thanksPage(c: Context, { language, questions, before, after, own }: Received) {
  const texts = messagesFor(language).surveyPage
  const changed = questions.filter(({ id }) => before && JSON.stringify(before[id]) !== JSON.stringify(after[id]))
  const title = before ? texts.changedTitle : texts.thanksTitle
  return page(
    c,
    { language, title },
    <>
      <h1>{title}</h1>
      {before ? <p>{texts.changes}</p> : <p>{texts.thanks}</p>}
      {changed.length > 0 && (
        <dl>
          {changed.map((question) => (
            <div key={question.id}>
              <dt>{textIn(question.title, language)}</dt>
              <dd>
                {texts.change({
                  before: answerText(question, before?.[question.id], language, texts),
                  after: answerText(question, after[question.id], language, texts),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {own && (
        <p>
          {texts.canChange} <a href={`?lang=${language}`}>{texts.seeAnswer}</a>
        </p>
      )}
    </>,
  )
}
