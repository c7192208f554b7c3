import { periodLabel } from '../../core/calendar/periods.ts'
import { lookAlikes } from '../../core/customers/look-alikes.ts'
import { strayOrder } from '../../core/customers/stray-order.ts'
import { rowsWithoutId } from '../sheet/reading/rows-without-id.ts'
import type { StandardValues } from './standard-values.ts'

/** A form names a few; the rest is like them. */
const MOST_LOOK_ALIKES = 5

/** What looks like a mistake in the tabs. */
export type Slips = {
  /** For each tab the rows dated after today, which are left out: how many, and the first. */
  ahead: { tab: string; count: number; row: number; customer: string; day: string }[]
  /** An order more than a year after all others, which counts as it stands. */
  stray?: { row: number; customer: string; day: string }
  /** Customers that differ only in case or spaces; the first few. */
  lookAlikes: { id: string; other: string }[]
  /** Orders and contacts of customers that the customer tab does not name. */
  withoutCustomer: number
  /** Filled rows of the customer tab that have no customer id, and so count nowhere. */
  withoutId: number
}

export function slipsIn({ tab, ids, dated, today }: Pick<StandardValues, 'tab' | 'ids' | 'dated' | 'today'>): Slips {
  const names = new Set(ids.filter((id) => id !== ''))
  const all = new Set(names)
  const ahead: Slips['ahead'] = []
  let withoutCustomer = 0
  for (const { tab, ids: own, days, rows } of dated) {
    for (const id of own) {
      all.add(id)
      if (!names.has(id)) withoutCustomer++
    }
    const count = days.filter((day) => day > today).length
    const first = days.findIndex((day) => day > today)
    if (count > 0) {
      const day = periodLabel(days[first] as number, 'DAY')
      ahead.push({ tab, count, row: rows[first] as number, customer: own[first] as string, day })
    }
  }
  const stray = strayIn(dated[0], today)
  return {
    ...{ ahead, ...(stray ? { stray } : {}), lookAlikes: lookAlikes(all).slice(0, MOST_LOOK_ALIKES) },
    ...{ withoutCustomer, withoutId: rowsWithoutId(tab) },
  }
}

/** Rows after today are named by themselves. */
function strayIn(dated: StandardValues['dated'][number] | undefined, today: number): Slips['stray'] {
  const counted = dated?.days.flatMap((day, at) => (day <= today ? [at] : [])) ?? []
  const place = strayOrder(counted.map((at) => dated?.days[at] as number))
  const at = place === undefined ? undefined : counted[place]
  if (!dated || at === undefined) return undefined
  return {
    row: dated.rows[at] as number,
    customer: dated.ids[at] as string,
    day: periodLabel(dated.days[at] as number, 'DAY'),
  }
}
