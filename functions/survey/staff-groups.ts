import { type Language, messagesFor } from '../../core/messages/messages.ts'
import { wilsonInterval } from '../../core/statistics/wilson-interval.ts'
import { hiddenGroups } from '../../core/survey/hidden-groups.ts'
import type { Question } from '../../core/survey/question.ts'
import { surveyFigure } from '../../core/survey/survey-figure.ts'
import type { DayTally } from '../store/figures.ts'
import { groups } from './asked-days.ts'
import type { FigureRow } from './survey-figures.ts'

/** The groups of a survey of staff, those that must not be shown put together as one. */
export function shownDays(days: DayTally[], question: Question | undefined, language: Language): DayTally[] {
  const label = messagesFor(language).surveyForm.otherGroups
  const sizes = groups(days, 'segment').map(([value, tally]) => {
    return { value, n: surveyFigure('COUNT', tally, question?.id).n }
  })
  const hidden = hiddenGroups(sizes)
  return days.map((day) => (hidden.has(day.value) ? { ...day, value: label } : day))
}

/** The sizes of staff's groups, those that must not be shown put together as one. */
export function shownShares(rows: FigureRow[], of: number, language: Language): FigureRow[] {
  const label = messagesFor(language).surveyForm.otherGroups
  const hidden = hiddenGroups(rows)
  if (hidden.size === 0) return rows
  const n = rows.reduce((sum, row) => sum + (hidden.has(row.value) ? row.n : 0), 0)
  const { rate, low, high } = wilsonInterval(n, of) ?? { rate: null, low: null, high: null }
  return [...rows.filter(({ value }) => !hidden.has(value)), { value: label, n, figure: rate, low, high }]
}
