import { FIGURES_AT_ONCE } from '../../core/kpi/figures-at-once.ts'
import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../core/messages/messages.ts'
import type { CurrentFigures } from '../kpi/current-figures.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { keyOf, type SeriesKey, type Shares, sharedSeries } from './sharing.ts'

type Told = Pick<KpiFigure, 'kpi' | 'label' | 'group'>
/** What is taken from the audiences named, or from all. */
type Withdrawn = SeriesKey & { audiences?: string[] }
type Page = { figures: Told[]; audiences: string[]; withdraw: Withdrawn[] }
export type Counted = Pick<CurrentFigures, 'figures' | 'asOf' | 'periodLabel' | 'standard' | 'definitions'>

const LONGEST = { label: 120, group: 200 }

/**
 * Publishes figures to the audiences that each is shared with, all readable at once; what was shared before and is not
 * any more is taken away. What could not be counted stays as it was published, for those who are to have it still.
 *
 * @param before What was shared until now.
 */
export function publishFigures(shares: Shares, before: Shares, counted: Counted, operationId: string): void {
  const pages = pagesOf(shares, before, counted.figures)
  const { workspaceId } = requiredConnection()
  pages.forEach((page, at) => {
    const more = at < pages.length - 1
    const body = {
      ...{ ...page, asOf: counted.asOf, period: counted.periodLabel.slice(0, 300) },
      ...(counted.standard && { standard: counted.standard }),
      definitions: counted.definitions.filter(({ kpi }) => page.figures.some((figure) => figure.kpi === kpi)),
      ...(pages.length > 1 && { publication: { id: operationId, more } }),
    }
    callApi({ method: 'post', path: `/v1/workspaces/${workspaceId}/kpis`, body, operationId: `${operationId}-${at}` })
  })
}

/** Of which KPIs by which cuts not all groups are published, a sentence each. */
export function cutShort(figures: readonly KpiFigure[], words: Messages['audiences']): string[] {
  const groups = new Map<string, KpiFigure[]>()
  for (const figure of figures) {
    const own = groups.get(keyOf(figure)) ?? []
    groups.set(keyOf(figure), own)
    own.push(figure)
  }
  return [...groups.values()].flatMap((own) => {
    const [{ label = '' } = {}, count] = [own[0], own.length]
    return count > FIGURES_AT_ONCE ? [words.cutShort({ kpi: label, groups: count, most: FIGURES_AT_ONCE })] : []
  })
}

/** As many requests as it takes, each of KPIs that have the same audiences. */
function pagesOf(shares: Shares, before: Shares, figures: readonly KpiFigure[]): Page[] {
  const wanted = sharedSeries(shares)
  const counted = new Map<string, KpiFigure[]>()
  for (const figure of figures) {
    const own = counted.get(keyOf(figure)) ?? []
    counted.set(keyOf(figure), own)
    own.push(figure)
  }
  const withdraw = sharedSeries(before).flatMap(({ kpi, by, audiences }): Withdrawn[] => {
    const now = wanted.find((series) => keyOf(series) === keyOf({ kpi, by }))
    if (!now) return [{ kpi, by }]
    const losing = audiences.filter((audience) => !now.audiences.includes(audience))
    return losing.length > 0 && !counted.has(keyOf(now)) ? [{ kpi, by, audiences: losing }] : []
  })
  const pages: Page[] = []
  for (const series of wanted) {
    const own = (counted.get(keyOf(series)) ?? []).slice(0, FIGURES_AT_ONCE).map(told)
    if (own.length === 0) continue
    const audiences = [...series.audiences].sort()
    const fits = (page: Page) =>
      page.audiences.join() === audiences.join() && page.figures.length + own.length <= FIGURES_AT_ONCE
    const page = pages.find(fits)
    if (page) page.figures.push(...own)
    else pages.push({ figures: own, audiences, withdraw: [] })
  }
  if (withdraw.length > 0) pages.push({ figures: [], audiences: [], withdraw })
  return pages
}

/** A figure as the wire takes it: what is no number is left out. */
function told({ value, n, low, high, before, target, ...named }: KpiFigure): Told {
  const numbers = Object.entries({ value, n, low, high, before, target }).filter(([, number]) =>
    Number.isFinite(number),
  )
  const label = named.label.slice(0, LONGEST.label)
  return { ...named, label, group: named.group.slice(0, LONGEST.group), ...Object.fromEntries(numbers) }
}
