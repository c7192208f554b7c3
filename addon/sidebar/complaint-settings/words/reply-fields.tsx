import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { useFocusedRow } from '../rows/use-focused-row.ts'
import { isBlank, type ReplyDraft } from './words-draft.ts'

const text = messages.complaintSettings.words
const REPLIES_AT_MOST = 100

type Props = { replies: readonly ReplyDraft[]; onChange: (replies: ReplyDraft[]) => void }

/** Texts that are ready to be sent, folded under their titles. */
export function ReplyFields({ replies, onChange }: Props) {
  const { rows, focusRow } = useFocusedRow()
  const add = () => {
    onChange([...replies, newRow({ title: '', text: '' })])
    focusRow(replies.length)
  }
  return (
    <>
      <div class="rows" ref={rows}>
        {replies.map((reply, place) => {
          const set = (part: Partial<ReplyDraft>) =>
            onChange(replies.map((each, at) => (at === place ? { ...each, ...part } : each)))
          const missing = (key: 'title' | 'text') => !isBlank(reply) && !reply[key].trim()
          return (
            <Section key={reply.row} title={reply.title || text.newReply}>
              <TextField
                label={text.replyTitle}
                value={reply.title}
                invalid={missing('title')}
                hint={missing('title') ? text.titleMissing : ''}
                onChange={(title) => set({ title })}
              />
              <TextField
                label={text.replyText}
                long
                value={reply.text}
                invalid={missing('text')}
                hint={missing('text') ? text.textMissing : text.replyHint}
                onChange={(said) => set({ text: said })}
              />
              <div class="actions">
                <Button onClick={() => onChange(replies.filter((_, at) => at !== place))}>{text.removeReply}</Button>
              </div>
            </Section>
          )
        })}
      </div>
      {replies.length < REPLIES_AT_MOST && (
        <div class="actions">
          <Button onClick={add}>{text.addReply}</Button>
        </div>
      )}
    </>
  )
}
