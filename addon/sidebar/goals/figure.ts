import { type GoalScale, scaleOf } from '../../../core/goals/change-readings.ts'
import type { OfferedMeasure } from '../../goals/goal-measures.ts'
import { messages } from '../kit/language.ts'
import { money } from '../kit/money.ts'
import { percent } from '../kit/percent.ts'

const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 })
const words = messages.goalsForm.units

/** A goal's figure as people write it: shares in per cent, others with their unit. */
export function shownFigure(value: number, measure: OfferedMeasure | undefined, unit: string): string {
  if (measure?.unit === 'share') return percent(value)
  if (measure?.unit === 'money') return money(value)
  const named = measure ? words[measure.unit] : unit
  return named ? `${numbers.format(value)} ${named}` : numbers.format(value)
}

export function shownNumber(value: number): string {
  return numbers.format(value)
}

/** What stands behind the label of a field for a figure. */
export function unitWord(measure: OfferedMeasure | undefined, unit: string): string {
  return measure ? words[measure.unit] : unit.trim()
}

/** Shares are typed in per cent and kept from 0 to 1. */
export function typedFigure(value: number | null, measure: OfferedMeasure | undefined): number | undefined {
  if (value === null) return undefined
  return measure?.unit === 'share' ? Number((value * 100).toPrecision(12)) : value
}

export function keptFigure(typed: number | undefined, measure: OfferedMeasure | undefined): number | null {
  if (typed === undefined || !Number.isFinite(typed)) return null
  return measure?.unit === 'share' ? Number((typed / 100).toPrecision(12)) : typed
}

export function goalScale(measure: OfferedMeasure | undefined, unit: string): GoalScale {
  if (!measure) return scaleOf(unit)
  return measure.unit === 'share' || measure.unit === 'points' ? measure.unit : 'plain'
}
