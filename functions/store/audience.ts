import type { InferOutput } from 'valibot'
import { array, number, object, optional, picklist, string } from 'valibot'
import { audienceKinds } from '../../core/kpi/audience.ts'
import { kpiBySchema } from '../../core/kpi/published-kpi.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** Where figures lie: the day that they stand for, and the publication that wrote them. */
const placeSchema = object({ day: string(), version: string() })
export type Place = InferOutput<typeof placeSchema>

/** One KPI by one cut, as an audience may read it. */
export const seriesSchema = object({
  ...placeSchema.entries,
  /** Hash of KPI and cut: the series' own partition. */
  id: string(),
  kpi: string(),
  by: kpiBySchema,
  label: string(),
  unit: string(),
  direction: number(),
  asOf: string(),
  /** Items that the current figures take. */
  parts: number(),
  /** What stood at the end of the last day before. */
  before: optional(placeSchema),
  /** The day since which the audience may read it without a gap. */
  since: string(),
})
export type Series = InferOutput<typeof seriesSchema>

/** `W#ws#A#audience`, `HEAD`: whom KPIs are shared with, and which they are: nothing else is readable for them. */
const audienceSchema = object({
  audienceId: string(),
  kind: picklist(audienceKinds),
  /** The position, or the account's e-mail address in lower case; '' for everyone. */
  name: string(),
  createdAt: string(),
  series: array(seriesSchema),
})
export type Audience = InferOutput<typeof audienceSchema>

/** `W#ws`, `AUDIENCES`: which there are. Every change of any of them goes by its revision. */
const audiencesSchema = object({
  revision: number(),
  ids: array(string()),
  /** Series that nobody has any more and whose figures may still lie there: where each stood last. */
  gone: optional(array(object({ id: string(), ...placeSchema.entries, before: optional(placeSchema) })), []),
})
export type Gone = InferOutput<typeof audiencesSchema>['gone'][number]
export type Audiences = { revision: number; audiences: Audience[]; gone: Gone[] }

/** All audiences of a workspace in the order in which they were made, at a revision of which changes can be made. */
export async function allAudiences(table: Table, workspace: WorkspaceKey): Promise<Audiences> {
  const none = { revision: 0, ids: [], gone: [] }
  const { revision, ids, gone } = (await findItem(table, audiencesSchema, listKey(workspace))) ?? none
  const found = await Promise.all(ids.map((id) => findAudience(table, workspace, id)))
  return { revision, audiences: found.filter((audience) => audience !== undefined), gone }
}

export function findAudience(table: Table, workspace: WorkspaceKey, id: string): Promise<Audience | undefined> {
  return findItem(table, audienceSchema, audienceKey(workspace, id))
}

/** The writes that put audiences in the place of those that were read; refused where any was changed meanwhile. */
export function audienceWrites(
  workspace: WorkspaceKey,
  before: Audiences,
  after: readonly Audience[],
  left: Gone[] = before.gone,
): Write[] {
  const ids = after.map(({ audienceId }) => audienceId)
  const gone = before.audiences.filter(({ audienceId }) => !ids.includes(audienceId))
  const put = after.filter((audience) => !before.audiences.includes(audience))
  return [
    {
      Put: {
        Item: { ...listKey(workspace), revision: before.revision + 1, ids, gone: left },
        ...(before.revision === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :before',
              ExpressionAttributeValues: { ':before': before.revision },
            }),
      },
    },
    ...put.map((audience) => ({ Put: { Item: { ...audienceKey(workspace, audience.audienceId), ...audience } } })),
    ...gone.map(({ audienceId }) => ({ Delete: { Key: audienceKey(workspace, audienceId) } })),
  ]
}

/** Holds a transaction to an audience that is still what it was when it was read. */
export function audienceCheck(workspace: WorkspaceKey, { audienceId, name }: Audience): Write {
  return {
    ConditionCheck: {
      Key: audienceKey(workspace, audienceId),
      ConditionExpression: '#name = :name',
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: { ':name': name },
    },
  }
}

function audienceKey(workspace: WorkspaceKey, id: string): ItemKey {
  return { pk: workspace.partition('A', id), sk: 'HEAD' }
}

function listKey(workspace: WorkspaceKey): ItemKey {
  return { pk: workspace.partition(), sk: 'AUDIENCES' }
}
