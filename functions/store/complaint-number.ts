import { number, object } from 'valibot'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, itemsIn, prefixed } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** `W#ws`, `SEQ#year`: the last number given out in that year. */
const sequenceSchema = object({ year: number(), last: number() })

/** The numbers of a year that come next, and the write that takes the first `count` of them. */
export type ComplaintNumbers = { nth: (place: number) => string; take: (count: number) => Write }

/**
 * The numbers that come next, such as `C-2026-000123`; `nth` counts from 1. The write that takes them is refused if
 * somebody took one meanwhile.
 *
 * They are taken in the complaints' own transaction, so that they have no gaps: a gap would look like a lost complaint.
 */
export async function complaintNumbers(table: Table, workspace: WorkspaceKey, year: number): Promise<ComplaintNumbers> {
  const key: ItemKey = { pk: workspace.partition(), sk: `SEQ#${year}` }
  const last = (await findItem(table, sequenceSchema, key))?.last ?? 0
  return {
    nth: (place) => `C-${year}-${String(last + place).padStart(6, '0')}`,
    take: (count) => ({
      Put: {
        Item: { ...key, year, last: last + count },
        ConditionExpression: last ? '#last = :last' : 'attribute_not_exists(pk)',
        ...(last && { ExpressionAttributeNames: { '#last': 'last' }, ExpressionAttributeValues: { ':last': last } }),
      },
    }),
  }
}

/** The first year in which a complaint was received; undefined where there is none. */
export async function firstComplaintYear(table: Table, workspace: WorkspaceKey): Promise<number | undefined> {
  for await (const { year } of itemsIn(table, sequenceSchema, prefixed(workspace.partition(), 'SEQ#'))) return year
  return undefined
}
