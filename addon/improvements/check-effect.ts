import { isoDay } from '../../core/calendar/iso-day.ts'
import { type Claim, type ClaimFound, type EffectVerdict, effect } from '../../core/improvements/effect.ts'
import { effectWindow } from '../../core/improvements/effect-window.ts'
import { InputError } from '../../core/input-error.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import { type KpiWindow, kpiWindow } from '../../core/kpi/kpi-window.ts'
import { sheetFigures } from '../../core/kpi/sheet-figures.ts'
import { goalMeasures, type OfferedMeasure } from '../goals/goal-measures.ts'
import { type GoalSource, goalSource } from '../goals/goal-source.ts'
import { isOwn, ownFigures, ownMeasures } from '../goals/own-measures.ts'
import { nowTime, today } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { dayOf } from '../sheet/reading/day-of.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { userMessages } from '../user-language.ts'
import { type ComparedSpans, comparedSpans } from './compared-spans.ts'
import { claimSentence, figureName, nowSentence, verdictSentence } from './effect-words.ts'
import { changeText, figureText } from './figure-text.ts'
import { readImprovements, type SheetImprovement } from './improvements-tab.ts'

/** One span of days as the form shows it; texts in the person's language, '' for what is not known. */
type ShownSpan = { from: string; to: string; figure: string; n: number | null }
/** What a check found; null for the spans of a figure that is known only as it is now. */
export type EffectFound = {
  figure: string
  spans: { before: ShownSpan; after: ShownSpan; change: string; low: string; high: string } | null
  verdict: EffectVerdict
  claim: ClaimFound['verdict'] | null
  /** The same in words, as the row of the action says it. */
  sentence: string
}
/** `before` undefined where the row keeps what it says. */
type Found = EffectFound & { before: number | undefined; after: number }

/**
 * Compares an action's figure since it took effect with as many days before, and writes both figures, the verdict and
 * when it was found into the action's row, in one write.
 *
 * @param until The last day to count, `2026-03-31`; '' for all up to now.
 * @throws InputError `improvementGone`, `improvementNoFigure`, `improvementUnknown`, `improvementNotYet`,
 * `formulaInTheWay`, and as `comparedSpans` does; nothing is written then.
 */
export function checkEffect(id: string, until: string): EffectFound {
  return oneAtATime(() => {
    const { tab, improvements } = readImprovements()
    const one = improvements.find((each) => each.id === id)
    if (!tab || !one || id === '') throw new InputError('improvementGone', { id })
    const { before, after, ...found } = findEffect(one, until)
    const now = nowTime()
    const values = { ...(before !== undefined && { before }), after, verdict: found.sentence, checked: now }
    writeOwn(tab, one.row, values)
    return found
  })
}

function findEffect(one: SheetImprovement, until: string): Found {
  if (one.figure === '' || one.began === undefined) throw new InputError('improvementNoFigure', undefined)
  const measures = [...goalMeasures(userMessages()), ...(isOwn(one.figure) ? ownMeasures() : [])]
  const measure = measures.find(({ id }) => id === one.figure)
  if (!measure) throw new InputError('improvementUnknown', { figure: one.figure })
  const source = goalSource()
  if (isOwn(one.figure) || one.figure === 'customers') return ofNow(one, measure, source)
  const isOfSheet = catalogueKpi(one.figure)?.origin === 'sheet'
  const end = Math.min(
    until === '' ? Number.POSITIVE_INFINITY : dayOf(until, userMessages().improvementsForm.checkUntil) + 1,
    isOfSheet ? source.tables.until : today() + 1,
  )
  const window = effectWindow(one.began, end)
  if (!window) throw new InputError('improvementNotYet', { began: isoDay(one.began) })
  return told(one, measure, comparedSpans(one, window, source), window)
}

function told(one: SheetImprovement, measure: OfferedMeasure, spans: ComparedSpans, window: KpiWindow): Found {
  const direction = measure.direction === -1 ? -1 : 1
  const { verdict, claim } = effect(spans, direction, claimOf(one, measure))
  const { unit } = measure
  const limit = (value: number | undefined) => (value === undefined ? '' : changeText(value, unit))
  const span = (days: { from: number; until: number }, value: number, n: number | undefined): ShownSpan => {
    return { from: isoDay(days.from), to: isoDay(days.until - 1), figure: figureText(value, unit), n: n ?? null }
  }
  const name = figureName(one, measure)
  const sentence = [
    verdictSentence({ name, verdict, spans, direction, unit }),
    claim && claimSentence(claim, direction, unit),
  ]
  return {
    figure: name,
    spans: {
      before: span(window.before, spans.before, spans.n.before),
      after: span(window, spans.after, spans.n.after),
      ...{ change: changeText(spans.change, unit), low: limit(spans.low), high: limit(spans.high) },
    },
    ...{
      verdict,
      claim: claim?.verdict ?? null,
      sentence: sentence.filter(Boolean).join(userMessages().improvementEffect.between),
    },
    ...{ before: spans.before, after: spans.after },
  }
}

/** Points of a share are hundredths. */
function claimOf({ claim, claimKind }: SheetImprovement, { unit }: OfferedMeasure): Claim | undefined {
  if (claim === undefined || claim <= 0) return undefined
  return { amount: claimKind === 'points' && unit === 'share' ? claim / 100 : claim, as: claimKind }
}

/** A statistic of one's own says itself which days it counts, and nobody knows how many customers there were. */
function ofNow(one: SheetImprovement, measure: OfferedMeasure, source: GoalSource): Found {
  const figures = isOwn(one.figure)
    ? ownFigures(one.figure, one.by)
    : sheetFigures(
        source.tables.file,
        source.tables.orders,
        kpiWindow('YEAR_TO_DAY', source.tables.until),
      )('customers', one.by)
  if ('problem' in figures) throw new Error(figures.problem)
  const after = figures.find(({ group }) => group === (one.by === '' ? '' : one.group))?.value
  if (after === undefined) throw new InputError('improvementNoCases', undefined)
  const name = figureName(one, measure)
  const sentence = nowSentence(name, after, measure.unit)
  return { figure: name, spans: null, verdict: 'untested', claim: null, sentence, before: undefined, after }
}

function writeOwn(tab: BoundTab, row: number, own: Record<string, CellValue>): void {
  const columns = Object.entries(own).map(([field, value]) => {
    return { field, values: fieldCells(tab, field).map((cell, at) => (at === row ? value : cell)) }
  })
  writeFields(tab, columns, ['improvementId'])
}
