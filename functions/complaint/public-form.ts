import { zonedDay } from '../../core/calendar/zoned-time.ts'
import type { Complaint, ComplaintKind, CustomerType } from '../../core/complaint/complaint.ts'
import { PUBLIC_FORM } from '../../core/complaint/complaint-event.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import type { FormTold } from '../../core/complaint/public-form.ts'
import { InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import type { Backend } from '../backend.ts'
import { digestOf, newId } from '../secrets.ts'
import { getComplaintPolicy } from '../store/complaint-policy.ts'
import { WorkspaceKey } from '../store/workspace-key.ts'
import { readTicket, ticketText } from '../survey/ticket.ts'
import { receiveComplaint } from './receive-complaint.ts'

/** The public form of a workspace. */
export type OpenedForm = { workspace: WorkspaceKey; secretHash: string; channel: string; policy: ComplaintPolicy }

/** What is written by it. */
export type FormMessage = FormTold & { kind: ComplaintKind; customerType: CustomerType }

/** @throws InputError `notFound`, the same for links that are malformed, foreign or revoked. */
export async function openedForm(backend: Backend, token: string): Promise<OpenedForm> {
  const found = await WorkspaceKey.ofHolder(backend, token)
  if (found?.holder.kind !== 'complaint') throw new InputError('notFound', undefined)
  const { workspace, secretHash, holder } = found
  return { workspace, secretHash, channel: holder.channel, policy: await getComplaintPolicy(backend, workspace) }
}

/** A ticket for a page: what is sent with it is one message, however often it is sent. */
export function formTicket(backend: Backend, { secretHash, policy }: OpenedForm): string {
  const today = zonedDay(backend.now().getTime(), policy.calendar.timeZone)
  return ticketText(backend, secretHash, { day: today, id: newId(), version: 0, revision: 0 }, today)
}

/**
 * Takes a message in, once a ticket.
 *
 * @throws InputError `ticketOld`; `answeredOtherwise` where something else was sent with the ticket.
 */
export async function receivedByForm(
  backend: Backend,
  { workspace, secretHash, channel }: OpenedForm,
  sent: { ticket: string; message: FormMessage; language: Language },
): Promise<Complaint> {
  const ticket = readTicket(backend, secretHash, sent.ticket)
  if (!ticket) throw new InputError('ticketOld', undefined)
  const { contact, ...message } = sent.message
  const told = { ...message, channel, category: '', severity: 'normal' as const }
  const operation = { id: `form#${ticket.id}`, digest: digestOf(['public form', sent.message]) }
  const doing = { by: { sub: PUBLIC_FORM, name: contact.name ?? '' }, now: backend.now().toISOString(), operation }
  try {
    const { language } = sent
    return await receiveComplaint(backend, workspace, { ...told, contact: { ...contact, language } }, doing)
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'operationReused') throw error
    throw new InputError('answeredOtherwise', undefined)
  }
}
