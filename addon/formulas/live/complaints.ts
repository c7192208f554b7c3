import { liveValue } from '../../live/live-cells.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { asked, askedDay, askedValue } from './question-parts.ts'

/**
 * A figure of the complaint desk, or a table of it broken down, as complaints stand now.
 *
 * Example: =TS_COMPLAINTS("OPEN", "tier")
 *
 * @param {string} metric [optional] Such as "OPEN", "NEW", "BREACHED", "ON_TIME_RATE" or "MEDIAN_RESOLUTION_HOURS". Default "OPEN".
 * @param {string} by [optional] "tier", "owner", "segment", "channel", "category", "severity", "root_cause", "day", "week", "month" or "quarter".
 * @param {string} value [optional] One value of it, such as "A": gives its figure instead of the table.
 * @param {date} from [optional] First day.
 * @param {date} to [optional] Last day.
 * @param {any} refresh [optional] Any cell: change it to ask again.
 * @return The figure, or a table of value, n and figure.
 * @customfunction
 */
export function TS_COMPLAINTS(
  metric?: Argument,
  by?: Argument,
  value?: Argument,
  from?: Argument,
  to?: Argument,
  refresh?: Argument,
): Result {
  return inCell('TS_COMPLAINTS', (context) => {
    const query = {
      metric: asked(metric),
      by: asked(by),
      value: askedValue(context, 'value', value),
      from: askedDay(context, 'from', from),
      to: askedDay(context, 'to', to),
    }
    return liveValue({ function: 'COMPLAINTS', ...query }, asked(refresh))
  })
}
