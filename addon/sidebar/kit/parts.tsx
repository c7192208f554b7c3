import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Children = { children: ComponentChildren }

/** A labelled control. The hint belongs to the label, so that screen readers say it too. */
export function Field(props: {
  label: string
  /** The label is for screen readers alone, where a heading says the same. */
  labelUnseen?: boolean | undefined
  hint?: string | undefined
  children: (id: string) => ComponentChildren
}) {
  const id = useId()
  return (
    <label class="field" for={id}>
      <span class={props.labelUnseen ? 'unseen' : ''}>{props.label}</span>
      {props.children(id)}
      {props.hint && <span class="hint">{props.hint}</span>}
    </label>
  )
}

export function TextField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  long?: boolean
  /** Whether it is what is wrong. */
  invalid?: boolean
}) {
  const onInput = (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value)
  return (
    <Field label={props.label} hint={props.hint}>
      {(id) =>
        props.long ? (
          <textarea id={id} value={props.value} aria-invalid={props.invalid} onInput={onInput} />
        ) : (
          <input id={id} value={props.value} aria-invalid={props.invalid} onInput={onInput} />
        )
      }
    </Field>
  )
}

export function Select(props: {
  label: string
  labelUnseen?: boolean
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChange: (value: string) => void
  hint?: string | undefined
  invalid?: boolean
}) {
  return (
    <Field label={props.label} labelUnseen={props.labelUnseen} hint={props.hint}>
      {(id) => (
        <select
          id={id}
          value={props.value}
          aria-invalid={props.invalid}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function Button(props: Children & { onClick: () => void; primary?: boolean; disabled?: boolean }) {
  return (
    <button type="button" class={props.primary ? 'primary' : ''} disabled={props.disabled} onClick={props.onClick}>
      {props.children}
    </button>
  )
}

export function Notice({ kind, children }: Children & { kind?: 'good' | 'bad' | 'warn' }) {
  return (
    <p class={`notice ${kind ?? ''}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </p>
  )
}

/** A bar that fills; one that only moves where nobody can say yet how much there is to do. */
export function Progress({ done, total, label }: { done?: number; total?: number; label: string }) {
  const id = useId()
  return (
    <div role="status">
      <label for={id}>{label}</label>
      {done === undefined || total === undefined ? (
        <progress id={id} />
      ) : (
        <progress id={id} value={done} max={Math.max(1, total)} />
      )}
    </div>
  )
}
