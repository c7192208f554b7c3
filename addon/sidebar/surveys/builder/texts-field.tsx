import { type Language, languages } from '../../../../core/messages/messages.ts'
import type { DraftTexts } from '../../../../core/survey/draft/draft-survey.ts'
import { messages } from '../../kit/language.ts'
import { Field } from '../../kit/parts.tsx'
import { language } from './use-draft.ts'

const text = messages.surveyBuilder
const LONGEST = 500

type Props = {
  label: string
  texts: DraftTexts
  onChange: (texts: DraftTexts) => void
  /** Whether both languages are asked for; else one text is for all. */
  both: boolean
  hint?: string
  invalid?: boolean
  /** Several lines. */
  long?: boolean
}

/** Asks for a text that customers read: one, or one for each language side by side where there is room. */
export function TextsField({ label, texts, onChange, both, hint, invalid, long }: Props) {
  const input = (id: string, value: string, set: (value: string) => void, of?: Language) => {
    const shared = { id, value, lang: of, maxLength: LONGEST, 'aria-invalid': invalid }
    const onInput = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value)
    return long ? <textarea rows={2} {...shared} onInput={onInput} /> : <input {...shared} onInput={onInput} />
  }
  if (!both) {
    const one = texts[language] || texts.en || texts['zh-CN']
    const set = (value: string) => onChange({ en: '', 'zh-CN': '', [language]: value })
    return (
      <Field label={label} hint={hint}>
        {(id) => input(id, one, set)}
      </Field>
    )
  }
  return (
    <div class="pair">
      {languages.map((each) => (
        <Field
          key={each}
          label={text.inLanguage({ label, language: text.languages[each] })}
          hint={each === languages[0] ? hint : undefined}
        >
          {(id) => input(id, texts[each], (value) => onChange({ ...texts, [each]: value }), each)}
        </Field>
      ))}
    </div>
  )
}
