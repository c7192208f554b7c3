import { isoDay } from '../../core/calendar/iso-day.ts'
import { matchesCustomer } from '../../core/customer-page/matches-customer.ts'
import { offeredChoices } from '../../core/customer-page/offered-choices.ts'
import { today } from '../sheet/now.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { fieldCells, requiredField, requiredTab } from '../sheet/tabs/bound-tab.ts'

/** The columns that customers can be filtered by. */
const filterFields = ['tier', 'owner', 'source', 'lifecycleStage', 'valueClass', 'needs'] as const
export type CustomerFilter = (typeof filterFields)[number]

/** What to look for: words, and the one value that each filter must have; '' is any. */
export type CustomerSearch = { query: string; filters: Partial<Record<CustomerFilter, string>>; overdue: boolean }

type FoundCustomer = Record<'id' | 'name' | 'tier' | 'owner' | 'nextContact', string> & { daysOverdue: number }

export type FoundCustomers = {
  /** How many there are; at most fifty are told. */
  found: number
  of: number
  customers: FoundCustomer[]
  /** What each filter's column holds. */
  choices: Record<CustomerFilter, string[]>
}

const MOST = 50

/**
 * The customers that a search means, in the order of rows; the most overdue first where only those are asked for.
 *
 * @throws InputError `missingTab`, `missingColumn`.
 */
export function searchCustomers({ query, filters, overdue }: CustomerSearch): FoundCustomers {
  const tab = requiredTab('customers')
  requiredField(tab, 'customerId')
  const { text, cell } = rowReader(tab)
  const { day } = cellDays()
  const asOf = today()
  const matches = matchesCustomer(query)
  const wanted = filterFields.filter((field) => filters[field])
  const found: (FoundCustomer & { row: number })[] = []
  let of = 0
  tab.rows.forEach((row, place) => {
    const id = text(row, 'customerId')
    if (!id) return
    of++
    if (!wanted.every((field) => text(row, field) === filters[field])) return
    const next = overdue ? day(cell(row, 'nextContact')) : undefined
    if (overdue && (next === undefined || next >= asOf)) return
    const texts = () => [id, text(row, 'customer'), text(row, 'email'), text(row, 'owner')]
    if (query.trim() && !matches({ texts: texts(), phone: text(row, 'phone') })) return
    found.push({
      ...{ id, name: '', tier: '', owner: '', nextContact: '', daysOverdue: next ? asOf - next : 0 },
      row: place,
    })
  })
  if (overdue) found.sort((a, b) => b.daysOverdue - a.daysOverdue)
  const customers = found.slice(0, MOST).map(({ row: place, ...customer }) => {
    const row = tab.rows[place] ?? []
    const next = day(cell(row, 'nextContact'))
    return {
      ...customer,
      ...{ name: text(row, 'customer'), tier: text(row, 'tier'), owner: text(row, 'owner') },
      ...{ nextContact: isoDay(next), daysOverdue: next === undefined ? 0 : Math.max(0, asOf - next) },
    }
  })
  const choices = Object.fromEntries(
    filterFields.map((field) => [field, offeredChoices(fieldCells(tab, field).map(String), [])]),
  ) as FoundCustomers['choices']
  return { found: found.length, of, customers, choices }
}
