import { useState } from 'preact/hooks'
import { offeredChoices } from '../../../core/customer-page/offered-choices.ts'
import { messagesFor } from '../../../core/messages/messages.ts'
import { messages } from '../kit/language.ts'
import { Select, TextField } from '../kit/parts.tsx'

const text = messages.customerForm
const OTHER = '\u0000'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What people entered before, most often first. */
  given: string[]
  /** The list of proposals in the messages. */
  proposals: 'channels' | 'purposes' | 'outcomes'
  invalid: boolean
}

/** One of what people entered before or of our proposals, or something else in one's own words. */
export function ChoiceField({ label, value, onChange, given, proposals, invalid }: Props) {
  const [isTyped, setTyped] = useState(false)
  const choices = offeredChoices(given, missing(given, proposals))
  const choose = (choice: string) => {
    setTyped(choice === OTHER)
    onChange(choice === OTHER ? '' : choice)
  }
  return (
    <>
      <Select
        label={label}
        invalid={invalid && !isTyped}
        value={isTyped ? OTHER : value}
        options={[['', text.choose], ...choices.map((choice) => [choice, choice] as const), [OTHER, text.other]]}
        onChange={choose}
      />
      {isTyped && <TextField label={text.typeOther(label)} value={value} invalid={invalid} onChange={onChange} />}
    </>
  )
}

/** The proposals that nobody entered yet, in neither language. */
function missing(given: string[], list: Props['proposals']): string[] {
  const both = [messagesFor('en'), messagesFor('zh')].map(({ customerForm }) => Object.values(customerForm[list]))
  return Object.values(text[list]).filter((_, place) => !both.some((words) => given.includes(words[place] as string)))
}
