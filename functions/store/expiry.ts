import type { InferOutput } from 'valibot'
import { number, object, optional, string } from 'valibot'
import { told, transactTold } from './audit-trail.ts'
import { dueIn } from './due.ts'
import { type Survey, sameRetentionCheck } from './survey.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#M#survey`, `EXPIRY`, due in the second index under `DUE#answers`: when a survey's answers are looked at next for
 * those that expired. It is there whenever a survey keeps its answers for a time only, and until the audit trail has told
 * of all that went.
 */
const expirySchema = object({
  dueAt: string(),
  /** Answers that went and that the trail has not told of yet. */
  removed: optional(number(), 0),
})
export type Expiry = InferOutput<typeof expirySchema>

const DUE = 'DUE#answers'

/** When answers that expire go: at two in the morning, UTC, of the next day. */
export function nextNight(now: Date): string {
  const date = new Date(now)
  date.setUTCDate(date.getUTCDate() + 1)
  return `${date.toISOString().slice(0, 10)}T02:00:00.000Z`
}

/** The surveys whose answers are to be looked at before an instant, of all workspaces. Only the schedule asks. */
export function dueExpiries(table: Table, before: string) {
  return dueIn(table, DUE, before)
}

export function findExpiry(table: Table, workspace: WorkspaceKey, surveyId: string): Promise<Expiry | undefined> {
  return findItem(table, expirySchema, expiryKey(workspace, surveyId))
}

/** The write by which a survey's answers are looked at from an instant on. What the trail has not told yet stays. */
export function expiryWrite(workspace: WorkspaceKey, surveyId: string, dueAt: string): Write {
  return { Update: dueUpdate(workspace, surveyId, dueAt) }
}

/** The write by which answers that go with it are counted, for the trail. */
export function removedWrite(workspace: WorkspaceKey, surveyId: string, count: number): Write {
  return {
    Update: {
      Key: expiryKey(workspace, surveyId),
      UpdateExpression: 'ADD removed :count',
      ExpressionAttributeValues: { ':count': count },
    },
  }
}

/**
 * Ends a survey's night: the trail tells how many answers went, in the transaction that puts the survey off to the next
 * night, or forgets it where it keeps answers for good now. Nothing happens where anything of it changed meanwhile.
 *
 * @param before The day before which they were given.
 */
export async function endNight(
  backend: Table & { signingKey: string; now: () => Date },
  workspace: WorkspaceKey,
  survey: Survey,
  { dueAt, removed }: Expiry,
  before: string | undefined,
): Promise<void> {
  const next = survey.retentionMonths === undefined ? undefined : nextNight(backend.now())
  const same = {
    ConditionExpression: `dueAt = :seen AND ${removed > 0 ? 'removed = :removed' : 'attribute_not_exists(removed)'}`,
    values: { ':seen': dueAt, ...(removed > 0 && { ':removed': removed }) },
  }
  const update = next === undefined ? undefined : dueUpdate(workspace, survey.id, next)
  const end: Write = update
    ? {
        Update: {
          ...update,
          UpdateExpression: `${update.UpdateExpression} REMOVE removed`,
          ConditionExpression: same.ConditionExpression,
          ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ...same.values },
        },
      }
    : {
        Delete: {
          Key: expiryKey(workspace, survey.id),
          ConditionExpression: same.ConditionExpression,
          ExpressionAttributeValues: same.values,
        },
      }
  const writes = [end, sameRetentionCheck(workspace, survey)]
  if (removed === 0) await transact(backend, writes)
  else {
    const about = { surveyId: survey.id, answers: removed, before }
    await transactTold(backend, writes, told({ backend, workspace }, 'answersExpired', about))
  }
}

function dueUpdate(workspace: WorkspaceKey, surveyId: string, dueAt: string) {
  return {
    Key: expiryKey(workspace, surveyId),
    UpdateExpression: 'SET dueAt = :at, gsi2pk = :due, gsi2sk = :entry',
    ExpressionAttributeValues: { ':at': dueAt, ':due': DUE, ':entry': `${dueAt}#${workspace.id}#${surveyId}` },
  }
}

function expiryKey(workspace: WorkspaceKey, surveyId: string): ItemKey {
  return { pk: workspace.partition('M', surveyId), sk: 'EXPIRY' }
}
