import { InputError } from '../input-error.ts'
import type { Contact } from './complaint.ts'

/** How much each field of the public form takes, in characters; `website` is seen by machines alone. */
export const formLengths = {
  description: 4000,
  wantedOutcome: 500,
  links: 1000,
  name: 100,
  phone: 50,
  email: 200,
  reference: 100,
  website: 200,
} as const
const MOST_LINKS = 5

export type FormField = keyof typeof formLengths
/** What somebody typed, field by field. */
export type TypedForm = Record<FormField, string>

/** What a complaint is told with by the public form. */
export type FormTold = {
  description: string
  wantedOutcome?: string
  links?: string[]
  reference?: string
  contact: Contact
}

/** What was typed as it may be kept, and what is wrong with it by field: somebody must be there to be answered. */
export function checkedForm(typed: TypedForm): { told: FormTold; problems: Partial<Record<FormField, InputError>> } {
  const fields = Object.keys(formLengths) as FormField[]
  const said = Object.fromEntries(fields.map((field) => [field, withPlainBreaks(typed[field])])) as TypedForm
  const links = said.links.split(/\s+/).filter(Boolean)
  const { description, wantedOutcome, reference, name, email, phone } = said
  const told = {
    description,
    ...(wantedOutcome && { wantedOutcome }),
    ...(links.length > 0 && { links }),
    ...(reference && { reference }),
    contact: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) },
  }
  const problems = fields.flatMap((field) => {
    const problem = problemOf(field, said, links)
    return problem ? [[field, problem] as const] : []
  })
  return { told, problems: Object.fromEntries(problems) }
}

function problemOf(field: FormField, said: TypedForm, links: readonly string[]): InputError | undefined {
  const text = said[field]
  if (field === 'website') return text ? new InputError('formTrap', undefined) : undefined
  if (text.length > formLengths[field]) return new InputError('formTooLong', { most: formLengths[field] })
  if (field === 'description' && !text) return new InputError('formDescription', undefined)
  if (field === 'name' && !text) return new InputError('formName', undefined)
  if (field === 'phone' && !text && !said.email) return new InputError('formContact', undefined)
  if (field === 'phone' && text && text.replace(/\D/g, '').length < 5) return new InputError('formPhone', undefined)
  if (field === 'email' && text && !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text)) {
    return new InputError('formEmail', undefined)
  }
  const isFine = links.length <= MOST_LINKS && links.every((link) => /^https:\/\/[^\s/<>"]+\.[^\s<>"]+$/i.test(link))
  return field === 'links' && !isFine ? new InputError('formLinks', { most: MOST_LINKS }) : undefined
}

/** Forms send a break of lines as two characters, and count it as one. */
function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
