import type { KpiCut } from '../../core/kpi/kpi-figure.ts'

/** A KPI by one cut. */
export type SeriesKey = { kpi: string; by: KpiCut | '' }
/** Which KPIs are shared with which audience, by its id. */
export type Shares = Record<string, SeriesKey[]>
/** What is shared, and whether each refresh of the KPI sheet publishes it. */
export type Sharing = { shares: Shares; withRefresh: boolean }

const property = 'KPI_SHARING'

export function keptSharing(): Sharing {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  return text ? (JSON.parse(text) as Sharing) : { shares: {}, withRefresh: false }
}

export function keepSharing(sharing: Sharing): void {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(sharing))
}

/** All that is shared with anybody, each once, with the audiences that have it. */
export function sharedSeries(shares: Shares): (SeriesKey & { audiences: string[] })[] {
  const all = new Map<string, SeriesKey & { audiences: string[] }>()
  for (const [audience, keys] of Object.entries(shares)) {
    for (const { kpi, by } of keys) {
      const series = all.get(keyOf({ kpi, by })) ?? { kpi, by, audiences: [] }
      series.audiences.push(audience)
      all.set(keyOf({ kpi, by }), series)
    }
  }
  return [...all.values()]
}

export function keyOf({ kpi, by }: SeriesKey): string {
  return `${kpi} ${by}`
}
