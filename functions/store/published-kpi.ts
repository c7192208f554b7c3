import { BatchGetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { number, object, optional, parse, string } from 'valibot'
import { kpiDefinitionSchema, kpiStandardSchema } from '../../core/kpi/published-kpi.ts'
import type { Place, Series } from './audience.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { itemsIn, transact, WRITES_AT_ONCE } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#K#series`, `day#version#part`: figures of one KPI by one cut as a publication wrote them. They are readable once
 * an audience's head points to them, and for good as what stood at the end of their day once those of a later day point
 * back; whatever nothing points to was replaced on its day, or belongs to a publication that was cut short.
 */
const partSchema = object({
  sk: string(),
  /** Rows of group, value, n, low, high, before and target as JSON, whose numbers DynamoDB need not take. */
  rows: string(),
  asOf: string(),
  period: optional(string()),
  standard: optional(kpiStandardSchema),
  definition: optional(kpiDefinitionSchema),
  /** What stood at the end of the last day before. */
  beforeDay: optional(string()),
  beforeVersion: optional(string()),
  parts: number(),
})
type Part = InferOutput<typeof partSchema>

/** A group with its figures: value, n, low, high, before, target; null where there is none, and those of before have no target. */
export type FigureRow = [group: string, ...numbers: (number | null)[]]
type Facts = Pick<Part, 'asOf' | 'period' | 'standard' | 'definition'>
/** What a series was at the end of a day, or is. */
export type Snapshot = Facts & { day: string; rows: FigureRow[] }

const ROWS_A_PART = 250
const READ_AT_ONCE = 100
const WRITTEN_AT_ONCE = 20
const DAY_MS = 86_400_000
/** Readers that have seen a head before it was changed still find what it points to. */
const KEPT_SECONDS = 3600

/** The items that hold a series' figures. */
export function figureItems(
  workspace: WorkspaceKey,
  series: Pick<Series, 'id' | 'day' | 'version' | 'before'>,
  { rows, ...facts }: Facts & { rows: FigureRow[] },
): Record<string, unknown>[] {
  const parts = Math.max(1, Math.ceil(rows.length / ROWS_A_PART))
  const { before } = series
  return Array.from({ length: parts }, (_, part) => ({
    ...partKey(workspace, series, part),
    ...facts,
    rows: JSON.stringify(rows.slice(part * ROWS_A_PART, (part + 1) * ROWS_A_PART)),
    ...(before && { beforeDay: before.day, beforeVersion: before.version }),
    parts,
  }))
}

/** Puts items of figures, which nothing reads yet. */
export async function putFigures(table: Table, items: Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < items.length; at += WRITTEN_AT_ONCE) {
    await transact(
      table,
      items.slice(at, at + WRITTEN_AT_ONCE).map((Item): Write => ({ Put: { Item } })),
    )
  }
}

/** The current figures of series, in their order; those that were taken from everybody meanwhile are left out. */
export async function currentFigures(
  table: Table,
  workspace: WorkspaceKey,
  all: readonly Series[],
): Promise<{ series: Series; snapshot: Snapshot }[]> {
  const keys = all.map((series) => Array.from({ length: series.parts }, (_, at) => partKey(workspace, series, at)))
  const found = await partsOf(table, keys.flat())
  return all.flatMap((series, at) => {
    const parts = keys[at]!.map(({ pk, sk }) => found.get(`${pk} ${sk}`))
    return parts.every((part) => part !== undefined) ? [{ series, snapshot: snapshot(series.day, parts) }] : []
  })
}

/** What stood at the end of each day on which a series was published since its audience may read it, the first first. */
export async function figuresByDay(
  table: Table,
  workspace: WorkspaceKey,
  series: Series,
  { from, to }: { from: string; to: string },
): Promise<Snapshot[]> {
  const pk = workspace.partition('K', series.id)
  const since = from > series.since ? from : series.since
  if (since > series.day) return []
  const written = new Map<string, Part[]>()
  for await (const part of itemsIn(table, partSchema, { pk, from: since, to: `${series.day}#\uffff` })) {
    const place = part.sk.slice(0, part.sk.lastIndexOf('#'))
    written.set(place, [...(written.get(place) ?? []), part])
  }
  const standing: Snapshot[] = []
  let place: Place | undefined = series
  while (place) {
    const parts = written.get(`${place.day}#${place.version}`)
    if (!parts) break
    if (place.day <= to) standing.unshift(snapshot(place.day, parts))
    const { beforeDay: day, beforeVersion: version } = parts[0]!
    place = day === undefined || version === undefined ? undefined : { day, version }
  }
  return standing
}

/** Lets figures that were replaced on their day go, once nobody can be reading them any more. */
export async function letGo({ db, table }: Table, workspace: WorkspaceKey, series: Series, now: Date): Promise<void> {
  const ttl = Math.ceil(now.getTime() / 1000) + KEPT_SECONDS
  for (let part = 0; part < series.parts; part++) {
    const update = new UpdateCommand({
      TableName: table,
      Key: partKey(workspace, series, part),
      UpdateExpression: 'SET #ttl = :ttl',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':ttl': ttl },
    })
    await db.send(update).catch((error: { name?: string }) => {
      if (error.name !== 'ConditionalCheckFailedException') throw error
    })
  }
}

/**
 * Where all figures of a series lie up to where it stood. Of its last day and the one before only what it was at their
 * end: the others there may be of a publication that is still being made, also from one day to the next.
 */
export async function seriesKeys(
  table: Table,
  workspace: WorkspaceKey,
  { id, day, version, before }: Pick<Series, 'id' | 'day' | 'version' | 'before'>,
): Promise<ItemKey[]> {
  const pk = workspace.partition('K', id)
  const dayBefore = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
  const stood = [`${day}#${version}#`, ...(before ? [`${before.day}#${before.version}#`] : [])]
  const keys: ItemKey[] = []
  for await (const { sk } of itemsIn(table, object({ sk: string() }), { pk, from: '0', to: `${day}#\uffff` })) {
    if (sk < dayBefore || stood.some((place) => sk.startsWith(place))) keys.push({ pk, sk })
  }
  return keys
}

/** Deletes figures that no audience has any more. */
export async function forgetFigures(table: Table, keys: ItemKey[]): Promise<void> {
  for (let at = 0; at < keys.length; at += WRITES_AT_ONCE) {
    await transact(
      table,
      keys.slice(at, at + WRITES_AT_ONCE).map((Key): Write => ({ Delete: { Key } })),
    )
  }
}

async function partsOf({ db, table }: Table, keys: ItemKey[]): Promise<Map<string, Part>> {
  const found = new Map<string, Part>()
  let left = keys
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: left.slice(0, READ_AT_ONCE), ConsistentRead: true } } }),
    )
    for (const item of Responses?.[table] ?? []) found.set(`${item.pk} ${item.sk}`, parse(partSchema, item))
    left = [...((UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[]), ...left.slice(READ_AT_ONCE)]
  }
  return found
}

function snapshot(day: string, parts: Part[]): Snapshot {
  const { asOf, period, standard, definition } = parts[0]!
  const rows = parts.flatMap((part) => JSON.parse(part.rows) as FigureRow[])
  return {
    day,
    asOf,
    rows,
    ...(period && { period }),
    ...(standard && { standard }),
    ...(definition && { definition }),
  }
}

function partKey(workspace: WorkspaceKey, { id, day, version }: Pick<Series, 'id' | 'day' | 'version'>, part: number) {
  return { pk: workspace.partition('K', id), sk: `${day}#${version}#${String(part).padStart(3, '0')}` }
}
