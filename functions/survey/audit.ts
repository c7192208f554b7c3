import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { number, object, optional, string, unknown } from 'valibot'
import type { TimedTable } from '../store/figures.ts'
import type { Table } from '../store/table.ts'
import { findItem, transact } from '../store/table.ts'
import { walled } from '../store/wall.ts'
import { auditPartition, WorkspaceKey } from '../store/workspace-key.ts'
import { type Finding, lookAtFigures, lookAtHead, lookAtRow } from './audited-day.ts'
import { followCustomers } from './follow-customers.ts'
import { openWantedAt } from './open-wanted.ts'

/**
 * Days and kept figures that were looked at; those among them that were wrong, and that were put right. `opened` are
 * complaints that low answers wanted and that nobody had opened yet; one that could not be opened now is `wrong`.
 */
export type Audited = { days: number; figures: number; wrong: number; mended: number; opened: number }

/** The key of the item that was looked at last; undefined before the first. */
type Place = Record<string, unknown> | undefined

type AuditOptions = {
  now: () => Date
  isOver: () => boolean
  /** Waits for transactions that are seen in part. */
  pause: (ms: number) => Promise<void>
  since?: Date
}

/** `AUDIT`, `CURSOR`: behind which item the pass goes on, and what it has found so far. */
const cursorSchema = object({
  after: unknown(),
  startedAt: string(),
  finishedAt: string(),
  days: number(),
  figures: number(),
  wrong: number(),
  mended: number(),
  opened: optional(number(), 0),
})

const PAGE = 200
const FOLLOWED = 2000

/** Where an item takes longer than the run has left, the next run has at most this to do again before it. */
const KEPT_EVERY_MS = 30_000
const KEY = { pk: auditPartition, sk: 'CURSOR' }
const NONE: Audited = { days: 0, figures: 0, wrong: 0, mended: 0, opened: 0 }

/**
 * Recounts the days of all surveys beside live writers and puts right what is wrong, page by page through the table; does
 * what a crash left undone: has answers follow their customers, opens what low answers want.
 *
 * Goes on where an earlier run stopped or was killed. What was looked at twice for that counts twice.
 *
 * @param isOver Whether time is up; asked before each item.
 * @param since A pass that was finished after it is enough; undefined begins another one.
 * @returns What the pass has found up to now, and whether it is through.
 */
export async function audit(
  table: Table,
  { now, isOver, pause, since }: AuditOptions,
): Promise<Audited & { finished: boolean }> {
  const kept = await findItem(table, cursorSchema, KEY)
  if (kept && since && kept.finishedAt > since.toISOString()) return { ...foundIn(kept), finished: true }
  const goesOn = kept !== undefined && kept.finishedAt === ''
  let found = goesOn ? foundIn(kept) : NONE
  let after = goesOn ? ((kept.after ?? undefined) as Place) : undefined
  const startedAt = goesOn ? kept.startedAt : now().toISOString()
  let seen = ''
  let keptAt = now().getTime()
  const keep = async (finishedAt = '') => {
    await transact(table, [{ Put: { Item: { ...KEY, after: after ?? null, startedAt, finishedAt, ...found } } }])
    keptAt = now().getTime()
  }
  do {
    const { items, next } = await scanned(table, after)
    for (const { pk, sk, state } of items) {
      const once = lookedAtOnce(pk, sk)
      if (once && once === seen) continue
      if (isOver()) {
        await keep()
        return { ...found, finished: false }
      }
      // What no figure has asked for by day follows by night.
      const own = pk.startsWith('W#') && walledTable({ ...table, now }, WorkspaceKey.ofScanned(pk))
      if (own && isFollowing(pk)) await followCustomers(own, WorkspaceKey.ofScanned(pk), FOLLOWED)
      if (own && isFollowUp(pk) && state === 'wanted') found = added(found, await opened(own, pk, sk))
      if (own) found = added(found, await lookAt(own, pk, sk, pause))
      seen = once
      after = { pk, sk }
      if (now().getTime() - keptAt >= KEPT_EVERY_MS) await keep()
    }
    after = next
    await keep(after ? '' : now().toISOString())
  } while (after)
  return { ...found, finished: true }
}

/** The table as far as an item's own workspace goes. */
function walledTable<T extends Table>(table: T, { id }: WorkspaceKey): T {
  return walled(table, { entrusted: id }).backend
}

/** The next page of the whole table behind a place; `next` is undefined at its end. */
async function scanned({ db, table }: Table, after: Place) {
  const page = await db.send(
    new ScanCommand({
      TableName: table,
      Limit: PAGE,
      ProjectionExpression: 'pk, sk, #state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExclusiveStartKey: after,
    }),
  )
  const items = (page.Items ?? []) as { pk: string; sk: string; state?: unknown }[]
  return { items, next: page.LastEvaluatedKey as Place }
}

/** What items in a row are looked at once for: the rows of a day, a workspace's customers that are followed. '' for others. */
function lookedAtOnce(pk: string, sk: string): string {
  if (isFollowing(pk)) return pk
  const row = /^R#\d{4}-\d\d-\d\d/.exec(sk)?.[0]
  return row ? `${pk} ${row}` : ''
}

/** What is to be looked at in an item: the head of a day, its figures, or whether a row's day has a head. */
async function lookAt(
  table: TimedTable,
  pk: string,
  sk: string,
  pause: AuditOptions['pause'],
): Promise<Partial<Audited>> {
  if (/^W#[\w-]+#G#/.test(pk)) return { figures: 1, ...counts(await lookAtFigures(table, pk, sk)) }
  if (!/^W#[\w-]+#(S|I)#/.test(pk)) return {}
  if (sk.startsWith('H#')) return { days: 1, ...counts(await lookAtHead(table, pk, sk, pause)) }
  return sk.startsWith('R#') ? counts(await lookAtRow(table, pk, sk)) : {}
}

/** Whether it is where a workspace keeps the customers whose answers have still to follow. */
function isFollowing(pk: string): boolean {
  return /^W#[\w-]+#N$/.test(pk)
}

/** Whether it is where a workspace keeps the low answers that have to be followed up. */
function isFollowUp(pk: string): boolean {
  return /^W#[\w-]+#F$/.test(pk)
}

/** One that cannot be opened keeps nobody else from being looked at: it is told, and tried again the next night. */
async function opened(table: Table & { now: () => Date }, pk: string, sk: string): Promise<Partial<Audited>> {
  try {
    return { opened: (await openWantedAt(table, WorkspaceKey.ofScanned(pk), sk)) ? 1 : 0 }
  } catch {
    return { wrong: 1 }
  }
}

function counts(finding: Finding): Partial<Audited> {
  if (finding === 'right') return {}
  return { wrong: 1, mended: finding === 'mended' ? 1 : 0 }
}

function added(found: Audited, more: Partial<Audited>): Audited {
  const sum = { ...found }
  for (const name of ['days', 'figures', 'wrong', 'mended', 'opened'] as const) sum[name] += more[name] ?? 0
  return sum
}

function foundIn({ days, figures, wrong, mended, opened }: Audited): Audited {
  return { days, figures, wrong, mended, opened }
}
