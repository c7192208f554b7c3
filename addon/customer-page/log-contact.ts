import { InputError } from '../../core/input-error.ts'
import { dayCell, me, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { customerRow } from '../sheet/reading/customer-row.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { rowsAt } from '../sheet/reading/rows-of-customer.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findTab, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeRow } from '../sheet/writing/write-row.ts'
import { userMessages } from '../user-language.ts'
import { contactId } from './contact-id.ts'

/** A contact as somebody enters it; days are `2026-03-31`, `next` is '' for none. */
export type Contact = Record<'customerId' | 'day' | 'channel' | 'purpose' | 'outcome' | 'note' | 'next', string>

/**
 * Logs a contact: a row of the interactions, and the customer's last and next contact. The same operation id logs once.
 *
 * The id that the row will have is kept before it is written, so that a repeat after a crash finds out whether it was.
 *
 * @returns The row's id.
 * @throws InputError `blankField`, `notDate`, `ambiguousDate`, `dateAhead`, `nextBeforeContact`, `customerGone`.
 */
export function logContact(contact: Contact, operationId: string): string {
  const { day, next } = checked(contact)
  return oneAtATime(() => {
    const { tab, row } = customerRow(contact.customerId)
    const values = rowsAt(tab, [row])[0] as CellValue[]
    const { id, isLogged } = contactId(operationId)
    if (!isLogged) {
      appendRows('interactions', [
        {
          ...{ interactionId: id, customerId: contact.customerId, contactDate: dayCell(day), owner: contactedBy() },
          ...{ channel: contact.channel.trim(), purpose: contact.purpose.trim(), outcome: contact.outcome.trim() },
          ...{ nextContact: next === undefined ? '' : dayCell(next), note: contact.note.trim() },
        },
      ])
    }
    writeRow(tab, row, lastAndNext(tab, values, day, next))
    return id
  })
}

function checked({ day, next, channel, purpose, outcome }: Contact): { day: number; next: number | undefined } {
  const words: Record<string, string> = userMessages().tabs.interactions.headers
  const blank = Object.entries({ contactDate: day, channel, purpose, outcome }).find(([, value]) => !value.trim())
  if (blank) throw new InputError('blankField', { field: words[blank[0]] as string })
  const contacted = dayOf(day, words.contactDate as string)
  const planned = next ? dayOf(next, words.nextContact as string) : undefined
  if (contacted > today()) throw new InputError('dateAhead', { date: day })
  if (planned !== undefined && planned <= contacted) throw new InputError('nextBeforeContact', { day, next })
  return { day: contacted, next: planned }
}

/** A contact that was entered late changes nothing that is newer; a day that was planned up to it is done with. */
function lastAndNext(tab: TabHeader, row: CellValue[], day: number, next: number | undefined) {
  const days = cellDays()
  const { cell } = rowReader(tab)
  const [last, planned] = [days.day(cell(row, 'lastContact')), days.day(cell(row, 'nextContact'))]
  const isLatest = last === undefined || day >= last
  return {
    ...(isLatest && { lastContact: dayCell(day) }),
    ...(isLatest && next !== undefined && { nextContact: dayCell(next) }),
    ...(next === undefined && planned !== undefined && planned <= day && { nextContact: '' }),
  }
}

/** The person at work by the name that the staff tab has for their e-mail; else the e-mail. */
function contactedBy(): string {
  const email = me()
  const staff = findTab('staff')
  if (!staff || !email) return email
  const { text } = rowReader(staff)
  const own = staff.rows.find((row) => text(row, 'email').toLowerCase() === email.toLowerCase())
  return (own && text(own, 'name')) || email
}
