import type { Audience, Audiences, Gone, Series } from '../store/audience.ts'
import { seriesKeys } from '../store/published-kpi.ts'
import type { ItemKey, Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/**
 * The series that no audience has any more and whose figures still lie there, also of a change that was killed before
 * it deleted them; with the keys of those figures.
 */
export async function goneSeries(
  table: Table,
  workspace: WorkspaceKey,
  before: Audiences,
  after: readonly Audience[],
): Promise<{ gone: Gone[]; keys: ItemKey[] }> {
  const seriesOf = (audiences: readonly Audience[]) => audiences.flatMap(({ series }): Series[] => series)
  const has = new Set(seriesOf(after).map(({ id }) => id))
  const had = seriesOf(before.audiences).map(({ id, day, version, before }): Gone => {
    return { id, day, version, ...(before && { before }) }
  })
  const all = new Map([...before.gone, ...had].map((each) => [each.id, each]))
  const lost = [...all.values()].filter(({ id }) => !has.has(id))
  const found = await Promise.all(lost.map((each) => seriesKeys(table, workspace, each)))
  return { gone: lost.filter((_, at) => found[at]!.length > 0), keys: found.flat() }
}
