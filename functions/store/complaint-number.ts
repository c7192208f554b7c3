import { number, object } from 'valibot'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `SEQ#year`: the last number given out in that year. */
const sequenceSchema = object({ year: number(), last: number() })

/**
 * The number that comes next, and the write that takes it, refused if somebody took it meanwhile.
 *
 * Taken in the complaint's own transaction, so that numbers have no gaps: a gap would look like a lost complaint.
 *
 * @returns Such as `C-2026-000123`.
 */
export async function nextComplaintNumber(table: Table, workspace: WorkspaceKey, year: number) {
  const key: ItemKey = { pk: workspace.partition(), sk: `SEQ#${year}` }
  const last = (await findItem(table, sequenceSchema, key))?.last ?? 0
  const write: Write = {
    Put: {
      Item: { ...key, year, last: last + 1 },
      ConditionExpression: last ? '#last = :last' : 'attribute_not_exists(pk)',
      ...(last && { ExpressionAttributeNames: { '#last': 'last' }, ExpressionAttributeValues: { ':last': last } }),
    },
  }
  return { number: `C-${year}-${String(last + 1).padStart(6, '0')}`, write }
}

/** The first year in which a complaint was received; undefined where there is none. */
export async function firstComplaintYear(table: Table, workspace: WorkspaceKey): Promise<number | undefined> {
  for await (const { year } of itemsIn(table, sequenceSchema, prefixed(workspace.partition(), 'SEQ#'))) return year
  return undefined
}
