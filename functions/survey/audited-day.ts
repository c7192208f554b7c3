import { isDeepStrictEqual } from 'node:util'
import { boolean, number, object, optional } from 'valibot'
import { answerDays, type Cut } from '../store/answer-days.ts'
import { countedDay, type DaySource, figuresSchema, type Groups } from '../store/figures.ts'
import { type InvitationCut, invitationDays } from '../store/invitation.ts'
import { findSurvey } from '../store/survey.ts'
import type { Table, Write } from '../store/table.ts'
import { findItem, itemsIn, prefixed, transact } from '../store/table.ts'
import { type Partition, WorkspaceKey } from '../store/workspace-key.ts'

/** What is stale is right: it is seen to be, and is counted again when it is read. `left` was wrong and changed meanwhile. */
export type Finding = 'right' | 'mended' | 'left'

const headSchema = object({ n: number(), version: number() })
const rowSchema = object({ deleted: optional(boolean(), false) })

/** Writers come between a look at the head and the next: then the day is looked at again, and left if they go on. */
const TRIES = 3

/** Whether kept figures are what a recount gives at the version that they are stamped with. */
export async function lookAtFigures(table: Table, key: string, sk: string): Promise<Finding> {
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
    const version = await headVersion(table, rows, day)
    const kept = await findItem(table, figuresSchema, { pk, sk })
    if (!kept || kept.version < version) return 'right'
    const groups = await countedDay(table, source, rows, day)
    if ((await headVersion(table, rows, day)) !== version) continue
    if (kept.version === version && isSame(groups, kept.groups)) return 'right'
    return mended(table, {
      Put: {
        Item: { pk, sk, version, groups },
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: { ':before': kept.version },
      },
    })
  }
  return 'right'
}

/** Whether a day's head says how many rows there are. */
export async function lookAtHead(table: Table, key: string, sk: string): Promise<Finding> {
  const pk = WorkspaceKey.ofScanned(key).partition(...key.split('#').slice(2))
  const day = sk.slice('H#'.length)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const head = await findItem(table, headSchema, { pk, sk })
    const n = await rowsOf(table, pk, day)
    if ((await headVersion(table, pk, day)) !== head?.version) continue
    if (head.n === n) return 'right'
    return mended(table, headWrite(pk, day, n, head.version))
  }
  return 'right'
}

/** Whether a row's day has a head; without one no figure would ever count it. */
export async function lookAtRow(table: Table, key: string, sk: string): Promise<Finding> {
  const pk = WorkspaceKey.ofScanned(key).partition(...key.split('#').slice(2))
  const [, day = ''] = sk.split('#')
  if ((await headVersion(table, pk, day)) > 0) return 'right'
  const n = await rowsOf(table, pk, day)
  return (await findItem(table, rowSchema, { pk, sk })) ? mended(table, headWrite(pk, day, n, 0)) : 'right'
}

/** The write that puts a head right, as a change of its day: refused where another came first. */
function headWrite(pk: Partition, day: string, n: number, version: number): Write {
  return {
    Update: {
      Key: { pk, sk: `H#${day}` },
      UpdateExpression: 'SET n = :n ADD version :one',
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :before',
      ExpressionAttributeValues: { ':n': n, ':one': 1, ...(version > 0 && { ':before': version }) },
    },
  }
}

async function mended(table: Table, write: Write): Promise<Finding> {
  return (await transact(table, [write])) ? 'left' : 'mended'
}

/** 0 where the day has no head. */
async function headVersion(table: Table, pk: Partition, day: string): Promise<number> {
  return (await findItem(table, headSchema, { pk, sk: `H#${day}` }))?.version ?? 0
}

async function rowsOf(table: Table, pk: Partition, day: string): Promise<number> {
  let rows = 0
  for await (const { deleted } of itemsIn(table, rowSchema, prefixed(pk, `R#${day}#`))) if (!deleted) rows++
  return rows
}

function isSame(counted: Groups, kept: Groups): boolean {
  const sorted = (groups: Groups) => [...groups].sort((a, b) => (a.value < b.value ? -1 : 1))
  return isDeepStrictEqual(sorted(counted), sorted(kept))
}
