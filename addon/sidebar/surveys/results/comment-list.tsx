import type { ResultComment } from '../../../survey/results-comments.ts'
import type { ResultQuestion } from '../../../survey/results-setup.ts'
import { messages } from '../../kit/language.ts'
import { Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'

const text = messages.surveyResults

/** Comments with what is known of who wrote them; a customer's name goes to their row. */
export function CommentList({ comments, questions }: { comments: ResultComment[]; questions: ResultQuestion[] }) {
  const { busy, problem, run } = useAction()
  const titles = new Map(questions.filter(({ type }) => type === 'text').map(({ id, title }) => [id, title]))
  const goTo = (id: string) =>
    run(async () => {
      await server.goToCustomer(id)
    })
  return (
    <>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <ul class="list" aria-label={text.comments}>
        {comments.map((comment, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: staff's comments have nothing else to be told apart by.
          <li key={at} class="comment">
            {titles.size > 1 && <span class="hint">{titles.get(comment.question)}</span>}
            <p>{comment.text}</p>
            <span class="hint">
              {comment.customerId && (
                <>
                  <button
                    type="button"
                    class="link"
                    disabled={busy}
                    aria-label={text.goTo(comment.customer || comment.customerId)}
                    onClick={() => goTo(comment.customerId)}
                  >
                    {comment.customer || comment.customerId}
                  </button>
                  {' · '}
                </>
              )}
              {about(comment)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function about({ score, tier, day }: ResultComment): string {
  return [score === null ? '' : text.score(score), tier && text.tier(tier), day].filter(Boolean).join(' · ')
}
