import type { ComplaintKind, Contact, CustomerType, Severity } from '../../../../core/complaint/complaint.ts'
import type { Intake } from '../../../complaint/take-in.ts'
import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import { messages } from '../../kit/language.ts'
import { emailIsWrong, givenContact } from '../one/contact-fields.tsx'
import { instantOf } from '../one/moment.ts'

const text = messages.complaintIntake
const TEXT_LENGTH = 10_000
const MOST_LINKS = 20

/** What is typed of something new; it outlives a look at another part of the form. */
export type IntakeDraft = {
  customer: SelectedCustomer | null
  /** Whether it is of somebody who is not in the customer file. */
  isStranger: boolean
  contact: Contact
  kind: ComplaintKind
  customerType: CustomerType
  channel: string
  category: string
  severity: Severity
  description: string
  wantedOutcome: string
  /** One address a line. */
  links: string
  /** As the control gives it, in the desk's time zone; '' is now. */
  receivedAt: string
}

export const blankIntake: IntakeDraft = {
  customer: null,
  isStranger: false,
  contact: { language: document.documentElement.lang === 'en' ? 'en' : 'zh-CN' },
  kind: 'complaint',
  customerType: 'business',
  channel: 'hotline',
  category: '',
  severity: 'normal',
  description: '',
  wantedOutcome: '',
  links: '',
  receivedAt: '',
}

/** Words for a person, rather than a company, in a column of customer types. */
const PERSON = /^(person|individual|consumer|private|个人|自然人|消费者|散客)/i

/**
 * The draft for a customer of the file: how they are reached and whether it is a person as their row says. What was
 * typed stays; what came of the row taken before does not.
 */
export function forCustomer(draft: IntakeDraft, customer: SelectedCustomer | null): IntakeDraft {
  const { contact, customer: before } = draft
  const reached = (key: 'email' | 'phone') => {
    const isTyped = (contact[key] ?? '') !== (before?.[key] ?? '')
    return isTyped ? contact[key] : customer?.[key] || undefined
  }
  const { email: _, phone: __, ...rest } = contact
  const [email, phone] = [reached('email'), reached('phone')]
  return {
    ...draft,
    customer,
    isStranger: false,
    contact: { ...rest, ...(phone && { phone }), ...(email && { email }) },
    ...(customer?.customerType && { customerType: PERSON.test(customer.customerType.trim()) ? 'person' : 'business' }),
  }
}

export type IntakeProblems = Partial<Record<keyof IntakeDraft, string>>

/** What keeps a draft from being taken in, by field, in the order of the form. */
export function intakeProblems(draft: IntakeDraft, timeZone: string, now: Date): IntakeProblems {
  const { customer, isStranger, contact, channel, description, receivedAt } = draft
  const links = linksOf(draft)
  const at = receivedAt === '' ? '' : instantOf(receivedAt, timeZone)
  const unreachable = isStranger && !givenContact(contact) ? text.contactMissing : undefined
  const reached = emailIsWrong(contact) ? text.emailWrong : unreachable
  return {
    ...(!customer && !isStranger && { customer: text.whose }),
    // Somebody of the file has the contact at the end of the form.
    ...(isStranger && reached && { contact: reached }),
    ...(channel.trim() === '' && { channel: text.channelMissing }),
    ...(description.trim() === '' && {
      description: messages.errors.blankField({ field: messages.fields.whatHappened }),
    }),
    ...(description.length > TEXT_LENGTH && { description: text.tooLong(TEXT_LENGTH) }),
    ...((at === undefined || at > now.toISOString()) && { receivedAt: text.receivedAhead }),
    ...((links.length > MOST_LINKS || !links.every(isAddress)) && { links: text.linksWrong }),
    ...(reached && { contact: reached }),
  }
}

/** What is sent: blanks left out. */
export function intakeOf(draft: IntakeDraft, timeZone: string): Intake {
  const { kind, customerType, channel, category, severity, description } = draft
  const contact = givenContact(draft.contact)
  const wantedOutcome = draft.wantedOutcome.trim()
  const links = linksOf(draft)
  const receivedAt = instantOf(draft.receivedAt, timeZone)
  return {
    ...{ kind, customerType, channel, category, severity, description },
    customerId: draft.isStranger ? '' : (draft.customer?.id ?? ''),
    ...(contact && { contact }),
    ...(wantedOutcome && { wantedOutcome }),
    ...(links.length > 0 && { links }),
    ...(receivedAt && { receivedAt }),
  }
}

function linksOf({ links }: IntakeDraft): string[] {
  return links.split(/\s+/).filter(Boolean)
}

function isAddress(link: string): boolean {
  return link.length <= 2000 && /^https:\/\//.test(link) && URL.canParse(link)
}
