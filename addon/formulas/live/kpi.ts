import { liveValue } from '../../live/live-cells.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { required } from '../reading/required.ts'
import { asked, askedPeriod } from './question-parts.ts'

/**
 * A KPI that is shared with this spreadsheet, as it was last published, or its history.
 *
 * Example: =TS_KPI("NPS", "A")
 *
 * @param {string} name Name of the KPI as the KPI sheet has it, or its id, such as "nps" or "revenue".
 * @param {string} by_or_person [optional] A group such as a tier or an owner's name, "owner: Ann" where several are called so: its figure; "tier", "owner", "segment", "dimension" or "month": a table of all its groups. Default: the whole.
 * @param {string} period [optional] A month such as "2026-03", or a day: as it stood at its end; a date that is the first of a month means the month, "2026-03-01" as text the day. "ALL": a table of all days. Default: the latest.
 * @param {any} refresh [optional] Any cell: change it to ask again.
 * @return The figure, or a table of value, n, figure, low and high; with "ALL" a day before them.
 * @customfunction
 */
export function TS_KPI(name: Argument, by_or_person?: Argument, period?: Argument, refresh?: Argument): Result {
  return inCell('TS_KPI', (context) => {
    const query = {
      name: required('name', asked(name)),
      by: asked(by_or_person),
      period: askedPeriod(context, 'period', period),
    }
    return liveValue({ function: 'KPI', ...query }, asked(refresh))
  })
}
