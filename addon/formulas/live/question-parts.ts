import { periodLabel } from '../../../core/calendar/periods.ts'
import type { CellContext } from '../cell-context.ts'
import { type Argument, type Cell, isBlank, isDate, isGiven, isRange } from '../reading/cell.ts'
import { readDay } from '../reading/day.ts'

/** An argument as text; undefined where it is left out or blank. */
export function asked(argument: Argument): string | undefined {
  const cell: Cell = isRange(argument) ? argument[0]?.[0] : argument
  return isBlank(cell) ? undefined : String(cell)
}

/** A value of a cut; a date, which Sheets makes of `2026-03`, as the day `2026-03-01`. @throws InputError `notDate`. */
export function askedValue(context: CellContext, argument: string, given: Argument): string | undefined {
  const cell: Cell = isRange(given) ? given[0]?.[0] : given
  return isDate(cell) ? askedDay(context, argument, cell) : asked(cell)
}

/** A period; a date of a month's first day as that month, since Sheets makes such a date of `2026-03`. @throws InputError `notDate`. */
export function askedPeriod(context: CellContext, argument: string, given: Argument): string | undefined {
  const cell: Cell = isRange(given) ? given[0]?.[0] : given
  const text = askedValue(context, argument, given)
  return isDate(cell) && text?.endsWith('-01') ? text.slice(0, 7) : text
}

/** A day as `2026-03-31` in the spreadsheet's time zone. @throws InputError `notDate`, `ambiguousDate`. */
export function askedDay(context: CellContext, argument: string, given: Argument): string | undefined {
  if (!isGiven(given)) return undefined
  const cell: Cell = isRange(given) ? given[0]?.[0] : given
  return isBlank(cell)
    ? undefined
    : periodLabel(
        readDay(cell, () => context.zone, { argument }),
        'DAY',
      )
}
