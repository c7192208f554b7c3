import { useRef, useState } from 'preact/hooks'
import { messages } from './language.ts'
import { Button, Field } from './parts.tsx'

/** A text to take along, selected and copied by one press; a long one shows its lines. */
export function CopyField(props: { label: string; value: string; hint?: string; long?: boolean }) {
  const { label, value, hint, long } = props
  const [copied, setCopied] = useState('')
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const copy = () => {
    box.current?.select()
    if (document.execCommand('copy')) setCopied(value)
  }
  const Box = long ? 'textarea' : 'input'
  return (
    <>
      <Field label={label} hint={hint}>
        {(id) => (
          <Box id={id} ref={box} readOnly value={value} rows={6} onFocus={(event) => event.currentTarget.select()} />
        )}
      </Field>
      <div class="actions">
        <Button onClick={copy}>{copied === value ? messages.form.copied : messages.form.copy}</Button>
      </div>
    </>
  )
}
