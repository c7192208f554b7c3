import { customerFigure, customerMeasures } from '../../core/goals/customer-figure.ts'
import type { GoalDraft, SubjectKind } from '../../core/goals/goal-draft.ts'
import { pooledFigure } from '../../core/goals/pooled-figure.ts'
import { errorText, InputError } from '../../core/input-error.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import type { KpiWindow } from '../../core/kpi/kpi-window.ts'
import { type BareFigure, type SheetKpi, sheetFigures } from '../../core/kpi/sheet-figures.ts'
import { liveFigures, type WantedLive } from '../kpi/live-figures.ts'
import { nowTime, today } from '../sheet/now.ts'
import { userMessages } from '../user-language.ts'
import { connection } from '../workspace/connection.ts'
import type { GoalSource } from './goal-source.ts'
import type { Teams } from './goal-subjects.ts'
import { isCounted, isKnownGroup } from './known-group.ts'
import { isOwn, measurePooling, ownFigures } from './own-measures.ts'

/** Whose figure of which measure is asked for, over which days: from the first until before another. */
export type FigureAsked = Pick<GoalDraft, 'measure' | 'subjectKind' | 'subject'> & { from: number; until: number }

/** `last`: the last day counted. `n`: what it was computed from. */
export type FigureFound = { value: number; n: number | undefined; last: number } | { problem: string }

const cuts: Record<Exclude<SubjectKind, 'customer'>, KpiCut> = {
  ...{ person: 'owner', team: 'owner', tier: 'tier', segment: 'segment' },
}

/** The figures of one measure, cut and span, which many goals share. */
type Batch = { kpi: string; by: KpiCut | ''; window: KpiWindow; figures: BareFigure[] | { problem: string } }

/**
 * Measures of goals' subjects, each over its own days: each tab is read once, each span of days is one request at most.
 * Days that there is no data of yet are not counted.
 */
export function measuredFigures(asked: readonly FigureAsked[], source: GoalSource, teams: Teams): FigureFound[] {
  const batches = new Map<string, Batch>()
  const planned = asked.map((each) => {
    if (each.subjectKind === 'customer' && each.subject !== '') return ofCustomer(each, source)
    const by = cutOf(each)
    if (typeof by === 'object') return by
    const window = windowOf(each, source)
    if (window === undefined) return { problem: userMessages().goalsForm.notYet }
    const key = [each.measure, by, window.from, window.until].join(' ')
    const batch = batches.get(key) ?? { kpi: each.measure, by, window, figures: [] }
    batches.set(key, batch)
    return batch
  })
  fillSheet([...batches.values()], source)
  fillLive([...batches.values()], source)
  for (const batch of batches.values()) if (isOwn(batch.kpi)) batch.figures = ownFigures(batch.kpi, batch.by)
  return planned.map((batch, at) =>
    'problem' in batch || 'value' in batch ? batch : figureOf(asked[at] as FigureAsked, batch, { teams, source }),
  )
}

function cutOf({ measure, subjectKind, subject }: FigureAsked): KpiCut | '' | { problem: string } {
  const words = userMessages().goalsForm
  const known = catalogueKpi(measure)
  if (!known && !isOwn(measure)) return { problem: words.unknownMeasure(measure) }
  if (subjectKind === '' || subject === '') return ''
  const cut = cuts[subjectKind as keyof typeof cuts]
  return !known || known.cuts.includes(cut) ? cut : { problem: words.notByGroup }
}

/** Of one customer the orders tell. */
function ofCustomer(asked: FigureAsked, source: GoalSource): FigureFound {
  const words = userMessages().goalsForm
  const measure = customerMeasures.find((each) => each === asked.measure)
  if (!measure) return { problem: words.notForOne }
  const window = windowOf(asked, source)
  if (window === undefined) return { problem: words.notYet }
  const { file, orders } = source.tables
  const found = customerFigure(measure, asked.subject, file.ids, orders, window)
  if (!found) return { problem: words.noCustomer(asked.subject) }
  return found.value === undefined
    ? { problem: words.noValue }
    : { ...found, value: found.value, last: window.until - 1 }
}

/** The days that are counted, and as many before them; undefined where none has come yet. */
function windowOf({ measure, from, until }: FigureAsked, source: GoalSource): KpiWindow | undefined {
  const end = Math.min(until, isOfSheet(measure) ? source.tables.until : today() + 1)
  if (end <= from) return undefined
  const days = end - from
  const span = (back: number) => ({ from: from - back * days, until: from - (back - 1) * days })
  return { from, until: end, before: span(1), earlier: span(2), isUnfinished: end < until }
}

function isOfSheet(measure: string): boolean {
  return catalogueKpi(measure)?.origin === 'sheet'
}

function fillSheet(batches: readonly Batch[], source: GoalSource): void {
  const bySpan = new Map<string, ReturnType<typeof sheetFigures>>()
  for (const batch of batches.filter(({ kpi }) => isOfSheet(kpi))) {
    const { from, until } = batch.window
    const key = `${from} ${until}`
    const figuresOf = bySpan.get(key) ?? sheetFigures(source.tables.file, source.tables.orders, batch.window)
    bySpan.set(key, figuresOf)
    batch.figures = figuresOf(batch.kpi as SheetKpi, batch.by)
  }
}

function fillLive(batches: readonly Batch[], source: GoalSource): void {
  const bySpan = new Map<string, Batch[]>()
  for (const batch of batches.filter(({ kpi }) => !isOfSheet(kpi) && !isOwn(kpi))) {
    const key = `${batch.window.from} ${batch.window.until}`
    bySpan.set(key, [...(bySpan.get(key) ?? []), batch])
  }
  for (const same of bySpan.values()) askBackend(same, source)
}

function askBackend(same: readonly Batch[], source: GoalSource): void {
  try {
    if (!connection()) throw new InputError('notConnected', undefined)
    const window = (same[0] as Batch).window
    const wanted = same.map(({ kpi, by }) => ({ kpi, by }) as WantedLive)
    const answers = liveFigures(wanted, source.survey, window, nowTime().toISOString())
    answers.forEach((answer, at) => {
      if (answer === 'stale') throw new InputError('backendAway', undefined)
      ;(same[at] as Batch).figures = answer
    })
  } catch (error) {
    const problem = error instanceof InputError ? errorText(error, userMessages()) : (error as Error).message
    for (const batch of same) batch.figures = { problem }
  }
}

type Known = { teams: Teams; source: GoalSource }

function figureOf(asked: FigureAsked, { by, window, figures }: Batch, { teams, source }: Known): FigureFound {
  if ('problem' in figures) return figures
  const { measure, subjectKind, subject } = asked
  const words = userMessages().goalsForm
  const groups = subjectKind === 'team' ? (teams.get(subject) ?? []) : [by === '' ? '' : subject]
  const parts = figures.filter(({ group }) => groups.includes(group))
  const [only] = parts
  const pooling = parts.length > 1 ? measurePooling(measure) : 'sum'
  if (pooling === 'apart') return { problem: words.notByGroup }
  const value = parts.length === 1 ? only?.value : pooledFigure(pooling, parts)
  const last = window.until - 1
  if (value !== undefined) return { value, n: parts.length === 1 ? only?.n : undefined, last }
  // A group that nothing happened in has no row.
  const isKnown = parts.length === 0 && groups.some((group) => isKnownGroup(by, group, source))
  if (isKnown && isCounted(measure)) return { value: 0, n: 0, last }
  return { problem: parts.length === 0 && by !== '' ? words.notForSubject(subject) : words.noValue }
}
