import { useState } from 'preact/hooks'
import { messages } from '../../kit/language.ts'
import { Select, TextField } from '../../kit/parts.tsx'

const text = messages.complaintIntake
const OTHER = '\u0000'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What a team works with: value and what it is called. */
  listed: readonly (readonly [value: string, label: string])[]
  /** Whether it may be left open. */
  optional?: boolean
  hint?: string | undefined
  invalid?: boolean
}

/** One of a team's list, or something else in one's own words; a list of nothing is a field to type in. */
export function ListedField({ label, value, onChange, listed, optional, hint, invalid = false }: Props) {
  const [typing, setTyping] = useState(false)
  const isTyped = typing || (value !== '' && !listed.some(([known]) => known === value))
  const said = hint === undefined ? {} : { hint }
  if (listed.length === 0) {
    return <TextField label={label} value={value} invalid={invalid} onChange={onChange} {...said} />
  }
  const choose = (chosen: string) => {
    setTyping(chosen === OTHER)
    onChange(chosen === OTHER ? '' : chosen)
  }
  return (
    <>
      <Select
        label={label}
        value={isTyped ? OTHER : value}
        invalid={invalid && !isTyped}
        hint={isTyped ? undefined : hint}
        options={[...(optional || value === '' ? [['', text.choose] as const] : []), ...listed, [OTHER, text.other]]}
        onChange={choose}
      />
      {isTyped && (
        <TextField label={text.typeOther(label)} value={value} invalid={invalid} onChange={onChange} {...said} />
      )}
    </>
  )
}
