import { zonedText } from '../../core/calendar/zoned-text.ts'
import type { Complaint } from '../../core/complaint/complaint.ts'
import { type Acted, type ComplaintEvent, PUBLIC_FORM } from '../../core/complaint/complaint-event.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import { acknowledgement, feedbackQuestion, receipt } from '../../core/complaint/customer-texts.ts'
import { languages, messagesFor } from '../../core/messages/messages.ts'
import type { NewMessage } from '../store/message.ts'

/**
 * What people are written because of an event: the desk's own where time ran out, the customer where there is an address
 * and something to say.
 */
export function messagesAbout(event: ComplaintEvent, complaint: Complaint, policy: ComplaintPolicy): NewMessage[] {
  if (event.action === 'escalate') return escalationMessages(event, complaint, policy)
  const to = complaint.contact?.email
  if (to === undefined || event.importedAt !== undefined) return []
  const language = complaint.contact?.language ?? 'en'
  const words = messagesFor(language).complaintMail
  const { number } = complaint
  const subject = words.subject({ number })
  if (event.action === 'reply' && event.text) return [{ kind: 'reply', to, subject, text: event.text }]
  if (event.action === 'acknowledge') {
    const text = event.text ?? acknowledgement(complaint, policy, language)
    return [{ kind: 'acknowledgement', to, subject, text }]
  }
  if (event.action === 'receive' && event.by.sub === PUBLIC_FORM) {
    return [{ kind: 'acknowledgement', to, subject, text: receipt(complaint, policy, language) }]
  }
  if (event.action !== 'ask_feedback') return []
  const text = feedbackQuestion(complaint, policy, language)
  return [{ kind: 'feedback', to, subject, text, linked: true }]
}

/** In both languages, since it is not known what those of a desk read. */
function escalationMessages({ escalation }: Acted, complaint: Complaint, policy: ComplaintPolicy): NewMessage[] {
  if (!escalation) return []
  const { number, customer, owner } = complaint
  const dueAt = zonedText(Date.parse(escalation.dueAt), policy.calendar.timeZone)
  const said = { ...escalation, number, customer: customer.name || customer.id, owner, dueAt }
  const words = languages.map((language) => messagesFor(language).complaintMail)
  const subject = words.map((each) => each.escalationSubject(said)).join(' / ')
  const text = words.map((each) => each.escalation(said)).join('\n\n')
  return addresses(escalation.to, policy).map((to) => ({ kind: 'escalation', to, subject, text }))
}

/** The e-mail addresses of names and addresses, each once; those that have none are left out. */
function addresses(told: readonly string[], { people }: ComplaintPolicy): string[] {
  const found = told.map((each) => (each.includes('@') ? each : people.find(({ name }) => name === each)?.email))
  return [...new Set(found.filter((address) => address !== undefined))]
}
