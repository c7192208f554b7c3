import { InputError } from '../../core/input-error.ts'
import { contactId } from '../customer-page/contact-id.ts'
import { dayCell, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { customerRow } from '../sheet/reading/customer-row.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeRow } from '../sheet/writing/write-row.ts'
import { userMessages } from '../user-language.ts'

/** A contact to come; `next` is a day such as `2026-03-31`. */
export type FollowUp = { customerId: string; owner: string; next: string; purpose: string }

/**
 * Plans a contact: a row of the interactions without a contact date, and the customer's next contact where none comes
 * sooner. The same plan twice is one row.
 *
 * @throws InputError `blankField`, `notDate`, `followUpPast`, `customerGone`.
 */
export function planFollowUp({ customerId, owner, next, purpose }: FollowUp): void {
  const headers = userMessages().tabs.interactions.headers
  if (!purpose.trim()) throw new InputError('blankField', { field: headers.purpose })
  const day = dayOf(next, headers.nextContact)
  if (day < today()) throw new InputError('followUpPast', undefined)
  oneAtATime(() => plan({ customerId, owner, purpose: purpose.trim(), day }))
}

function plan({ customerId, owner, purpose, day }: Omit<FollowUp, 'next'> & { day: number }): void {
  const { tab, row } = customerRow(customerId)
  const days = cellDays()
  const contacts = findTab('interactions')
  const { cell, text } = rowReader(contacts ?? { at: {} })
  const isPlanned = contacts?.rows.some(
    (line) =>
      text(line, 'customerId') === customerId &&
      text(line, 'purpose') === purpose &&
      days.day(cell(line, 'nextContact')) === day,
  )
  if (!isPlanned) {
    const { id: interactionId } = contactId(Utilities.getUuid())
    appendRows('interactions', [{ interactionId, customerId, owner, purpose, nextContact: dayCell(day) }])
  }
  const position = tab.at.nextContact
  const planned = position === undefined ? undefined : days.day(tab.sheet.getRange(row, position + 1).getValue())
  if (planned === undefined || planned < today() || planned > day) writeRow(tab, row, { nextContact: dayCell(day) })
}
