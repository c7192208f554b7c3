import { useId } from 'preact/hooks'
import { Field } from './parts.tsx'

type Props = {
  label: string
  value: string
  known: readonly string[]
  hint?: string
  onChange: (value: string) => void
}

/** Asks for a name or word, with those that are known to choose from. */
export function SuggestedField({ label, value, known, hint, onChange }: Props) {
  const list = useId()
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <>
          <input id={id} list={list} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
          <datalist id={list}>
            {known.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
