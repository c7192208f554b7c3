import { InputError } from '../../core/input-error.ts'
import { newIds } from '../../core/tabs/new-ids.ts'
import { givenDay } from '../sheet/given-day.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { changedFields } from '../sheet/writing/changed-fields.ts'
import { writeRow } from '../sheet/writing/write-row.ts'
import type { NewRow } from '../sheet/writing/write-rows.ts'
import { userMessages } from '../user-language.ts'
import type { ShownImprovement } from './improvements-setup.ts'
import { readImprovements, type SheetImprovement } from './improvements-tab.ts'

/** An action as the form saves it; `id` '' for a new one. */
export type SavedImprovement = Omit<ShownImprovement, 'customer' | 'daysOverdue' | 'verdict' | 'checked'>

/**
 * Writes an action as a new row, or what changed into the row of its id; what a check found stays.
 *
 * @returns Its id.
 * @throws InputError `improvementGone`, `improvementCustomer`, and as `dayOf` does.
 */
export function saveImprovement(saved: SavedImprovement): string {
  return oneAtATime(() => {
    const { tab, improvements } = readImprovements()
    const before = improvements.find(({ id }) => id === saved.id)
    if (saved.id !== '' && (!before || !tab)) throw new InputError('improvementGone', { id: saved.id })
    if (saved.customerId !== before?.customerId) refuseUnknownCustomer(saved.customerId.trim())
    const next = newIds(
      improvements.map(({ id }) => id),
      'I1',
    )
    const id = saved.id || next()
    if (!tab || !before) appendRows('improvements', [{ improvementId: id, ...cells(saved) }])
    else writeRow(tab, before.row + 2, changedFields(cells(saved), cells(before)))
    return id
  })
}

function refuseUnknownCustomer(id: string): void {
  const tab = id === '' ? undefined : findTab('customers')
  if (!tab) return
  const { text } = rowReader(tab)
  if (!tab.rows.some((row) => text(row, 'customerId') === id)) throw new InputError('improvementCustomer', { id })
}

function cells(one: SavedImprovement | SheetImprovement): NewRow {
  const { improvementWords: words, tabs } = userMessages()
  const { headers } = tabs.improvements
  const isClaimed = one.figure !== '' && typeof one.claim === 'number'
  return {
    ...{ what: one.what.trim(), who: one.who.trim(), until: givenDay(one.until, headers.until) },
    ...{ status: words.statuses[one.status], customerId: one.customerId.trim() },
    ...{ side: one.side === '' ? '' : words.sides[one.side], review: givenDay(one.review, headers.review) },
    ...{ figure: one.figure, by: one.by === '' ? '' : words.cuts[one.by], group: one.by === '' ? '' : one.group },
    began: givenDay(one.began, headers.began),
    ...{ claim: isClaimed ? one.claim : '', claimKind: isClaimed ? words.claims[one.claimKind] : '' },
  } as NewRow
}
