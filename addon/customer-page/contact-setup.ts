import { isoDay } from '../../core/calendar/iso-day.ts'
import { offeredChoices } from '../../core/customer-page/offered-choices.ts'
import { today } from '../sheet/now.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findHeader, findTab } from '../sheet/tabs/bound-tab.ts'

/** What the form for a contact begins with: what people entered before, most often first, and today. */
export type ContactSetup = { given: Record<'channel' | 'purpose' | 'outcome', string[]>; today: string; next: string }

const CONTACTS_LOOKED_AT = 2_000

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

function daysBetweenContacts(tier: string): number | undefined {
  const tab = tier ? findTab('playbook') : undefined
  if (!tab) return undefined
  const { text, number } = rowReader(tab)
  const row = tab.rows.find((each) => text(each, 'tier') === tier)
  return row && number(row, 'contactEvery')
}
