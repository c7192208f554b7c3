import { InputError } from '../../core/input-error.ts'
import type { PublishedFigure } from '../../core/kpi/published-kpi.ts'
import { digest } from '../secrets.ts'
import type { Series } from '../store/audience.ts'
import type { FigureRow } from '../store/published-kpi.ts'

type About = Pick<Series, 'id' | 'kpi' | 'by' | 'label' | 'unit' | 'direction'>

/** The id of a KPI by one cut. */
export function seriesId({ kpi, by }: Pick<PublishedFigure, 'kpi' | 'by'>): string {
  return digest(`${kpi} ${by}`).slice(0, 22)
}

/** Figures put together by KPI and cut. @throws InputError `kpiTwice` where a group comes twice. */
export function figureRows(figures: readonly PublishedFigure[]): (About & { rows: FigureRow[] })[] {
  const all = new Map<string, About & { rows: FigureRow[]; groups: Set<string> }>()
  for (const figure of figures) {
    const { kpi, by, label, unit, direction, group } = figure
    const id = seriesId(figure)
    const made = all.get(id) ?? { id, kpi, by, label, unit, direction, rows: [], groups: new Set<string>() }
    all.set(id, made)
    if (made.groups.has(group)) throw new InputError('kpiTwice', { kpi: label })
    made.groups.add(group)
    made.rows.push([group, ...numbersOf(figure).map((value) => value ?? null)])
  }
  return [...all.values()].map(({ groups: _, ...series }) => series)
}

/** A row as the figure that it was published as. */
export function figureOf({ kpi, by, label, unit, direction }: Series, row: FigureRow): PublishedFigure {
  const [group, ...numbers] = row
  const named = Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? undefined]))
  const filled = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  return { kpi, label, unit, by, group, ...filled, direction } as PublishedFigure
}

const names = ['value', 'n', 'low', 'high', 'before', 'target'] as const

function numbersOf(figure: PublishedFigure): (number | undefined)[] {
  return names.map((name) => figure[name])
}
