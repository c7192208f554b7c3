import { WEEKS_PER_MONTH } from '../../../core/clv/customer-values.ts'
import type { Argument } from '../reading/cell.ts'
import { choice } from '../reading/options.ts'

const DAYS = { WEEK: 7, DAY: 1, MONTH: 7 * WEEKS_PER_MONTH }

/** How many days the unit of time has that was chosen: a week by default. @throws InputError `notChoice`. */
export function daysPerUnit(unit: Argument): number {
  return DAYS[choice('unit', unit, ['WEEK', 'DAY', 'MONTH'])]
}
