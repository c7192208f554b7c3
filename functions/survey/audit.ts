import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { isValiError, number, object, optional, string, unknown } from 'valibot'
import { answerDays } from '../store/answer-days.ts'
import type { TimedTable } from '../store/figures.ts'
import { invitationDays } from '../store/invitation.ts'
import { allSurveys } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { findItem, transact } from '../store/table.ts'
import { walled } from '../store/wall.ts'
import { auditPartition, type Partition, WorkspaceKey } from '../store/workspace-key.ts'
import { type Finding, lookAtFigures, lookAtHead, lookAtRow } from './audited-day.ts'
import { followCustomers } from './follow-customers.ts'
import { openWantedAt } from './open-wanted.ts'

/**
 * Days and kept figures that were looked at; those among them that were wrong, and that were put right. `opened` are
 * complaints that low answers wanted and that nobody had opened yet; one that could not be opened now is `wrong`.
 */
export type Audited = { days: number; figures: number; wrong: number; mended: number; opened: number }

/** The key of the item that was looked at last; undefined before the first. */
type Place = { pk: string; sk: string } | undefined

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
const UNREADABLE: Partial<Audited> = { wrong: 1 }
const NONE: Audited = { days: 0, figures: 0, wrong: 0, mended: 0, opened: 0 }

/**
 * Recounts the days of all surveys beside live writers and puts right what is wrong, through one workspace after the other;
 * does what a crash left undone: has answers follow their customers, opens what low answers want.
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
  const wrong = () => {
    found = added(found, UNREADABLE)
  }
  let seen = ''
  let keptAt = now().getTime()
  const keep = async (finishedAt = '') => {
    await transact(table, [{ Put: { Item: { ...KEY, after: after ?? null, startedAt, finishedAt, ...found } } }])
    keptAt = now().getTime()
  }
  for await (const { own, workspace, pk, sk, state } of walked({ ...table, now }, after, wrong)) {
    const once = lookedAtOnce(pk, sk)
    if (once && once === seen) continue
    if (isOver()) {
      await keep()
      return { ...found, finished: false }
    }
    // What no figure has asked for by day follows by night.
    if (isFollowing(pk)) await followCustomers(own, workspace, FOLLOWED)
    if (isFollowUp(pk) && state === 'wanted') found = added(found, await opened(own, workspace, sk))
    found = added(found, await lookAt(own, pk, sk, pause).catch(unreadable))
    seen = once
    after = { pk, sk }
    if (now().getTime() - keptAt >= KEPT_EVERY_MS) await keep()
  }
  await keep(now().toISOString())
  return { ...found, finished: true }
}

/**
 * All that there is to look at behind a place: workspace by workspace, in each by the order of keys.
 *
 * @param unreadable Is told of each survey that can't be read; its days are left out.
 */
async function* walked<T extends Table>(table: T, after: Place, unreadable: () => void) {
  const began = after?.pk.split('#')[1]
  for await (const workspace of WorkspaceKey.listed(table, began)) {
    const own = walled(table, { entrusted: workspace.id }).backend
    for (const pk of (await partitions(own, workspace, unreadable)).sort()) {
      const goesOn = workspace.id === began && after
      if (goesOn && pk < after.pk) continue
      for await (const item of keysIn(own, pk, goesOn && pk === after.pk ? after.sk : undefined))
        yield { own, workspace, pk, ...item }
    }
  }
}

/** Where a workspace keeps what has to follow or to be followed up, and the answers, invitations and figures of its surveys. */
async function partitions(table: Table, workspace: WorkspaceKey, unreadable: () => void): Promise<Partition[]> {
  const surveys = await allSurveys(table, workspace, unreadable)
  const counted = surveys.flatMap((survey) => [
    ...answerDays(workspace, survey, 'all').partitions,
    ...invitationDays(workspace, survey, 'all').partitions,
  ])
  return [
    workspace.partition('N'),
    workspace.partition('F'),
    ...counted.flatMap(({ rows, figures }) => [rows, figures]),
  ]
}

/** The sort keys of a partition behind one of them, page by page. */
async function* keysIn({ db, table }: Table, pk: Partition, after: string | undefined) {
  let start: Place = after === undefined ? undefined : { pk, sk: after }
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        Limit: PAGE,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'sk, #state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':pk': pk },
        ExclusiveStartKey: start,
      }),
    )
    for (const { sk, state } of (page.Items ?? []) as { sk: string; state?: unknown }[]) yield { sk, state }
    start = page.LastEvaluatedKey as Place
  } while (start)
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

/** What somebody altered so that it can't be read keeps nothing else from being looked at: it is told. */
function unreadable(error: unknown): Partial<Audited> {
  if (!isValiError(error)) throw error
  return UNREADABLE
}

/** One that cannot be opened keeps nobody else from being looked at: it is told, and tried again the next night. */
async function opened(table: TimedTable, workspace: WorkspaceKey, sk: string): Promise<Partial<Audited>> {
  try {
    return { opened: (await openWantedAt(table, workspace, sk)) ? 1 : 0 }
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
