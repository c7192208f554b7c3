import { formulaText } from '../sheet/writing/formula-text.ts'
import type { PeriodCut, ResultsAsked } from './results.ts'

/** A table of the results: the figure alone, each answer's share, the line by period, or the groups of the cut. */
export type ResultTable = 'whole' | 'shares' | 'trend' | 'groups'

/**
 * The formula that gives just what a table of the results shows. It names survey and questions by their ids, so that
 * renaming them changes nothing.
 */
export function resultsFormula(
  surveyId: string,
  { metric, question, from, to, by }: ResultsAsked,
  table: ResultTable,
  trend: PeriodCut | '',
): string {
  const cut = { whole: '', shares: '', trend, groups: by }[table]
  const asked = table === 'shares' ? 'SHARE' : metric
  const parts = [surveyId, asked, question, cut, ''].map((part) => (part ? formulaText(part) : ''))
  const given = [...parts, dayText(from), dayText(to)]
  while (given[given.length - 1] === '') given.pop()
  return `=TS_SURVEY(${given.join(', ')})`
}

/** Spelled so that every locale reads the same day. */
function dayText(day: string): string {
  return day && `DATE(${day.split('-').map(Number).join(', ')})`
}
