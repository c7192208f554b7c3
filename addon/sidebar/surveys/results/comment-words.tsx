import { useMemo } from 'preact/hooks'
import type { ResultComment } from '../../../survey/results-comments.ts'
import { messages } from '../../kit/language.ts'
import { commentTerms } from './comment-terms.ts'

const text = messages.surveyResults

const MOST = 12

type Props = {
  comments: ResultComment[]
  /** From how many comments and answers the words are. */
  from: string
  chosen: string
  onChoose: (word: string) => void
}

/** The words that most comments use, with how many do and the mean score of those; a press shows these alone. */
export function CommentWords({ comments, from, chosen, onChoose }: Props) {
  const terms = useMemo(
    () =>
      commentTerms(
        comments.map(({ text, score }) => ({ text, score: score ?? undefined })),
        MOST,
      ),
    [comments],
  )
  if (terms.length === 0) return null
  return (
    <fieldset>
      <legend>{text.words}</legend>
      <div class="chips">
        {terms.map(({ term, n, score }) => (
          <button
            key={term}
            type="button"
            class="chip"
            aria-pressed={term === chosen}
            onClick={() => onChoose(term === chosen ? '' : term)}
          >
            {term}{' '}
            <span class="hint">
              {[n, score === undefined ? '' : text.mean(oneDecimal(score))].filter(Boolean).join(' · ')}
            </span>
          </button>
        ))}
      </div>
      <p class="hint">{from}</p>
    </fieldset>
  )
}

function oneDecimal(score: number): string {
  return score.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
}
