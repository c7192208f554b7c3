import { nextId } from '../../core/customer-page/next-id.ts'
import { InputError } from '../../core/input-error.ts'
import { customerRow } from '../customer-page/customer-page.ts'
import { writeRow } from '../customer-page/write-row.ts'
import { appendRows } from '../sheet/append-rows.ts'
import { findTab } from '../sheet/bound-tab.ts'
import { dayCell, today } from '../sheet/now.ts'
import { userMessages } from '../user-language.ts'
import { cellDays } from './cell-days.ts'
import { dayOf } from './day-of.ts'
import { rowReader } from './row-reader.ts'

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
  const { tab, row } = customerRow(customerId)
  const days = cellDays()
  const contacts = findTab('interactions')
  const { cell, text } = rowReader(contacts ?? { at: {} })
  const rows = contacts?.rows ?? []
  const isPlanned = rows.some(
    (line) =>
      text(line, 'customerId') === customerId &&
      text(line, 'purpose') === purpose.trim() &&
      days.day(cell(line, 'nextContact')) === day,
  )
  if (!isPlanned) {
    const interactionId = nextId(
      rows.map((line) => text(line, 'interactionId')),
      'I-10001',
    )
    appendRows('interactions', [
      { interactionId, customerId, owner, purpose: purpose.trim(), nextContact: dayCell(day) },
    ])
  }
  const position = tab.at.nextContact
  const planned = position === undefined ? undefined : days.day(tab.sheet.getRange(row, position + 1).getValue())
  if (planned === undefined || planned < today() || planned > day) writeRow(tab, row, { nextContact: dayCell(day) })
}
