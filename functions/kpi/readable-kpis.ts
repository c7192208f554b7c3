import { InputError } from '../../core/input-error.ts'
import type { ReadableKpis } from '../../core/kpi/published-kpi.ts'
import type { Backend } from '../backend.ts'
import { allAudiences, findAudience, type Series } from '../store/audience.ts'
import { keepRead } from '../store/audience-link.ts'
import type { DocumentKey } from '../store/document-key.ts'
import { currentFigures } from '../store/published-kpi.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { figureOf } from './figure-rows.ts'

/**
 * What a spreadsheet's key may read: of an audience's its own alone, which is all that is looked at; of the workspace's
 * own spreadsheet what any audience has.
 *
 * @throws InputError `documentKeyOver` where the audience was removed, as if the key were gone.
 */
export async function readableSeries(
  backend: Backend,
  workspace: WorkspaceKey,
  { audience: id, keyId }: DocumentKey,
): Promise<{ audience: string; series: Series[] }> {
  if (id === undefined) return { audience: '', series: ofAny(await allAudiences(backend, workspace)) }
  const audience = await findAudience(backend, workspace, id)
  if (!audience) throw new InputError('documentKeyOver', undefined)
  await keepRead(backend, workspace, { audience: id, keyId }, backend.now())
  return { audience: audience.name, series: audience.series }
}

/** The current figures that a key may read. */
export async function readableKpis(
  backend: Backend,
  workspace: WorkspaceKey,
  key: DocumentKey,
  kpis: readonly string[] | undefined,
): Promise<ReadableKpis> {
  const { audience, series } = await readableSeries(backend, workspace, key)
  const wanted = kpis ? series.filter(({ kpi }) => kpis.includes(kpi)) : series
  const current = await currentFigures(backend, workspace, wanted)
  return {
    audience,
    figures: current.flatMap(({ series, snapshot }) => snapshot.rows.map((row) => figureOf(series, row))),
    sources: current.map(({ series: { kpi, by }, snapshot: { asOf, period, standard, definition } }) => {
      return {
        kpi,
        by,
        asOf,
        ...(period && { period }),
        ...(standard && { standard }),
        ...(definition && { definition }),
      }
    }),
  }
}

/** Each series once, since the first day that any audience has it. */
function ofAny({ audiences }: Awaited<ReturnType<typeof allAudiences>>): Series[] {
  const all = new Map<string, Series>()
  for (const series of audiences.flatMap((audience) => audience.series)) {
    const known = all.get(series.id)
    if (!known || series.since < known.since) all.set(series.id, series)
  }
  return [...all.values()]
}
