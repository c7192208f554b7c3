import { isoDay } from '../../../core/calendar/iso-day.ts'
import { InputError } from '../../../core/input-error.ts'
import type { CellContext } from '../cell-context.ts'
import type { Argument } from './cell.ts'
import { dayOption } from './options.ts'

/**
 * The day that orders are counted to, undefined where it was left out.
 *
 * @param days The orders' days.
 * @throws InputError `ambiguousDate`, `notDate`, and `asOfBeforeOrders` for what likely belongs in another place.
 */
export function asOfOption(context: CellContext, given: Argument, days: readonly number[]): number | undefined {
  const asOf = dayOption(context, 'as_of', given)
  if (asOf === undefined || days.length === 0 || days.some((day) => day <= asOf)) return asOf
  const first = days.reduce((earliest, day) => Math.min(earliest, day))
  throw new InputError('asOfBeforeOrders', { asOf: isoDay(asOf), first: isoDay(first) })
}
