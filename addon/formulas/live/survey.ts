import { liveValue } from '../../live/live-cells.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { required } from '../reading/required.ts'
import { asked, askedDay, askedValue } from './question-parts.ts'

/**
 * A figure of a survey, or a table of it broken down, as answers stand now.
 *
 * Example: =TS_SURVEY("After service", "NPS", , "tier")
 *
 * @param {string} survey Title of the survey.
 * @param {string} metric [optional] "NPS", "CSAT" (share of the satisfied), "CES" (ease, higher is easier), "MEAN", "COUNT" (answers), "RESPONSE_RATE" (of customers with a link of their own) or "SHARE" (a table of every answer with its count and share). Default "NPS".
 * @param {string} question [optional] Number, title or dimension of the question. Default: the first of its type.
 * @param {string} by [optional] "tier", "owner", "segment" or "channel" as they were when answered, "tier_now" or "owner_now" as they are now, "question", "day", "week", "month" or "quarter". "SHARE" takes none, "RESPONSE_RATE" tier, owner, segment and periods.
 * @param {string} value [optional] One value of it, such as "A": gives its figure instead of the table.
 * @param {date} from [optional] First day.
 * @param {date} to [optional] Last day.
 * @param {any} refresh [optional] Any cell: change it to ask again.
 * @return The figure, or a table of value, n, figure, low and high.
 * @customfunction
 */
export function TS_SURVEY(
  survey: Argument,
  metric?: Argument,
  question?: Argument,
  by?: Argument,
  value?: Argument,
  from?: Argument,
  to?: Argument,
  refresh?: Argument,
): Result {
  return inCell('TS_SURVEY', (context) => {
    const query = {
      survey: required('survey', asked(survey)),
      metric: asked(metric),
      question: asked(question),
      by: asked(by),
      value: askedValue(context, 'value', value),
      from: askedDay(context, 'from', from),
      to: askedDay(context, 'to', to),
    }
    return liveValue({ function: 'SURVEY', ...query }, asked(refresh))
  })
}
