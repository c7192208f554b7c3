import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'

/** A figure with the instant of its counting. */
export type LastFigure = KpiFigure & { asOf: string }

/** What the KPI sheet showed after its last refresh; properties of the document hold it. */
type Last = { figures: LastFigure[]; lastOrder: string }

const PREFIX = 'KPI_LAST_'
/** A property holds 9 KB, and a Chinese character takes three bytes. */
const CHARACTERS = 2_900

export function lastFigures(): Last {
  const kept = PropertiesService.getDocumentProperties().getProperties()
  const parts: string[] = []
  for (let at = 0; kept[PREFIX + at] !== undefined; at++) parts.push(kept[PREFIX + at] as string)
  return parts.length > 0 ? (JSON.parse(parts.join('')) as Last) : { figures: [], lastOrder: '' }
}

export function keepLastFigures(last: Last): void {
  const properties = PropertiesService.getDocumentProperties()
  const text = JSON.stringify(last)
  const parts = Math.ceil(text.length / CHARACTERS)
  const kept = properties.getProperties()
  for (let at = parts; kept[PREFIX + at] !== undefined; at++) properties.deleteProperty(PREFIX + at)
  properties.setProperties(
    Object.fromEntries(
      Array.from({ length: parts }, (_, at) => [PREFIX + at, text.slice(at * CHARACTERS, (at + 1) * CHARACTERS)]),
    ),
  )
}
