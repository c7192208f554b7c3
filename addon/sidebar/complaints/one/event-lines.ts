import type { Complaint, Contact } from '../../../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent } from '../../../../core/complaint/complaint-event.ts'
import { HANDLER } from '../../../../core/complaint/escalation.ts'
import { channelName } from '../../complaints-import/channel-name.ts'
import { messages } from '../../kit/language.ts'
import { money } from '../../kit/money.ts'
import { moment } from './moment.ts'

const text = messages.oneComplaint
const words = messages.complaintForm

/** What an event changed or told beside its text, a line each. @param before The complaint before it. */
export function eventLines(event: ComplaintEvent, before: Complaint | undefined, timeZone: string): string[] {
  const lines = event.action === 'receive' ? receivedLines(event, timeZone) : actedLines(event, before, timeZone)
  return event.importedAt ? [...lines, text.importedAt(moment(event.importedAt, timeZone))] : lines
}

type Received = Extract<ComplaintEvent, { action: 'receive' }>

function receivedLines({ channel, owner, customer, receivedAt }: Received, timeZone: string): string[] {
  return [
    line(words.channel, channelName(channel)),
    line(text.receivedAt, moment(receivedAt, timeZone)),
    line(text.handler, owner ?? (customer.owner || text.nobody)),
  ]
}

function actedLines(event: Acted, before: Complaint | undefined, timeZone: string): string[] {
  const { owner, severity, kind, category, customer, contact, escalation, compensation, satisfaction } = event
  const nothing = text.nothing
  const all = [
    owner !== undefined && moved(text.handler, before?.owner || text.nobody, owner),
    severity && moved(words.severity, before ? words.severities[before.severity] : nothing, words.severities[severity]),
    kind && moved(words.kind, before ? words.kinds[before.kind] : nothing, words.kinds[kind]),
    category !== undefined && moved(words.category, before?.category || nothing, category),
    customer && moved(text.customer, before ? nameOf(before.customer) : nothing, nameOf(customer)),
    contact && line(text.contact, contactText(contact)),
    event.rootCause && line(words.rootCause, event.rootCause),
    event.correctiveAction && line(words.correctiveAction, event.correctiveAction),
    compensation !== undefined && line(text.compensation, money(compensation)),
    satisfaction !== undefined && line(text.satisfaction, String(satisfaction)),
    escalation && escalated(escalation, timeZone),
    event.closesAt && line(text.closesAt, moment(event.closesAt, timeZone)),
  ]
  return all.filter((each) => typeof each === 'string' && each !== '') as string[]
}

function escalated({ clock, step, dueAt, to }: NonNullable<Acted['escalation']>, timeZone: string): string {
  const at = moment(dueAt, timeZone)
  const people = to.filter((each) => each !== HANDLER)
  return text.escalated({ clock: messages.complaintMail.clocks[clock], step, at, to: people.join(text.and) })
}

/** How somebody can be reached, in one line. */
export function contactText({ name, phone, email }: Contact): string {
  return [name, phone, email].filter(Boolean).join(' · ')
}

/** A customer by name and id, whichever there is. */
export function nameOf({ id, name }: Complaint['customer']): string {
  return [name, id].filter(Boolean).join(' · ') || text.unknown
}

function line(label: string, value: string): string {
  return text.line({ label, value })
}

function moved(label: string, from: string, to: string): string {
  return line(label, `${from} → ${to}`)
}
