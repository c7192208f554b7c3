import type { PlainCell } from '../../customer-file/customer-table.ts'
import { type DateReading, dateReading } from '../../customer-file/date-reading.ts'
import type { ComplaintPlan } from './complaint-plan.ts'
import { timeParts } from './complaint-times.ts'

/**
 * How the dates of all columns such as 03/04/2024 are read: as a person chose, else as more of those have it, in whatever
 * column, that can be read in one way only.
 */
export function complaintDates(
  { rows, firstRow }: { rows: readonly (readonly PlainCell[])[]; firstRow: number },
  { at, order }: Pick<ComplaintPlan, 'at' | 'order'>,
): DateReading {
  const columns = timeParts.flatMap((part) => at[part] ?? [])
  const readings = columns.map((position) =>
    dateReading(
      rows.map((row) => row[position] ?? ''),
      firstRow,
      order,
    ),
  )
  const all = (key: 'dayFirst' | 'monthFirst' | 'open') =>
    [...new Set(readings.flatMap((reading) => reading[key]))].sort((a, b) => a - b)
  const count = (key: 'dayFirst' | 'monthFirst') => readings.reduce((sum, reading) => sum + reading[key].length, 0)
  const lead = count('dayFirst') - count('monthFirst')
  const settled = lead === 0 ? undefined : lead > 0 ? 'DAY_FIRST' : 'MONTH_FIRST'
  return {
    order: order ?? settled,
    dayFirst: all('dayFirst'),
    monthFirst: all('monthFirst'),
    open: all('open'),
    example: readings.find(({ example }) => example !== '')?.example ?? '',
  }
}
