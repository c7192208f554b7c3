import type { InferOutput } from 'valibot'
import { literal, maxLength, number, object, optional, pipe, string, transform, union } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { kpiCuts } from '../../core/kpi/kpi-figure.ts'
import { readableSeries } from '../kpi/readable-kpis.ts'
import type { Series } from '../store/audience.ts'
import { currentFigures, type FigureRow, figuresByDay, type Snapshot } from '../store/published-kpi.ts'
import type { CellCall, CellValue } from './cell.ts'

const typedSchema = optional(pipe(union([string(), number()]), transform(String), maxLength(300)))

/** `=TS_KPI(name, by_or_person, period)` as the add-on asks it; blank is the same as left out. */
export const kpiCellSchema = object({
  function: literal('KPI'),
  name: pipe(union([string(), number()]), transform(String), maxLength(300)),
  by: typedSchema,
  /** A day, a month as `2026-03`, or `ALL`. */
  period: typedSchema,
})
type Asked = InferOutput<typeof kpiCellSchema>

const DAYS = /^\d{4}-\d{2}-\d{2}$/
const MONTHS = /^\d{4}-\d{2}$/

/**
 * A KPI as it was last published, or as it stood at the end of a day or month; with a cut a table of its groups, with
 * `ALL` a table of all days. What can't be said is blank.
 *
 * @throws InputError `kpiUnknown`, for what is not shared as for what there is not; `kpiGroupUnknown`, `kpiWholeUnknown`, `kpiPeriod`.
 */
export async function kpiCell(call: CellCall, { name, by = '', period = '' }: Asked): Promise<CellValue> {
  const { series: all } = await readableSeries(call.backend, call.workspace, call.documentKey)
  const named = all.filter(({ kpi, label }) => [kpi, label].some((each) => folded(each) === folded(name)))
  const kpi = named.find(({ kpi }) => folded(kpi) === folded(name))?.kpi ?? named[0]?.kpi
  const series = named.filter((each) => each.kpi === kpi)
  if (series.length === 0) throw new InputError('kpiUnknown', { name: name.trim() })
  const { span, isTable } = spanOf(period)
  const cut = kpiCuts.find((each) => each === folded(by))
  const found = cut ? series.find((each) => each.by === cut) : undefined
  if (cut && found) {
    const snapshots = await snapshotsOf(call, found, span)
    return isTable ? byDay(call, snapshots, true) : table(call, snapshots.at(-1)?.rows ?? [])
  }
  const group = await groupNamed(call, series, by, span)
  if (isTable) return byDay(call, group.snapshots, false)
  return group.snapshots.at(-1)?.rows[0]?.[1] ?? ''
}

type Span = { from: string; to: string } | undefined

/** Which days are asked for; undefined is the latest. @throws InputError `kpiPeriod` */
function spanOf(period: string): { span: Span; isTable: boolean } {
  const asked = period.trim().toUpperCase()
  if (asked === '') return { span: undefined, isTable: false }
  if (asked === 'ALL') return { span: { from: '', to: '\uffff' }, isTable: true }
  if (DAYS.test(asked)) return { span: { from: asked, to: asked }, isTable: false }
  if (MONTHS.test(asked)) return { span: { from: `${asked}-01`, to: `${asked}-31` }, isTable: false }
  throw new InputError('kpiPeriod', { period: period.trim() })
}

async function snapshotsOf({ backend, workspace }: CellCall, series: Series, span: Span): Promise<Snapshot[]> {
  if (span) return figuresByDay(backend, workspace, series, span)
  return (await currentFigures(backend, workspace, [series])).map(({ snapshot }) => snapshot)
}

/** The snapshots of one group alone: of everything where none is named. @throws InputError `kpiGroupUnknown` */
async function groupNamed(call: CellCall, series: Series[], by: string, span: Span) {
  const wanted = folded(by)
  const cuts = series.filter((each) => (wanted === '') === (each.by === ''))
  const inOrder = [...cuts].sort((a, b) => kpiCuts.indexOf(a.by as never) - kpiCuts.indexOf(b.by as never))
  for (const each of inOrder) {
    const snapshots = await snapshotsOf(call, each, span)
    const own = snapshots.map((snapshot) => {
      return { ...snapshot, rows: snapshot.rows.filter(([group]) => wanted === '' || folded(group) === wanted) }
    })
    const isKnown = wanted === '' || own.some(({ rows }) => rows.length > 0) || (await isGroup(call, each, wanted))
    if (isKnown) return { snapshots: own.filter(({ rows }) => rows.length > 0) }
  }
  if (wanted === '')
    throw new InputError('kpiWholeUnknown', { kpi: series[0]!.label, cuts: series.map((each) => each.by) })
  throw new InputError('kpiGroupUnknown', { kpi: series[0]!.label, group: by.trim() })
}

async function isGroup({ backend, workspace }: CellCall, series: Series, wanted: string): Promise<boolean> {
  const [current] = await currentFigures(backend, workspace, [series])
  return current?.snapshot.rows.some(([group]) => folded(group) === wanted) ?? false
}

function table({ messages: { surveyForm: labels, limits } }: CellCall, rows: FigureRow[]): CellValue {
  return [[labels.value, labels.n, labels.figure, limits.low, limits.high], ...rows.map(cellsOf)]
}

/** A row for each day, or for each group of each day. */
function byDay({ messages }: CellCall, snapshots: Snapshot[], groups: boolean): CellValue {
  const { surveyForm: labels, limits, kpiCell: words } = messages
  const header = [words.day, ...(groups ? [labels.value] : []), labels.n, labels.figure, limits.low, limits.high]
  const rows = snapshots.flatMap(({ day, rows }) =>
    rows.map((row) => [day, ...(groups ? cellsOf(row) : cellsOf(row).slice(1))]),
  )
  return [header, ...rows]
}

function cellsOf([group, value, n, low, high]: FigureRow): (string | number)[] {
  return [group, n ?? '', value ?? '', low ?? '', high ?? '']
}

/** As names are compared: whatever their case and the spaces around them. */
function folded(text: string): string {
  return text.trim().toLowerCase()
}
