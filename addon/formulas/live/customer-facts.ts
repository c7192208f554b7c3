import { type FactName, factNames, MOST_CUSTOMERS } from '../../../core/customer-page/fact-names.ts'
import { InputError } from '../../../core/input-error.ts'
import { liveValue } from '../../live/live-cells.ts'
import { customerIdIn } from '../../sheet/reading/customer-id.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, type Cell, isBlank, isRange, type Result } from '../reading/cell.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { required } from '../reading/required.ts'
import { asked } from './question-parts.ts'

const MS_PER_DAY = 86_400_000

/**
 * What surveys and the complaint desk know of each customer, as of now.
 *
 * Example: =TS_CUSTOMER_FACTS(A2:A, "LAST_NPS")
 *
 * @param {range} customers Column of customer ids.
 * @param {string} facts One or more of "LAST_NPS", "CSAT", "LAST_ANSWER", "COMPLAINTS_OPEN", "COMPLAINTS_12M", "POINTS": a range, or with commas between.
 * @param {any} refresh [optional] Any cell: change it to ask again.
 * @return A row for each customer, a column for each fact; blank where nobody was asked.
 * @customfunction
 */
export function TS_CUSTOMER_FACTS(customers: Argument, facts: Argument, refresh?: Argument): Result {
  return inCell('TS_CUSTOMER_FACTS', ({ zone }) => {
    const ids = withoutBlankEnd(rangeRows('customers', customers).map(([id]) => customerIdIn(id)))
    if (ids.length > MOST_CUSTOMERS) throw new InputError('tooManyCustomers', { most: MOST_CUSTOMERS })
    const names = factsNamed(facts)
    if (ids.length === 0) return [['']]
    const query = { function: 'CUSTOMER_FACTS' as const, customers: ids, facts: names }
    const rows = liveValue(query, asked(refresh)) as (string | number)[][]
    const dateAt = names.indexOf('LAST_ANSWER')
    const dateOf = (day: string) => new Date(zone.startOf(Date.parse(day) / MS_PER_DAY))
    const cells = rows.map((row) => row.map((cell, at) => (at === dateAt && cell !== '' ? dateOf(String(cell)) : cell)))
    return isRange(customers) || names.length > 1 ? cells : cells[0]?.[0]
  })
}

/** @throws InputError `argumentMissing`, `factUnknown`. */
function factsNamed(given: Argument): FactName[] {
  const cells: Cell[] = isRange(given) ? given.flat() : String(given ?? '').split(/[,，、]/)
  const names = cells.filter((cell) => !isBlank(cell)).map((cell) => String(cell).trim().toUpperCase())
  required('facts', names[0])
  return names.map((name) => {
    const fact = factNames.find((known) => known === name)
    if (!fact) throw new InputError('factUnknown', { fact: name, facts: factNames })
    return fact
  })
}

/** A whole column ends in blanks: they are no customers. */
function withoutBlankEnd(ids: string[]): string[] {
  let end = ids.length
  while (end > 0 && ids[end - 1] === '') end--
  return ids.slice(0, end)
}
