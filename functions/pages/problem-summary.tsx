import { errorText, type InputError } from '../../core/input-error.ts'
import { type Language, messagesFor } from '../../core/messages/messages.ts'

type Summary = {
  language: Language
  /** By the id of the field that is wrong, and of the whole under ''. */
  problems: Partial<Record<string, InputError>>
  /** The ids in the order of the page. */
  ids: readonly string[]
}

/** What is wrong, each with the way to its field `q-id`. */
export function ProblemSummary({ language, problems, ids }: Summary) {
  const messages = messagesFor(language)
  const whole = problems['']
  const wrong = ids.filter((id) => problems[id])
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <p>{whole ? errorText(whole, messages) : messages.surveyPage.severalWrong}</p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map((id) => (
            <li key={id}>
              <a href={`#q-${id}`}>{errorText(problems[id]!, messages)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
