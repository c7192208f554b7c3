import { Field } from './parts.tsx'

type Asked<T> = { label: string; hint?: string | undefined; value: T; onChange: (value: T) => void }

/** Asks for a number; undefined while the field is blank. */
export function NumberField(
  props: Asked<number | undefined> & {
    min?: number
    max?: number
    whole?: boolean
    disabled?: boolean
    invalid?: boolean
  },
) {
  const change = (text: string) => props.onChange(text.trim() === '' ? undefined : Number(text))
  return (
    <Field label={props.label} hint={props.hint}>
      {(id) => (
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={props.min}
          max={props.max}
          step={props.whole ? 1 : 'any'}
          aria-invalid={props.invalid}
          disabled={props.disabled}
          value={props.value ?? ''}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Asks for a day, as `2026-03-31`; blank is ''. */
export function DateField(props: Asked<string> & { min?: string; max?: string; invalid?: boolean }) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(id) => (
        <input
          id={id}
          type="date"
          aria-invalid={props.invalid}
          min={props.min}
          max={props.max}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Asks yes or no. */
export function Checkbox(props: Asked<boolean> & { disabled?: boolean }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.value}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        {props.hint && <span class="hint">{props.hint}</span>}
      </span>
    </label>
  )
}
