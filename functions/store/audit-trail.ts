import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { array, boolean, number, object, record, safeParse, string, union } from 'valibot'
import type { TrailAct } from '../../core/audit-trail/trail-acts.ts'
import { digestOf, signature } from '../secrets.ts'
import type { ItemKey, Refused, Table, Write } from './table.ts'
import { findItem, transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#AU`, `E#seq`: one act of a workspace, written in the transaction of the act. Entries are only ever put: nothing
 * of that partition is updated or deleted.
 */
export const trailEntrySchema = object({
  /** From 1, without gaps. */
  seq: number(),
  /** Never earlier than the entry before. */
  at: string(),
  /** Who did it, and what they were called then. Blank for what the deployment does by itself. */
  who: object({ sub: string(), name: string() }),
  act: string(),
  /** Ids, and what was before and after: nothing about customers or answers. */
  about: record(string(), union([string(), number(), boolean(), array(string())])),
  /** The seal of the entry before; '' in the first. */
  before: string(),
  /** The seal of this one: a signature over all else of it. */
  seal: string(),
})
export type TrailEntry = InferOutput<typeof trailEntrySchema>

/** `W#ws`, `TRAIL`: the last entry. In a partition of its own, since it is written again with each. */
const headSchema = object({ seq: number(), at: string(), seal: string() })
export type TrailHead = InferOutput<typeof headSchema>

/** What the trail is to tell of, with the act that it tells of. */
export type Told = {
  workspace: WorkspaceKey
  signingKey: string
  at: string
  who: TrailEntry['who']
  act: TrailAct
  about: TrailEntry['about']
}

type Teller = { backend: { signingKey: string; now: () => Date }; workspace: WorkspaceKey }

/** More often than this no other act comes between reading the head and writing. */
const TRIES = 12
/** Among so many last items an entry is looked for where the head is lost. */
const LOOKED_AT = 100
const NONE: TrailHead = { seq: 0, at: '', seal: '' }
const WELL_FORMED = /^E#\d{12}$/

/**
 * What the trail tells of an act: `Effect.told` of an operation, or given to `transactTold`.
 *
 * @param person Who did it; nobody where the deployment does it by itself. Of somebody who has no name but an e-mail
 *   address the trail keeps no name.
 * @param about Ids, and what was before and after. Customers by `customerMark` alone.
 */
export function told(
  { backend, workspace, person }: Teller & { person?: { sub: string; name: string } },
  act: TrailAct,
  about: Record<string, string | number | boolean | string[] | undefined>,
): Told {
  const who = { sub: person?.sub ?? '', name: person && !person.name.includes('@') ? person.name : '' }
  const said = Object.entries(about).filter((entry): entry is [string, TrailEntry['about'][string]] => {
    return entry[1] !== undefined
  })
  const { signingKey, now } = backend
  return { workspace, signingKey, at: now().toISOString(), who, act, about: Object.fromEntries(said) }
}

/** How the trail names a customer: whoever knows the id finds it, but nobody reads an id out of it. */
export function customerMark(signingKey: string, workspace: WorkspaceKey, customerId: string): string {
  return signature(signingKey, 'trail customer', workspace.id, customerId).slice(0, 22)
}

/**
 * Writes all parts together with the entry that tells of them, or nothing; again where the trail went on meanwhile.
 *
 * @returns undefined once written; else why each of `writes` was refused, in order.
 */
export async function transactTold(table: Table, writes: Write[], told: Told): Promise<Refused[] | undefined> {
  let isLost = false
  for (let attempt = 1; ; attempt++) {
    const refused = await transact(table, [...writes, ...(await trailWrites(table, told, isLost))])
    if (!refused) return undefined
    const own = refused.slice(0, writes.length)
    const [isTaken, isBehind] = refused.slice(writes.length).map(isRefused)
    if (own.some(isRefused) || attempt === TRIES) return own
    // The entry is there though the head stands before it: somebody has taken the head back.
    isLost = isTaken === true && isBehind === false
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt))
  }
}

/**
 * The writes that add an entry: first it, then the head; both are refused where another came between.
 *
 * @param isLost Whether the head can't be right: the trail then goes on behind its last entry.
 */
async function trailWrites(table: Table, told: Told, isLost: boolean): Promise<[Write, Write]> {
  const { workspace, signingKey, who, act, about } = told
  // What is just being made has no trail, and nothing of it may be read before it is there.
  const head = act === 'workspaceMade' ? undefined : await findTrailHead(table, workspace)
  const last = isLost ? await lastEntry(table, workspace) : (head ?? NONE)
  const [, at = told.at] = [last.at, told.at].sort()
  const unsealed = { seq: last.seq + 1, at, who, act, about, before: last.seal }
  const seal = trailSeal(signingKey, workspace, unsealed)
  return [
    {
      Put: {
        Item: { ...entryKey(workspace, unsealed.seq), ...unsealed, seal },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        Item: { ...headKey(workspace), seq: unsealed.seq, at, seal },
        ...(head
          ? { ConditionExpression: 'seal = :before', ExpressionAttributeValues: { ':before': head.seal } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    },
  ]
}

/** The seal of an entry, over all that is stored of it, whoever put it there. */
export function trailSeal(signingKey: string, workspace: WorkspaceKey, item: Record<string, unknown>): string {
  const { pk: _, sk: __, seal: ___, ...sealed } = item
  return signature(signingKey, 'audit trail', workspace.id, digestOf(sealed))
}

/** The last entry as the trail knows it; undefined before the first. */
export function findTrailHead(table: Table, workspace: WorkspaceKey): Promise<TrailHead | undefined> {
  return findItem(table, headSchema, headKey(workspace))
}

/** Up to `limit` items of the trail behind an entry, just as they are stored, in order; `isLast` where there are no more. */
export async function trailItems({ db, table }: Table, workspace: WorkspaceKey, after: number, limit: number) {
  const { pk, sk } = entryKey(workspace, after)
  const page = await db.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      // What somebody put before the first entry is seen too.
      KeyConditionExpression: after === 0 ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: after === 0 ? { ':pk': pk } : { ':pk': pk, ':after': sk },
      Limit: limit,
    }),
  )
  const items = (page.Items ?? []) as ({ sk: string } & Record<string, unknown>)[]
  return { items, isLast: page.LastEvaluatedKey === undefined }
}

/**
 * Up to `limit` entries before one, the latest first; all are before `Infinity`. One that somebody altered so that it can't
 * be read is told without what it said.
 */
export async function entriesBefore({ db, table }: Table, workspace: WorkspaceKey, before: number, limit: number) {
  const page = await db.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': workspace.partition('AU'), ':before': entryName(before) },
      ScanIndexForward: false,
      Limit: limit,
    }),
  )
  const items = (page.Items ?? []).filter(({ sk }) => WELL_FORMED.test(String(sk)))
  return { entries: items.map(readEntry), isLast: page.LastEvaluatedKey === undefined }
}

function readEntry(item: Record<string, unknown>): TrailEntry {
  const { success, output } = safeParse(trailEntrySchema, item)
  const unreadable = { at: '', who: { sub: '', name: '' }, act: '', about: {}, before: '', seal: '' }
  return success ? output : { seq: Number(String(item.sk).slice(2)), ...unreadable }
}

/** The place of an item in the trail by its sort key; undefined for what is none of the trail's. */
export function trailPlace(sk: string): number | undefined {
  return WELL_FORMED.test(sk) ? Number(sk.slice(2)) : undefined
}

async function lastEntry(table: Table, workspace: WorkspaceKey): Promise<TrailHead> {
  const { entries } = await entriesBefore(table, workspace, Number.POSITIVE_INFINITY, LOOKED_AT)
  return entries[0] ?? NONE
}

function isRefused({ Code }: Refused): boolean {
  return Code === 'ConditionalCheckFailed'
}

function entryName(seq: number): string {
  return Number.isFinite(seq) ? `E#${String(seq).padStart(12, '0')}` : 'E#~'
}

function entryKey(workspace: WorkspaceKey, seq: number): ItemKey {
  return { pk: workspace.partition('AU'), sk: entryName(seq) }
}

function headKey(workspace: WorkspaceKey): ItemKey {
  return { pk: workspace.partition(), sk: 'TRAIL' }
}
