import { languages, messagesFor } from '../../../../core/messages/messages.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import type { PartProps } from '../settings-draft.ts'
import type { WordsDraft } from './words-draft.ts'

const text = messages.complaintSettings.words

/** What customers are written, and what people of the desk choose from. */
export function WordsPart({ draft, onChange, readOnly }: PartProps) {
  const { words } = draft
  const change = (part: Partial<WordsDraft>) => onChange({ ...draft, words: { ...words, ...part } })
  const texts = (key: 'acknowledgement' | 'feedback', hint: string) =>
    languages.map((language) => (
      <TextField
        key={language}
        label={text.inLanguage[language]}
        long
        value={words[key][language]}
        hint={`${hint}\n${messagesFor(language).complaintMail[key]}`}
        onChange={(value) => change({ [key]: { ...words[key], [language]: value } })}
      />
    ))
  const { replies } = words
  return (
    <fieldset class="plain" disabled={readOnly}>
      <TextField
        label={text.categories}
        long
        value={words.categories}
        hint={text.linesHint}
        onChange={(categories) => change({ categories })}
      />
      <TextField
        label={text.rootCauses}
        long
        value={words.rootCauses}
        hint={text.linesHint}
        onChange={(rootCauses) => change({ rootCauses })}
      />
      <Section title={text.acknowledgement}>{texts('acknowledgement', text.acknowledgementHint)}</Section>
      <Section title={text.feedback}>{texts('feedback', text.feedbackHint)}</Section>
      <Section title={text.replies} count={replies.length}>
        {replies.map((reply, place) => {
          const set = (part: Partial<typeof reply>) =>
            change({ replies: replies.map((each, at) => (at === place ? { ...each, ...part } : each)) })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: titles are being typed
            <fieldset key={place}>
              <legend>{reply.title || text.newReply}</legend>
              <TextField label={text.replyTitle} value={reply.title} onChange={(title) => set({ title })} />
              <TextField label={text.replyText} long value={reply.text} onChange={(said) => set({ text: said })} />
              <div class="actions">
                <Button onClick={() => change({ replies: replies.filter((_, at) => at !== place) })}>
                  {text.removeReply}
                </Button>
              </div>
            </fieldset>
          )
        })}
        <div class="actions">
          <Button onClick={() => change({ replies: [...replies, { title: '', text: '' }] })}>{text.addReply}</Button>
        </div>
      </Section>
    </fieldset>
  )
}
