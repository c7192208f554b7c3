import { isIsoDay } from '../calendar/iso-day.ts'
import { InputError } from '../input-error.ts'
import { complaintCuts } from './complaint-cut.ts'
import type { ComplaintQuestion } from './complaint-figures.ts'
import { complaintMetrics } from './complaint-measures.ts'

/** A question as typed; blank is the same as left out. */
export type AskedQuestion = { [K in keyof ComplaintQuestion]?: string | undefined }

/**
 * The question that a person typed, capitals or not.
 *
 * @throws InputError `notOneOf`, `calendarDay`, `complaintSpan`, `valueWithoutCut`.
 */
export function checkedQuestion(asked: AskedQuestion): ComplaintQuestion {
  const { metric = '', by = '', value = '', from = '', to = '' } = asked
  if (from && to && from > to) throw new InputError('complaintSpan', { from, to })
  if (value && !by) throw new InputError('valueWithoutCut', { value })
  return {
    metric: oneOf('metric', metric.toUpperCase() || 'OPEN', complaintMetrics),
    by: by ? oneOf('by', by.toLowerCase(), complaintCuts) : undefined,
    value: value || undefined,
    from: day(from),
    to: day(to),
  }
}

function oneOf<T extends string>(field: string, given: string, options: readonly T[]): T {
  const found = options.find((option) => option === given)
  if (found === undefined) throw new InputError('notOneOf', { field, given, options })
  return found
}

function day(text: string): string | undefined {
  if (text && !isIsoDay(text)) throw new InputError('calendarDay', { day: text })
  return text || undefined
}
