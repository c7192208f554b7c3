import { isoDay } from '../../core/calendar/iso-day.ts'
import { periodOf } from '../../core/calendar/periods.ts'
import { addsUp } from '../../core/goals/goal-measure.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import { today } from '../sheet/now.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import { userMessages } from '../user-language.ts'
import { goalSource } from './goal-source.ts'
import { goalSubjects } from './goal-subjects.ts'
import { type FigureAsked, measuredFigures } from './measured-figures.ts'

export type PastAsked = Pick<FigureAsked, 'measure' | 'subjectKind' | 'subject'> & { start: string; due: string }

/**
 * A measure's figure so far and in the months that are over, for a goal that is being written. `now` is null where there
 * is none, and `problem` says why; of what adds up it is that of as many days before the goal.
 */
export type MeasurePast = { now: number | null; asOf: string; months: (number | null)[]; problem: string }

const YEAR_DAYS = 365
const MONTHS = 24
const MS_PER_DAY = 86_400_000
/** Their monthly figures are something else than those of a longer time. */
const notMonthly: ReadonlySet<string> = new Set(['retention', 'customers'])

/** One read of each tab; months only of what the tabs hold, since each month would be a request. */
export function measurePast({ start, due, ...asked }: PastAsked): MeasurePast {
  const source = goalSource()
  const { teams } = goalSubjects(source.find)
  const isOfSheet = catalogueKpi(asked.measure)?.origin === 'sheet'
  const day = Math.min(today() + 1, isOfSheet ? source.tables.until : today() + 1)
  const end = addsUp(asked.measure) && start !== '' ? Math.min(day, dayOf(start, userMessages().goalsForm.start)) : day
  const days = start !== '' && due !== '' ? Math.max(1, Date.parse(due) - Date.parse(start)) / MS_PER_DAY : YEAR_DAYS
  const from = end - (addsUp(asked.measure) ? days : YEAR_DAYS)
  const months = isOfSheet && !notMonthly.has(asked.measure) ? monthsBefore(day, source.tables.first) : []
  const spans = [{ from, until: end }, ...months]
  const [now, ...past] = measuredFigures(
    spans.map((span) => ({ ...asked, ...span })),
    source,
    teams,
  )
  const found = now && 'value' in now ? now : undefined
  return {
    now: found?.value ?? null,
    asOf: isoDay(found?.last),
    months: past.map((one) => ('value' in one ? one.value : null)),
    problem: now && 'problem' in now ? now.problem : '',
  }
}

/** The months that are over and began with the first order or later, oldest first. */
function monthsBefore(day: number, first: number): { from: number; until: number }[] {
  const last = periodOf(day, 'MONTH')
  return Array.from({ length: MONTHS }, (_, at) => last - MONTHS + at)
    .map((month) => ({ from: firstDay(month), until: firstDay(month + 1) }))
    .filter(({ from }) => from >= first)
}

function firstDay(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12) / MS_PER_DAY
}
