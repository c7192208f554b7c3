import type { SurveyMetric } from '../../../../core/survey/survey-figure.ts'
import type { PeriodCut, ResultCut, ResultRow, ResultsAsked, SurveyResults } from '../../../survey/results.ts'
import type { ResultTable } from '../../../survey/results-formula.ts'
import type { ResultQuestion } from '../../../survey/results-setup.ts'
import type { ShownTable } from '../../../survey/results-table.ts'
import { messages } from '../../kit/language.ts'
import { cutHeading, cutName } from './cut-name.ts'
import { groupName } from './group-table.tsx'
import { unitOf } from './shown-figure.ts'

const text = messages.surveyResults

/** What is shown, and of what. */
export type Shown = {
  survey: string
  /** The question by whose answers a survey of staff is cut; '' where there is none. */
  group: string
  question: ResultQuestion | undefined
  asked: ResultsAsked
  trend: PeriodCut | ''
  results: SurveyResults
}

/** The tables that can be written, the one that is asked about first. */
export function tablesOf({ asked, trend, results }: Shown): ResultTable[] {
  const isShare = asked.metric === 'SHARE'
  const tables: [ResultTable, boolean][] = [
    ['groups', results.groups !== null],
    ['whole', !isShare],
    ['trend', results.trend !== null && asked.by !== trend],
    ['shares', results.shares !== null],
  ]
  return tables.flatMap(([table, is]) => (is ? [table] : []))
}

/** A table as it goes into the sheet: value, n, figure, low, high. */
export function shownTable({ survey, question, asked, trend, group, results }: Shown, table: ResultTable): ShownTable {
  const metric: SurveyMetric = table === 'shares' ? 'SHARE' : asked.metric
  const name = question?.name ?? text.wholeSurvey
  const { rows, label } = {
    whole: { rows: [{ value: name, ...results.whole }], label: text.question },
    shares: { rows: results.shares ?? [], label: messages.surveyForm.value },
    trend: { rows: results.trend ?? [], label: trend && cutHeading(trend, group) },
    groups: { rows: results.groups ?? [], label: asked.by && cutHeading(asked.by, group) },
  }[table]
  return {
    about: text.about({ survey, what: asWritten(question, metric), days: daysOf(asked), asOf: results.asOf }),
    header: [label, text.n, text.metrics[metric], messages.limits.low, messages.limits.high],
    rows: rows.map((row: ResultRow) => {
      const value = table === 'groups' && asked.by !== '' ? groupName(row.value, asked.by) : row.value
      return [value, row.n, row.figure ?? '', row.low ?? '', row.high ?? '']
    }),
    unit: unitOf(metric),
  }
}

/** What a live formula gives, in words, for the people who find only ids in it: `Spring: NPS, all days. By tier`. */
export function tableNote({ survey, question, asked, trend, group }: Shown, table: ResultTable): string {
  const cuts: Record<ResultTable, ResultCut | ''> = { whole: '', shares: '', trend, groups: asked.by }
  const cut = cuts[table]
  const what = asWritten(question, table === 'shares' ? 'SHARE' : asked.metric)
  return text.note({ survey, what, days: daysOf(asked), by: cut && cutName(cut, group) })
}

function asWritten(question: ResultQuestion | undefined, metric: SurveyMetric): string {
  const name = question?.name ?? text.wholeSurvey
  return name === text.metrics[metric] ? name : `${name}, ${text.metrics[metric]}`
}

function daysOf(asked: ResultsAsked): string {
  return asked.from || asked.to ? text.days(asked) : text.allDays
}
