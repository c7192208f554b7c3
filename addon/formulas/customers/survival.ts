import { survival } from '../../../core/customers/survival.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { readMatrix } from '../reading/matrix.ts'
import { notNegative } from '../reading/number-checks.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'
import { flagColumn } from './flag-column.ts'

/**
 * Share of customers who are still there after each length of time, counting also those who have not left yet (Kaplan-Meier).
 *
 * Example: =TS_SURVIVAL(A2:A, B2:B, {30, 90, 365})
 *
 * @param {range} durations How long each customer was observed, in days, months or any one unit.
 * @param {range} events 1 or TRUE where the customer left then, 0 or FALSE where it was still there when last seen.
 * @param {range} times [optional] Times to tell the share at, in any order. Each time at which somebody left if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return time, at risk (observed for that long or longer), events (since the time of the row above), survival, standard error (Greenwood; blank where survival is 0). Past the longest duration survival is blank.
 * @customfunction
 */
export function TS_SURVIVAL(durations: Argument, events: Argument, times?: Argument, headers?: Argument): Result {
  return inCell('TS_SURVIVAL', ({ messages }) => {
    const observed = readTable({
      durations: numberColumn('durations', durations, notNegative),
      events: flagColumn('events', events),
    })
    const rows = survival(observed.durations, observed.events, isGiven(times) ? readTimes(times) : undefined)
    return table(
      messages.formulas.survival,
      headers,
      rows.map((row) => [row.time, row.atRisk, row.events, row.survival, row.standardError]),
    )
  })
}

/** The numbers in a range of any shape; blanks are left out. */
function readTimes(given: Argument): number[] {
  const times = readMatrix('times', given)
    .columns.flat()
    .filter((time) => time !== undefined)
  if (times.length === 0) throw new InputError('argumentBlank', { argument: 'times' })
  return times
}
