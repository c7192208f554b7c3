import type { Child } from 'hono/jsx'

type Field = {
  name: string
  label: string
  value: string
  hint?: string | undefined
  /** Whether it needs to be filled in or may be left blank, in words. */
  note?: string | undefined
  wrong?: string | undefined
  /** Characters at the most. */
  length: number
}
type Line = Field & { type?: 'text' | 'tel' | 'email'; autocomplete?: string; unseen?: boolean }

/** A field of one line. An unseen one is met by machines alone, until it is wrong. */
export function LineField({ type = 'text', autocomplete, unseen, ...field }: Line) {
  const { name, value, length, wrong } = field
  const hidden = unseen && !wrong
  return (
    <Labelled {...field} class={hidden ? 'trap' : 'question'} hidden={hidden}>
      <input
        class="line"
        id={`q-${name}`}
        type={type}
        name={name}
        value={value}
        maxlength={length}
        autocomplete={autocomplete}
        tabindex={hidden ? -1 : undefined}
        {...said(field)}
      />
    </Labelled>
  )
}

/** A field of several lines. */
export function TextField({ short, ...field }: Field & { short?: boolean }) {
  const { name, value, length } = field
  return (
    <Labelled {...field} class="question">
      <textarea id={`q-${name}`} class={short ? 'short' : undefined} name={name} maxlength={length} {...said(field)}>
        {value}
      </textarea>
    </Labelled>
  )
}

type Choice = { name: string; label: string; options: [string, string][]; value: string }

/** One of a few. */
export function ChoiceField({ name, label, options, value }: Choice) {
  return (
    <fieldset class="question">
      <legend class="title">{label}</legend>
      {options.map(([option, word], i) => (
        <label class="option" key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            id={i === 0 ? `q-${name}` : undefined}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Labelled(field: Field & { class: string; hidden?: boolean | undefined; children: Child }) {
  const { name, label, hint, note, wrong, hidden, children } = field
  return (
    <div class={field.class} aria-hidden={hidden ? 'true' : undefined}>
      <label class="title" for={`q-${name}`}>
        {label} {note && <span class="note">({note})</span>}
      </label>
      {hint && (
        <p class="note" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`wrong-${name}`}>
          {wrong}
        </p>
      )}
      {children}
    </div>
  )
}

function said({ name, hint, wrong }: Field) {
  const by = [hint && `hint-${name}`, wrong && `wrong-${name}`].filter(Boolean).join(' ')
  return { ...(by && { 'aria-describedby': by }), ...(wrong && { 'aria-invalid': 'true' as const }) }
}
