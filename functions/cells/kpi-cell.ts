import type { InferOutput } from 'valibot'
import { literal, maxLength, number, object, optional, pipe, string, transform, union } from 'valibot'
import { isIsoDay } from '../../core/calendar/iso-day.ts'
import { InputError } from '../../core/input-error.ts'
import { kpiCuts } from '../../core/kpi/kpi-figure.ts'
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

/** Most are published at least so often: what stood is looked for there before all days are read. */
const NEAR_DAYS = 40

/**
 * A KPI as it was last published, or as it stood at the end of a day or month, which is as it was published last until
 * then; with a cut a table of its groups, with `ALL` a table of all days. What can't be said is blank.
 *
 * @throws InputError `kpiUnknown`, for what is not shared as for what there is not; `kpiNameTwice`, `kpiGroupTwice`,
 * `kpiGroupUnknown`, `kpiWholeUnknown`, `kpiPeriod`.
 */
export async function kpiCell(call: CellCall, { name, by = '', period = '' }: Asked): Promise<CellValue> {
  const series = seriesNamed(await call.series(), name)
  const span = spanOf(period)
  const cut = kpiCuts.find((each) => each === folded(by))
  const found = cut ? series.find((each) => each.by === cut) : undefined
  if (cut && found) {
    const snapshots = await snapshotsOf(call, found, span)
    return span.isTable ? byDay(call, snapshots, true) : table(call, snapshots.at(-1)?.rows ?? [])
  }
  const snapshots = await groupNamed(call, series, by, span)
  if (span.isTable) return byDay(call, snapshots, false)
  return snapshots.at(-1)?.rows[0]?.[1] ?? ''
}

/** The series of one KPI, by its id or else by what it is called. @throws InputError `kpiUnknown`, `kpiNameTwice` */
function seriesNamed(all: readonly Series[], name: string): Series[] {
  const byId = all.filter(({ kpi }) => folded(kpi) === folded(name))
  const found = byId.length > 0 ? byId : all.filter(({ label }) => folded(label) === folded(name))
  const kpis = [...new Set(found.map(({ kpi }) => kpi))]
  if (kpis.length === 0) throw new InputError('kpiUnknown', { name: name.trim() })
  if (kpis.length > 1) throw new InputError('kpiNameTwice', { name: name.trim(), kpis })
  return found
}

/** Up to which day is asked for, '' for now; as a table of all days, or as it stood last. */
type Span = { until: string; isTable: boolean }

/** @throws InputError `kpiPeriod` */
function spanOf(period: string): Span {
  const asked = period.trim().toUpperCase()
  if (asked === '') return { until: '', isTable: false }
  if (asked === 'ALL') return { until: '', isTable: true }
  if (isIsoDay(asked)) return { until: asked, isTable: false }
  if (isIsoDay(`${asked}-01`)) return { until: `${asked}-31`, isTable: false }
  throw new InputError('kpiPeriod', { period: period.trim() })
}

/** Every day's snapshot for a table, else the one that stood at the end of the span; none where nothing did yet. */
async function snapshotsOf({ backend, workspace }: CellCall, series: Series, span: Span): Promise<Snapshot[]> {
  const { until, isTable } = span
  if (isTable) return figuresByDay(backend, workspace, series, { from: '', to: '\uffff' })
  if (until === '' || series.day <= until) {
    return (await currentFigures(backend, workspace, [series])).map(({ snapshot }) => snapshot)
  }
  const month = Date.parse(`${until.slice(0, 7)}-01`)
  const near = new Date(month - NEAR_DAYS * 86_400_000).toISOString().slice(0, 10)
  for (const from of [near, '']) {
    const last = (await figuresByDay(backend, workspace, series, { from, to: until })).at(-1)
    if (last) return [last]
  }
  return []
}

/** The snapshots of one group alone: of everything where none is named. @throws InputError as `kpiCell` does */
async function groupNamed(call: CellCall, series: Series[], by: string, span: Span): Promise<Snapshot[]> {
  const wanted = await groupIn(call, series, by)
  const snapshots = await snapshotsOf(call, wanted.series, span)
  return snapshots.flatMap((snapshot) => {
    const rows = snapshot.rows.filter(([group]) => group === wanted.group)
    return rows.length > 0 ? [{ ...snapshot, rows }] : []
  })
}

/** Which group of which cut a text means, of those that there are or were: `A`, or `tier: A`. */
async function groupIn(call: CellCall, series: Series[], by: string): Promise<{ series: Series; group: string }> {
  const kpi = series[0]!.label
  if (folded(by) === '') {
    const whole = series.find((each) => each.by === '')
    if (!whole) throw new InputError('kpiWholeUnknown', { kpi, cuts: series.map((each) => each.by) })
    return { series: whole, group: '' }
  }
  const cuts = series.filter((each) => each.by !== '')
  const current = await currentFigures(call.backend, call.workspace, cuts)
  const all = current.flatMap(({ series, snapshot }) => snapshot.rows.map(([group]) => ({ series, group })))
  const found = meant(all, by)
  if (found.length === 0) found.push(...meant(await formerGroups(call, cuts), by))
  const exact = found.filter(({ group }) => group.trim() === by.trim())
  const [one, other] = exact.length > 0 ? exact : found
  if (!one) throw new InputError('kpiGroupUnknown', { kpi, group: by.trim() })
  if (!other) return one
  const names = (exact.length > 0 ? exact : found).map(({ series, group }) => `${series.by}: ${group}`)
  throw new InputError('kpiGroupTwice', { kpi, group: by.trim(), names })
}

type Group = { series: Series; group: string }

/** Those that are called so; where none is, those that are with their cut before them. */
function meant(all: readonly Group[], by: string): Group[] {
  const found = all.filter(({ group }) => folded(group) === folded(by))
  if (found.length > 0) return found
  const spelled = (text: string) => folded(text).replace(/(?:(?<!\s)\s+)?:\s*/, ':')
  const named = all.filter(({ series, group }) => spelled(`${series.by}:${group}`) === spelled(by))
  const same = named.filter(({ group }) => by.trim().endsWith(group))
  return same.length > 0 ? same : named
}

/** The groups of earlier days, each once. */
async function formerGroups(call: CellCall, cuts: readonly Series[]): Promise<Group[]> {
  const all: Group[] = []
  for (const series of cuts) {
    const days = await snapshotsOf(call, series, { until: '', isTable: true })
    const groups = new Set(days.flatMap(({ rows }) => rows.map(([group]) => group)))
    all.push(...[...groups].map((group) => ({ series, group })))
  }
  return all
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
