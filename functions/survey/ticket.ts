import type { Backend } from '../backend.ts'
import { sameText, signature } from '../secrets.ts'

/**
 * What a page fixes before it is first sent, so that however often it is sent it is one answer: the answer's id and day,
 * the version of the questions that it shows, and the revision of the answer that it corrects, 0 for a first one.
 */
export type Ticket = { day: string; id: string; version: number; revision: number }

const DAY_MS = 86_400_000
const DAYS_GOOD = 7

/** A ticket for a page of a link, as text that can't be altered: `day.id.version.revision.madeOn.signature`. */
export function ticketText({ signingKey }: Backend, link: string, ticket: Ticket, madeOn: string): string {
  const parts = [ticket.day, ticket.id, String(ticket.version), String(ticket.revision), madeOn]
  return [...parts, signature(signingKey, 'ticket', link, ...parts)].join('.')
}

/** What a ticket fixes; undefined if it was not made for this link or is over a week old. */
export function readTicket({ signingKey, now }: Backend, link: string, text: string): Ticket | undefined {
  const [day = '', id = '', version = '', revision = '', madeOn = '', signed = ''] = text.split('.')
  const parts = [day, id, version, revision, madeOn]
  if (!sameText(signed, signature(signingKey, 'ticket', link, ...parts))) return undefined
  if (now().getTime() - Date.parse(madeOn) > DAYS_GOOD * DAY_MS) return undefined
  return { day, id, version: Number(version), revision: Number(revision) }
}
