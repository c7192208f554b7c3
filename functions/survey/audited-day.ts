import { isDeepStrictEqual } from 'node:util'
import { boolean, object, optional } from 'valibot'
import { answerDays, type Cut } from '../store/answer-days.ts'
import { type DayHead, dayHeadSchema, stampSchema } from '../store/day-head.ts'
import type { DaySource, TimedTable } from '../store/figures.ts'
import { type InvitationCut, invitationDays } from '../store/invitation.ts'
import { figuresSchema, type Groups } from '../store/kept-figures.ts'
import { countedDay, keptAsCounted } from '../store/recounted-day.ts'
import { isForAudit } from '../store/recounts.ts'
import { findSurvey } from '../store/survey.ts'
import type { Table, Write } from '../store/table.ts'
import { findItem, itemsIn, prefixed, transact } from '../store/table.ts'
import { type Partition, WorkspaceKey } from '../store/workspace-key.ts'

/** What is stale is right: it is seen to be, and is counted again when it is read. `left` was wrong and changed meanwhile. */
export type Finding = 'right' | 'mended' | 'left'

const rowSchema = object({ ...stampSchema.entries, deleted: optional(boolean(), false) })

/** What a head says of its day's rows. */
type Rows = Pick<DayHead, 'n' | 'stamp'>

/** A transaction that was seen in part is seen whole by then. */
const SETTLED_MS = 10_000

/** Writers come between a look at the head and the next: then the day is looked at again, and left if they go on. */
const TRIES = 3

/**
 * Whether kept figures are what a recount gives at the version that they are stamped with. Those of days that nobody can
 * wait for are counted again.
 */
export async function lookAtFigures(table: TimedTable, key: string, sk: string): Promise<Finding> {
  const [, , , surveyId = '', place] = key.split('#')
  const [cut = '', day = ''] = sk.split('#')
  const workspace = WorkspaceKey.ofScanned(key)
  const survey = await findSurvey(table, workspace, surveyId)
  if (!survey) return 'right'
  const source: DaySource =
    place === 'invited'
      ? invitationDays(workspace, survey, cut as InvitationCut)
      : answerDays(workspace, survey, cut as Cut)
  const partition = source.partitions.find(({ figures }) => figures === key)
  if (!partition) return 'right'
  const { rows, figures: pk } = partition
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const kept = await findItem(table, figuresSchema, { pk, sk })
    const head = await headOf(table, rows, day)
    const { version, stamp } = head
    if (!kept) return 'right'
    if (kept.version < version) {
      if (isForAudit(head)) {
        const counted = await countedDay(table, [source], rows, day)
        await keptAsCounted(table, source, { figures: pk, day, head }, counted)
      }
      return 'right'
    }
    const counted = await countedDay(table, [source], rows, day)
    const groups = counted.byCut.get(cut)!
    if (counted.stamp !== stamp) continue
    if (kept.version === version && isSame(groups, kept.groups)) return 'right'
    return mended(table, {
      Put: {
        Item: { pk, sk, version, at: table.now().toISOString(), groups },
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: { ':before': kept.version },
      },
    })
  }
  return 'right'
}

/** Whether a day's head says how many rows there are, and which. @param pause Lets transactions end. */
export async function lookAtHead(
  table: Table,
  key: string,
  sk: string,
  pause: (ms: number) => Promise<void>,
): Promise<Finding> {
  const pk = WorkspaceKey.ofScanned(key).partition(...key.split('#').slice(2))
  const day = sk.slice('H#'.length)
  let wrong: number | undefined
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const head = await headOf(table, pk, day)
    const rows = await rowsOf(table, pk, day)
    if (head.n === rows.n && head.stamp === rows.stamp) return 'right'
    if (wrong === head.version) return mended(table, headWrite(pk, day, rows, head.version))
    wrong = head.version
    await pause(SETTLED_MS)
  }
  return 'right'
}

/** Whether a row's day has a head; without one no figure would ever count it. */
export async function lookAtRow(table: Table, key: string, sk: string): Promise<Finding> {
  const pk = WorkspaceKey.ofScanned(key).partition(...key.split('#').slice(2))
  const [, day = ''] = sk.split('#')
  if ((await headOf(table, pk, day)).version > 0) return 'right'
  const rows = await rowsOf(table, pk, day)
  return (await findItem(table, rowSchema, { pk, sk })) ? mended(table, headWrite(pk, day, rows, 0)) : 'right'
}

/** The write that puts a head right, as a change of its day: refused where another came first. */
function headWrite(pk: Partition, day: string, { n, stamp }: Rows, version: number): Write {
  return {
    Update: {
      Key: { pk, sk: `H#${day}` },
      UpdateExpression: 'SET n = :n, stamp = :stamp ADD version :one',
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :before',
      ExpressionAttributeValues: { ':n': n, ':stamp': stamp, ':one': 1, ...(version > 0 && { ':before': version }) },
    },
  }
}

async function mended(table: Table, write: Write): Promise<Finding> {
  return (await transact(table, [write])) ? 'left' : 'mended'
}

/** All 0 where the day has none. */
async function headOf(table: Table, pk: Partition, day: string): Promise<DayHead> {
  const sk = `H#${day}`
  return (await findItem(table, dayHeadSchema, { pk, sk })) ?? { sk, n: 0, version: 0, stamp: 0 }
}

async function rowsOf(table: Table, pk: Partition, day: string): Promise<Rows> {
  const rows = { n: 0, stamp: 0 }
  for await (const { deleted, stamp } of itemsIn(table, rowSchema, prefixed(pk, `R#${day}#`))) {
    if (!deleted) rows.n++
    rows.stamp += stamp
  }
  return rows
}

function isSame(counted: Groups, kept: Groups): boolean {
  const sorted = (groups: Groups) => [...groups].sort((a, b) => (a.value < b.value ? -1 : 1))
  return isDeepStrictEqual(sorted(counted), sorted(kept))
}
