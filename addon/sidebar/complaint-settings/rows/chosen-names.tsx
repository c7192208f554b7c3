import { messages } from '../../kit/language.ts'
import { Select } from '../../kit/parts.tsx'

const text = messages.complaintSettings.chosen

type Props = {
  label: string
  names: readonly string[]
  /** What can be chosen, with what it is called. */
  options: readonly (readonly [name: string, label: string])[]
  onChange: (names: string[]) => void
  /** What is wrong with what is chosen. */
  problem?: string | undefined
  hint?: string | undefined
}

/** Names that are chosen one after the other; each can be taken out again. */
export function ChosenNames({ label, names, options, onChange, problem, hint }: Props) {
  const labelOf = (name: string) => options.find(([each]) => each === name)?.[1] ?? name
  const left = options.filter(([name]) => !names.includes(name))
  return (
    <fieldset class="chosen">
      <legend>{label}</legend>
      {names.length > 0 && (
        <ul class="chips">
          {names.map((name) => (
            <li key={name}>
              {labelOf(name)}
              <button
                type="button"
                aria-label={text.remove(labelOf(name))}
                onClick={(event) => {
                  event.currentTarget.closest('.chosen')?.querySelector('select')?.focus()
                  onChange(names.filter((each) => each !== name))
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={text.add(label)}
        labelUnseen
        value=""
        invalid={problem !== undefined}
        hint={problem ?? hint}
        options={[['', names.length ? text.another : text.choose], ...left]}
        onChange={(name) => name && onChange([...names, name])}
      />
    </fieldset>
  )
}
