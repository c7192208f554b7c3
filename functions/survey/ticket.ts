import type { Backend } from '../backend.ts'
import { newId, sameText, signature } from '../secrets.ts'

/** An answer's id and day, fixed before it is first sent, so that however often it is sent it is one answer. */
export type Ticket = { day: string; id: string }

const DAY_MS = 86_400_000
const DAYS_GOOD = 7

/** A new ticket for a page of a link, as text that can't be altered: `day.id.signature`. */
export function newTicket({ signingKey }: Backend, link: string, day: string): string {
  const id = newId()
  return [day, id, signature(signingKey, 'ticket', link, day, id)].join('.')
}

/** What a ticket fixes; undefined if it was not made for this link or is over a week old. */
export function readTicket({ signingKey, now }: Backend, link: string, text: string): Ticket | undefined {
  const [day = '', id = '', signed = ''] = text.split('.')
  if (!sameText(signed, signature(signingKey, 'ticket', link, day, id))) return undefined
  return now().getTime() - Date.parse(day) > DAYS_GOOD * DAY_MS ? undefined : { day, id }
}
