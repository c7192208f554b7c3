import { InputError } from '../../../core/input-error.ts'
import { nextContact } from '../../../core/people/next-contact.ts'
import { positions } from '../../../core/positions.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { dayColumn, idColumn, numberColumn } from '../reading/column.ts'
import { wholeFrom } from '../reading/number-checks.ts'
import { dayOption } from '../reading/options.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { required } from '../reading/required.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/** A hundred years. */
const MOST_DAYS = 36_525

/**
 * When each customer is to be contacted next, by how often its tier is, and how late that is.
 *
 * Example: =TS_NEXT_CONTACT(C2:C, F2:F, Tiers!A2:B5, TS_TODAY)
 *
 * @param {range} tiers Column with the tier of each customer.
 * @param {range} last_contacts Column with the day of the last contact; a customer without one is due on as_of.
 * @param {range} cadence Two columns: tier, days from one contact to the next.
 * @param {date} as_of Day to judge by.
 * @return next contact, days overdue: 0 where the day is still to come.
 * @customfunction
 */
export function TS_NEXT_CONTACT(tiers: Argument, last_contacts: Argument, cadence: Argument, as_of: Argument): Result {
  return inCell('TS_NEXT_CONTACT', (context) => {
    const columns = { tiers: idColumn('tiers', tiers), last: dayColumn(context, 'last_contacts', last_contacts) }
    const rows = readRows(columns, { mayBeBlank: ['last'] })
    const daysOf = cadenceDays(cadence)
    const asOf = required('as_of', dayOption(context, 'as_of', as_of))
    return besideRows(rows, context.messages.formulas.nextContact, (i) => {
      const tier = rows.values.tiers[i]
      if (tier === undefined) return undefined
      const every = daysOf(`${tier}`)
      if (every === undefined) {
        const row = i + rows.heading + 1
        throw new InputError('notInList', { argument: 'tiers', text: `${tier}`, row, list: 'cadence' })
      }
      const { day, daysOverdue } = nextContact(rows.values.last[i], every, asOf)
      return [new Date(context.zone.startOf(day)), daysOverdue]
    })
  })
}

/** @throws InputError `argumentMissing`, `cadenceColumns`, `nameTwice`, `cellBlank`, `notWhole`, `notAtLeast`, `notWithin`. */
function cadenceDays(given: Argument): (tier: string) => number | undefined {
  const cells = rangeRows('cadence', given)
  const columns = cells[0]?.length ?? 0
  if (columns !== 2) throw new InputError('cadenceColumns', { columns })
  const part = (at: number) => cells.map((row) => [row[at]])
  const rows = readRows({
    tiers: idColumn('cadence', part(0)),
    days: numberColumn('cadence', part(1), wholeFrom(1, MOST_DAYS)),
  })
  const places = positions(rows.values.tiers, 'cadence', rows.heading + 1)
  return (tier) => rows.values.days[places.get(tier) ?? -1]
}
