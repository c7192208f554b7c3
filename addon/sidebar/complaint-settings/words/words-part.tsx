import { languages, messagesFor } from '../../../../core/messages/messages.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import type { PartProps } from '../settings-draft.ts'
import { ListFields } from './list-fields.tsx'
import { MailText } from './mail-text.tsx'
import { ReplyFields } from './reply-fields.tsx'
import type { WordsDraft } from './words-draft.ts'

const text = messages.complaintSettings.words

/** What customers are written, and what people of the desk choose from. */
export function WordsPart({ draft, onChange, readOnly }: PartProps) {
  const { words } = draft
  const change = (part: Partial<WordsDraft>) => onChange({ ...draft, words: { ...words, ...part } })
  const texts = (key: 'acknowledgement' | 'feedback', hint: string) => {
    const own = languages.filter((language) => words[key][language].trim())
    return (
      <Section title={text[key]} count={own.map((language) => text.inLanguage[language]).join(' · ') || text.standard}>
        <p class="hint">{hint}</p>
        {languages.map((language) => (
          <MailText
            key={language}
            label={text.inLanguage[language]}
            value={words[key][language]}
            supplied={messagesFor(language).complaintMail[key]}
            onChange={(value) => change({ [key]: { ...words[key], [language]: value } })}
          />
        ))}
      </Section>
    )
  }
  return (
    <>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.lists}</legend>
        <ListFields words={words} onChange={change} readOnly={readOnly} />
      </fieldset>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.mails}</legend>
        <div class="rows">
          {texts('acknowledgement', text.acknowledgementHint)}
          {texts('feedback', text.feedbackHint)}
        </div>
      </fieldset>
      <fieldset class="part" disabled={readOnly}>
        <legend>{text.replies}</legend>
        <p class="hint">{text.repliesHint}</p>
        <ReplyFields replies={words.replies} onChange={(replies) => change({ replies })} />
      </fieldset>
    </>
  )
}
