import { useState } from 'preact/hooks'
import type { CommentPage } from '../../../survey/results-comments.ts'
import type { ResultsSetup } from '../../../survey/results-setup.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button, Notice, TextField } from '../../kit/parts.tsx'
import { Waiting } from '../../kit/waiting.tsx'
import { type Choice, PeriodChoice } from './choices.tsx'
import { CommentList } from './comment-list.tsx'
import { usesTerm } from './comment-terms.ts'
import { CommentWords } from './comment-words.tsx'
import { useComments } from './use-comments.ts'

const text = messages.surveyResults

type Props = { surveyId: string; setup: ResultsSetup; choice: Choice; onChange: (choice: Choice) => void }

/** What was written, the latest first: searched, and told by the words that most use. */
export function Comments({ surveyId, setup, choice, onChange }: Props) {
  const [search, setSearch] = useState('')
  const [word, setWord] = useState('')
  const { from, to } = choice.asked
  const { loaded, isBehind, busy, problem, again, more } = useComments(surveyId, { from, to }, search)
  const isStaff = setup.kind === 'staff'
  const comments = loaded?.comments ?? []
  const shown = word ? comments.filter((comment) => usesTerm(comment.text, word)) : comments
  const type = (value: string) => {
    setSearch(value)
    setWord('')
  }
  return (
    <>
      {!isStaff && <PeriodChoice setup={setup} choice={choice} onChange={onChange} />}
      <TextField label={text.search} value={search} onChange={type} />
      {isBehind && (
        <p class="soft spin" role="status">
          {messages.form.loading}
        </p>
      )}
      {problem && isStaff && <Notice kind="warn">{problem}</Notice>}
      {(problem || !loaded) && !(problem && isStaff) && <Waiting problem={problem} onAgain={again} />}
      {loaded && !problem && comments.length === 0 && <Empty title={nothing(loaded, search)} />}
      {loaded && !problem && comments.length > 0 && (
        <>
          <CommentWords comments={comments} from={source(loaded)} chosen={word} onChoose={setWord} />
          <CommentList comments={shown} questions={setup.questions} />
        </>
      )}
      {loaded?.cursor && !problem && (
        <div class="actions">
          <Button disabled={busy} onClick={more}>
            {busy ? messages.form.loading : text.more}
          </Button>
        </div>
      )}
    </>
  )
}

function source({ comments: { length: comments }, read, cursor, total }: CommentPage): string {
  if (total !== null) return text.wordsFromSome({ comments, total })
  return text.wordsFrom({ comments, read, isAll: cursor === '' })
}

function nothing({ read, cursor }: { read: number; cursor: string }, search: string): string {
  if (cursor) return text.noneYet(read)
  return search.trim() ? text.noneHold : text.noComments
}
