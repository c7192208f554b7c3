import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'

/** A figure with the instant of its counting; of a tile also the version of the standard that gave the tiers then. */
export type LastFigure = KpiFigure & { asOf: string; standard?: { name: string; version: number } | undefined }

/** What the KPI sheet showed after its last refresh; properties of the document hold it, as far as they can. */
type Last = { figures: LastFigure[]; lastOrder: string }

const PREFIX = 'KPI_LAST_'
/** A property holds 9 KB, and a Chinese character takes three bytes. */
const CHARACTERS = 2_900
/** All properties of a document hold 500 KB together. */
const MOST_CHARACTERS = 100_000

export function lastFigures(): Last {
  const kept = PropertiesService.getDocumentProperties().getProperties()
  const parts: string[] = []
  for (let at = 0; kept[PREFIX + at] !== undefined; at++) parts.push(kept[PREFIX + at] as string)
  try {
    return JSON.parse(parts.join('')) as Last
  } catch {
    // Nothing was kept yet, or keeping it was cut short.
    return { figures: [], lastOrder: '' }
  }
}

/** Keeps every tile, and of the tables those that fit. */
export function keepLastFigures(last: Last): void {
  const properties = PropertiesService.getDocumentProperties()
  const text = JSON.stringify({ ...last, figures: fitting(last.figures) })
  const parts = Math.ceil(text.length / CHARACTERS)
  const kept = properties.getProperties()
  for (let at = parts; kept[PREFIX + at] !== undefined; at++) properties.deleteProperty(PREFIX + at)
  properties.setProperties(
    Object.fromEntries(
      Array.from({ length: parts }, (_, at) => [PREFIX + at, text.slice(at * CHARACTERS, (at + 1) * CHARACTERS)]),
    ),
  )
}

/** Tiles first, then each table whole or not at all. */
function fitting(figures: readonly LastFigure[]): LastFigure[] {
  const kept = figures.filter(({ by }) => by === '')
  const tables = new Map<string, LastFigure[]>()
  for (const figure of figures) {
    if (figure.by === '') continue
    const key = `${figure.by} ${figure.kpi}`
    const table = tables.get(key) ?? []
    tables.set(key, table)
    table.push(figure)
  }
  let left = MOST_CHARACTERS - JSON.stringify(kept).length
  for (const table of tables.values()) {
    const size = JSON.stringify(table).length
    if (size > left) continue
    kept.push(...table)
    left -= size
  }
  return kept
}
