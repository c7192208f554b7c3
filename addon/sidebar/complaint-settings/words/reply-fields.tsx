import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import { newRow } from '../rows/new-row.ts'
import { type RowActs, RowList } from '../rows/row-list.tsx'
import { isBlank, type ReplyDraft } from './words-draft.ts'

const text = messages.complaintSettings.words
const REPLIES_AT_MOST = 100

type Props = { replies: readonly ReplyDraft[]; onChange: (replies: ReplyDraft[]) => void }

/** Texts that are ready to be sent, folded under their titles. */
export function ReplyFields({ replies, onChange }: Props) {
  const added = () => newRow({ title: '', text: '' })
  return (
    <RowList rows={replies} most={REPLIES_AT_MOST} add={text.addReply} added={added} onChange={onChange}>
      {(reply, _, acts) => <OneReply reply={reply} {...acts} />}
    </RowList>
  )
}

function OneReply({ reply, onChange, onRemove }: { reply: ReplyDraft } & RowActs<ReplyDraft>) {
  const missing = (key: 'title' | 'text') => !isBlank(reply) && !reply[key].trim()
  return (
    <Section title={reply.title || text.newReply}>
      <TextField
        label={text.replyTitle}
        value={reply.title}
        invalid={missing('title')}
        hint={missing('title') ? text.titleMissing : ''}
        onChange={(title) => onChange({ ...reply, title })}
      />
      <TextField
        label={text.replyText}
        long
        value={reply.text}
        invalid={missing('text')}
        hint={missing('text') ? text.textMissing : text.replyHint}
        onChange={(said) => onChange({ ...reply, text: said })}
      />
      <div class="actions">
        <Button onClick={onRemove}>{text.removeReply}</Button>
      </div>
    </Section>
  )
}
