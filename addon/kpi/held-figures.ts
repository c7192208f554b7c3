import { catalogueKpi, isCatalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { type Messages, messagesFor } from '../../core/messages/messages.ts'
import { localTime } from '../sheet/local-time.ts'
import type { CurrentFigures } from './current-figures.ts'
import { keepLastFigures, type LastFigure, lastFigures } from './last-figures.ts'

/** The figures to show, in the order wanted. */
export type HeldFigures = {
  figures: LastFigure[]
  /** As of when those are that could not be counted this time, by their KPI, in the spreadsheet's time zone. */
  since: Map<string, string>
  lastOrder: string
}

/**
 * What was counted now, and what could not be as it was last counted; a KPI of which nothing was ever known is blank.
 *
 * A group that is gone is gone: only KPIs that bring nothing at all, while something went wrong, are held.
 */
export function withHeld(plan: KpiPlan, current: CurrentFigures): HeldFigures {
  const { figures: now, asOf, problems, lastOrder, standard } = current
  const words = messagesFor(plan.language)
  const last = problems.length > 0 ? lastFigures() : { figures: [], lastOrder: '' }
  const since = new Map<string, string>()
  const figures = current.wanted.flatMap((wanted): LastFigure[] => {
    const of = <F extends KpiFigure>(all: readonly F[]) =>
      all.filter(({ kpi, by }) => kpi === wanted.kpi && by === wanted.by)
    const counted = of(now)
    const seen = { asOf, ...(wanted.by === '' && { standard }) }
    if (counted.length > 0) return counted.map((figure) => ({ ...figure, ...seen }))
    const held = of(last.figures)
    if (held[0]) since.set(wanted.kpi, localTime(held[0].asOf))
    if (held.length > 0) return held.map((figure) => ({ ...figure, label: labelOf(figure, words) }))
    return wanted.by === '' ? [blank(wanted.kpi, asOf, words)] : []
  })
  return { figures, since, lastOrder: lastOrder || last.lastOrder }
}

/** Remembers what is shown, for a refresh that brings less. @returns Why it could not, in a sentence; '' where it could. */
export function keepFigures({ figures, lastOrder }: HeldFigures, words: Messages): string {
  try {
    keepLastFigures({ figures: figures.filter(({ value }) => value !== undefined), lastOrder })
    return ''
  } catch (error) {
    // Google's properties are full, say: the figures are shown all the same.
    return words.kpi.sheet.notKept((error as Error).message)
  }
}

function blank(kpi: string, asOf: string, words: Messages): LastFigure {
  const { unit, direction } = catalogueKpi(kpi) ?? { unit: 'count', direction: 0 }
  const none = { value: undefined, n: undefined, low: undefined, high: undefined, before: undefined }
  return { kpi, label: labelOf({ kpi, label: kpi }, words), unit, by: '', group: '', ...none, direction, asOf }
}

function labelOf({ kpi, label }: Pick<KpiFigure, 'kpi' | 'label'>, words: Messages): string {
  return isCatalogueKpi(kpi) ? words.kpis[kpi] : label
}
