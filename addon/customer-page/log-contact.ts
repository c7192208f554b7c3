import { nextId } from '../../core/customer-page/next-id.ts'
import { offeredChoices } from '../../core/customer-page/offered-choices.ts'
import { InputError } from '../../core/input-error.ts'
import { appendRows } from '../sheet/append-rows.ts'
import { findHeader, findTab, type TabHeader } from '../sheet/bound-tab.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { dayCell, me, today } from '../sheet/now.ts'
import type { CellValue } from '../sheet/table.ts'
import { cellDays } from '../tiering/cell-days.ts'
import { rowReader } from '../tiering/row-reader.ts'
import { userMessages } from '../user-language.ts'
import { customerRow } from './customer-page.ts'
import { isoDay } from './iso-day.ts'
import { rowsAt } from './rows-of-customer.ts'
import { writeRow } from './write-row.ts'

/** A contact as somebody enters it; days are `2026-03-31`, `next` is '' for none. */
export type Contact = Record<'customerId' | 'day' | 'channel' | 'purpose' | 'outcome' | 'note' | 'next', string>

/** What the form for a contact begins with: what people entered before, most often first, and today. */
export type ContactSetup = { given: Record<'channel' | 'purpose' | 'outcome', string[]>; today: string; next: string }

const CONTACTS_LOOKED_AT = 2_000
const FIRST_ID = 'I-10001'
const PROPERTY = 'CONTACTS_LOGGED'
const OPERATIONS_KEPT = 40

/** @param tier The customer's, whose contact cadence gives the day proposed for the next contact. */
export function contactSetup(tier: string): ContactSetup {
  const now = today()
  const every = daysBetweenContacts(tier)
  const tab = findHeader('interactions')
  const next = every === undefined ? '' : isoDay(now + every)
  if (!tab) return { given: { channel: [], purpose: [], outcome: [] }, today: isoDay(now), next }
  const last = tab.sheet.getLastRow()
  const first = Math.max(2, last - CONTACTS_LOOKED_AT + 1)
  const rows: CellValue[][] =
    last < 2 ? [] : tab.sheet.getRange(first, 1, last - first + 1, tab.header.length).getValues()
  const { text } = rowReader(tab)
  const given = (field: string) =>
    offeredChoices(
      rows.map((row) => text(row, field)),
      [],
    )
  const fields = { channel: given('channel'), purpose: given('purpose'), outcome: given('outcome') }
  return { given: fields, today: isoDay(now), next }
}

/**
 * Logs a contact: a row of the interactions, and the customer's last and next contact. The same operation id logs once.
 *
 * The id that the row will have is kept before it is written, so that a repeat after a crash finds out whether it was.
 *
 * @returns The row's id.
 * @throws InputError `blankField`, `dateAhead`, `nextBeforeContact`, `customerGone`.
 */
export function logContact(contact: Contact, operationId: string): string {
  const { day, next } = checked(contact)
  const lock = LockService.getDocumentLock()
  lock?.waitLock(20_000)
  try {
    const { tab, row } = customerRow(contact.customerId)
    const values = rowsAt(tab, [row])[0] as CellValue[]
    const { id, isLogged } = idFor(operationId)
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
  } finally {
    lock?.releaseLock()
  }
}

function checked({ day, next, channel, purpose, outcome }: Contact): { day: number; next: number | undefined } {
  const words: Record<string, string> = userMessages().tabs.interactions.headers
  const blank = Object.entries({ contactDate: day, channel, purpose, outcome }).find(([, value]) => !value.trim())
  if (blank) throw new InputError('blankField', { field: words[blank[0]] as string })
  const contacted = Date.parse(day) / 86_400_000
  const planned = next ? Date.parse(next) / 86_400_000 : undefined
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

/** The id of an operation's row: the one kept at its first try, or the next of the column; and whether it is there. */
function idFor(operationId: string): { id: string; isLogged: boolean } {
  const properties = PropertiesService.getDocumentProperties()
  const kept = JSON.parse(properties.getProperty(PROPERTY) ?? '[]') as [operation: string, id: string][]
  const tab = findHeader('interactions')
  const rows = tab ? tab.sheet.getLastRow() - 1 : 0
  const ids =
    tab?.at.interactionId === undefined || rows < 1
      ? []
      : tab.sheet
          .getRange(2, tab.at.interactionId + 1, rows, 1)
          .getValues()
          .map(([id]) => customerIdIn(id))
  const before = kept.find(([operation]) => operation === operationId)?.[1]
  if (before !== undefined) return { id: before, isLogged: ids.includes(before) }
  const id = nextId([...kept.map(([, taken]) => taken), ...ids], FIRST_ID)
  properties.setProperty(PROPERTY, JSON.stringify([...kept, [operationId, id]].slice(-OPERATIONS_KEPT)))
  return { id, isLogged: false }
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

function daysBetweenContacts(tier: string): number | undefined {
  const tab = tier ? findTab('playbook') : undefined
  if (!tab) return undefined
  const { text, number } = rowReader(tab)
  const row = tab.rows.find((each) => text(each, 'tier') === tier)
  return row && number(row, 'contactEvery')
}
