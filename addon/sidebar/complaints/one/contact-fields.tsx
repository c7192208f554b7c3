import { EMAIL_REGEX } from 'valibot'
import type { Contact } from '../../../../core/complaint/complaint.ts'
import { messages } from '../../kit/language.ts'
import { Select, TextField } from '../../kit/parts.tsx'

const text = messages.complaintIntake

type Props = { contact: Contact; onChange: (contact: Contact) => void; problem?: string | undefined }

/** How somebody can be reached, and in which language they are written to. */
export function ContactFields({ contact, onChange, problem }: Props) {
  const isWrong = emailIsWrong(contact)
  const field = (key: 'name' | 'phone' | 'email') => ({
    value: contact[key] ?? '',
    onChange: (value: string) => onChange({ ...contact, [key]: value }),
  })
  return (
    <>
      <TextField
        label={text.name}
        invalid={problem !== undefined && !isWrong}
        {...field('name')}
        {...(problem && !isWrong && { hint: problem })}
      />
      <TextField label={text.phone} {...field('phone')} />
      <TextField
        label={text.email}
        invalid={problem !== undefined && isWrong}
        {...field('email')}
        {...(problem && isWrong && { hint: problem })}
      />
      {contact.email && (
        <Select
          label={text.language}
          value={contact.language ?? 'en'}
          options={[
            ['en', text.languages.en],
            ['zh-CN', text.languages['zh-CN']],
          ]}
          onChange={(language) => onChange({ ...contact, language: language as NonNullable<Contact['language']> })}
        />
      )}
    </>
  )
}

/** Whether there is an e-mail address that is none. */
export function emailIsWrong({ email }: Contact): boolean {
  return email !== undefined && email.trim() !== '' && !EMAIL_REGEX.test(email.trim())
}

/** Only what was filled in; undefined where nothing was. */
export function givenContact(contact: Contact): Contact | undefined {
  const given = (['name', 'phone', 'email'] as const).flatMap((key) => {
    const value = contact[key]?.trim()
    return value ? [[key, value] as const] : []
  })
  if (given.length === 0) return undefined
  return { ...Object.fromEntries(given), language: contact.language ?? 'en' }
}
