import { useRef, useState } from 'preact/hooks'
import { messages } from './language.ts'
import { Button, Field } from './parts.tsx'

/** A text to take along, selected and copied by one press. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const [copied, setCopied] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const copy = () => {
    input.current?.select()
    setCopied(document.execCommand('copy'))
  }
  return (
    <>
      <Field label={label} hint={hint}>
        {(id) => <input id={id} ref={input} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <div class="actions">
        <Button onClick={copy}>{copied ? messages.form.copied : messages.form.copy}</Button>
      </div>
    </>
  )
}
