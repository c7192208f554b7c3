import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { InputError } from '../../core/input-error.ts'
import type { PublishedFigure, PublishedSource } from '../../core/kpi/published-kpi.ts'
import type { Backend } from '../backend.ts'
import type { Caller } from '../request/route.ts'
import { digest, newId } from '../secrets.ts'
import {
  type Audience,
  type Audiences,
  allAudiences,
  audienceWrites,
  type Gone,
  type Series,
} from '../store/audience.ts'
import { told } from '../store/audit-trail.ts'
import { type Effect, type Operation, once } from '../store/operation.ts'
import { type PublishedPage, pageWrite, publishedPages } from '../store/publication.ts'
import { figureItems, forgetFigures, letGo, putFigures } from '../store/published-kpi.ts'
import type { ItemKey } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { Role, WorkspaceKey } from '../store/workspace-key.ts'
import { figureRows, seriesId } from './figure-rows.ts'
import { goneSeries } from './gone-series.ts'
import { refuseTooMuchShared } from './refuse-too-much-shared.ts'

export type Publishing = {
  figures: PublishedFigure[]
  /** From everybody, or from the audiences named. */
  withdraw: (Pick<PublishedSource, 'kpi' | 'by'> & { audiences?: string[] | undefined })[]
  asOf: string
  period?: string | undefined
  standard?: PublishedSource['standard']
  definitions: ({ kpi: string } & NonNullable<PublishedSource['definition']>)[]
  audiences: string[]
  publication?: { id: string; more: boolean } | undefined
}
/** `readable` is false while pages are still to come. */
export type Published = { readable: boolean; kpis: number; figures: number }

/** KPIs by their cuts that one audience can have. */
const MOST_SERIES = 300
const MOST_PAGES = 40
const TRIES = 5

/**
 * Gives figures to the audiences named, and to no others: each KPI by each cut belongs to those that it was published
 * to last. All of a publication becomes readable in one transaction; until then nothing points to what was written.
 *
 * @throws InputError `audienceUnknown`, `kpiTwice`, `tooManyKpis`, `tooMuchShared`, `stale` where somebody else published
 *   meanwhile.
 */
export async function publishKpis(
  caller: Caller<Role> & { backend: Backend },
  publishing: Publishing,
  operation: Operation,
): Promise<Published> {
  const { backend, workspace } = caller
  for (let attempt = 1; ; attempt++) {
    const left: { series: Series[]; keys: ItemKey[] } = { series: [], keys: [] }
    const own = newId()
    try {
      const { mark, ...published } = await once(backend, workspace.partition(), operation, async () => {
        const effect = await publication(caller, publishing, { operation, attempt, left })
        return { ...effect, result: { ...effect.result, mark: own } }
      })
      // Where a repeat was answered as the first had been done, what it took for replaced may be what stands.
      if (mark !== own) return published
      for (const series of left.series) await letGo(backend, workspace, series, backend.now())
      await forgetFigures(backend, left.keys)
      return published
    } catch (error) {
      if (!(error instanceof InputError && error.code === 'stale') || attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt))
    }
  }
}

type Doing = { operation: Operation; attempt: number; left: { series: Series[]; keys: ItemKey[] } }

async function publication(
  caller: Caller<Role> & { backend: Backend },
  publishing: Publishing,
  { operation, attempt, left }: Doing,
): Promise<Effect<Published>> {
  const { backend, workspace } = caller
  const before = await allAudiences(backend, workspace)
  refuseUnknown(publishing.audiences, before)
  const { timeZone } = await getWorkspace(backend, workspace)
  const today = zonedDay(backend.now().getTime(), timeZone)
  const { page, items } = pageOf(workspace, publishing, before, {
    today,
    version: digest(`${operation.id} ${attempt}`).slice(0, 22),
  })
  const result = { readable: true, kpis: page.series.length, figures: publishing.figures.length }
  const { id, more } = publishing.publication ?? { id: undefined, more: false }
  if (more && id) {
    await putFigures(backend, items)
    const about = { publication: id, operation: operation.id, now: backend.now() }
    return { writes: [pageWrite(workspace, about, page)], result: { ...result, readable: false } }
  }
  const { pages, removal } = id ? await publishedPages(backend, workspace, id) : { pages: [], removal: [] }
  if (pages.length > MOST_PAGES) throw new InputError('tooManyKpis', { most: MOST_SERIES })
  const after = afterPages(before, [...pages, page])
  const gone = await noteLeft(backend, workspace, before, after, left)
  const changes = sharingChanges(before.audiences, after)
  // What only takes away is less than before.
  if ([...pages, page].some(({ series }) => series.length > 0))
    refuseTooMuchShared(workspace, before, after, { gone, told: changes })
  await putFigures(backend, items)
  return {
    writes: [...audienceWrites(workspace, before, after, gone), ...removal],
    result,
    // A refresh shares nothing else than before.
    told: changes && told(caller, 'sharingChanged', changes),
  }
}

/** So many are named, of what is shared or no longer shared. */
const MOST_NAMED = 300

/** Which KPIs by which cuts which audiences have now and had not before, and the other way round: `audience kpi cut`. */
function sharingChanges(before: Audience[], after: Audience[]) {
  const shared = (audiences: Audience[]) =>
    new Set(
      audiences.flatMap(({ audienceId, series }) =>
        series.map(({ kpi, by }) => [audienceId, kpi, ...(by ? [by] : [])].join(' ')),
      ),
    )
  const [had, has] = [shared(before), shared(after)]
  const given = [...has].filter((each) => !had.has(each))
  const taken = [...had].filter((each) => !has.has(each))
  if (given.length + taken.length === 0) return undefined
  const named = { given: given.slice(0, MOST_NAMED), taken: taken.slice(0, MOST_NAMED) }
  return { ...named, givenInAll: given.length, takenInAll: taken.length }
}

function refuseUnknown(ids: string[], { audiences }: Audiences): void {
  if (ids.some((id) => !audiences.some(({ audienceId }) => audienceId === id)))
    throw new InputError('audienceUnknown', undefined)
}

/** What one request gives and takes, and the items of its figures, which nobody reads yet. */
function pageOf(
  workspace: WorkspaceKey,
  { figures, withdraw, audiences, asOf, period, standard, definitions }: Publishing,
  before: Audiences,
  { today, version }: { today: string; version: string },
): { page: PublishedPage; items: Record<string, unknown>[] } {
  const facts = (kpi: string) => {
    const { kpi: _, ...definition } = definitions.find((each) => each.kpi === kpi) ?? { kpi }
    return {
      asOf,
      ...(period && { period }),
      ...(standard && { standard }),
      ...('version' in definition && { definition }),
    }
  }
  const page: PublishedPage = {
    ...{ series: [], audiences },
    withdrawn: withdraw.filter((each) => !each.audiences).map(seriesId),
    lost: withdraw.flatMap(({ audiences, ...each }) => (audiences ? [{ id: seriesId(each), audiences }] : [])),
  }
  const items: Record<string, unknown>[] = []
  for (const { rows, ...about } of figureRows(figures)) {
    const standing = current(before, about.id)
    const day = standing && standing.day > today ? standing.day : today
    const last = standing?.day === day ? standing.before : standing && { day: standing.day, version: standing.version }
    const place = { id: about.id, day, version, ...(last && { before: last }) }
    const written = figureItems(workspace, place, { rows, ...facts(about.kpi) })
    const base = standing && { base: standing.version }
    page.series.push({ ...about, ...place, asOf, parts: written.length, since: day, ...base })
    if (audiences.length > 0) items.push(...written)
  }
  return { page, items }
}

/** The audiences as they are once all pages are readable. @throws InputError `stale`, `kpiTwice`, `tooManyKpis`. */
function afterPages(before: Audiences, pages: PublishedPage[]): Audience[] {
  const all = pages.flatMap(({ series }) => series)
  const ids = new Set(all.map(({ id }) => id))
  for (const { id, base } of all) if (current(before, id)?.version !== base) throw new InputError('stale', undefined)
  const twice = all.find(({ id }, at) => all.findIndex((each) => each.id === id) !== at)
  if (twice) throw new InputError('kpiTwice', { kpi: twice.label })
  const taken = new Set([...ids, ...pages.flatMap(({ withdrawn }) => withdrawn)])
  const lost = pages.flatMap((page) => page.lost)
  return before.audiences.map((audience) => {
    const { audienceId } = audience
    const isLost = (id: string) => lost.some((each) => each.id === id && each.audiences.includes(audienceId))
    const stays = audience.series.filter(({ id }) => !taken.has(id) && !isLost(id))
    const given = pages.filter(({ audiences }) => audiences.includes(audience.audienceId))
    const added = given.flatMap(({ series }) => series).map(({ base: _, ...series }) => sinceBefore(series, audience))
    if (added.length === 0 && stays.length === audience.series.length) return audience
    if (stays.length + added.length > MOST_SERIES) throw new InputError('tooManyKpis', { most: MOST_SERIES })
    return { ...audience, series: [...stays, ...added] }
  })
}

/** What an audience had goes on since when it had it; what is new to it begins today. */
function sinceBefore(series: Series, audience: Audience): Series {
  return { ...series, since: audience.series.find(({ id }) => id === series.id)?.since ?? series.since }
}

/**
 * Notes what is of no use once the publication is readable: figures of the same day, and all of series that nobody has,
 * or had before an earlier one was killed.
 *
 * @returns The series that nobody has any more and that still lie there, for the next publication.
 */
async function noteLeft(
  backend: Backend,
  workspace: WorkspaceKey,
  before: Audiences,
  after: Audience[],
  left: Doing['left'],
): Promise<Gone[]> {
  const had = new Map(before.audiences.flatMap(({ series }) => series).map((series) => [series.id, series]))
  const has = new Map(after.flatMap(({ series }) => series).map((series) => [series.id, series]))
  for (const [id, series] of had) {
    const now = has.get(id)
    if (now && now.version !== series.version && now.day === series.day) left.series.push(series)
  }
  const { gone, keys } = await goneSeries(backend, workspace, before, after)
  left.keys.push(...keys)
  return gone
}

/** A series as it stands, whichever audience has it. */
function current({ audiences }: Audiences, id: string): Series | undefined {
  for (const { series } of audiences) {
    const found = series.find((each) => each.id === id)
    if (found) return found
  }
  return undefined
}
