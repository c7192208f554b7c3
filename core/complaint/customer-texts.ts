import { zonedText } from '../calendar/zoned-text.ts'
import { type Language, messagesFor } from '../messages/messages.ts'
import type { Complaint } from './complaint.ts'
import type { ComplaintPolicy } from './complaint-policy.ts'

type Asked = Pick<Complaint, 'number' | 'customer' | 'resolution'>
type Policy = Pick<ComplaintPolicy, 'wording' | 'calendar'>

/** Thanks for having told us, in the words of the workspace or of the tables. */
export function acknowledgement(complaint: Asked, policy: Policy, language: Language): string {
  const own = policy.wording.acknowledgement[language]
  return filledText(own ?? messagesFor(language).complaintMail.acknowledgement, complaint, policy)
}

/** That a message was received by the public form, and by when it is answered. */
export function receipt(
  { response, ...complaint }: Asked & Pick<Complaint, 'response'>,
  policy: Policy,
  language: Language,
) {
  return filledText(messagesFor(language).complaintMail.receipt, { ...complaint, resolution: response }, policy)
}

/** The question whether it is solved. `{link}` stands for the address to answer at, and is always there. */
export function feedbackQuestion(complaint: Asked, policy: Policy, language: Language): string {
  const own = policy.wording.feedback[language]
  const text = filledText(own ?? messagesFor(language).complaintMail.feedback, complaint, policy)
  return text.includes('{link}') ? text : `${text}\n\n{link}`
}

/** A text with `{number}`, `{name}` and `{due}` filled in; the time is one of the workspace's zone. */
export function filledText(text: string, { number, customer, resolution }: Asked, { calendar }: Policy): string {
  const due = resolution.dueAt ? zonedText(Date.parse(resolution.dueAt), calendar.timeZone) : ''
  const fields = new Map([
    ['number', number],
    ['name', customer.name],
    ['due', due],
  ])
  return text.replace(/\{(\w+)\}/g, (whole, field: string) => fields.get(field) ?? whole)
}
