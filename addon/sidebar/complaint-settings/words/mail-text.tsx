import { Field } from '../../kit/parts.tsx'

type Props = { label: string; value: string; supplied: string; onChange: (value: string) => void }

/** The text of an e-mail; while it is blank, the one that is sent then stands in the field in grey. */
export function MailText({ label, value, supplied, onChange }: Props) {
  return (
    <Field label={label}>
      {(id) => (
        <textarea
          id={id}
          class="mail"
          value={value}
          placeholder={supplied}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
