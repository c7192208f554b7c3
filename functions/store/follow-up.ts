import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { number, object, optional, parse, picklist, string } from 'valibot'
import { dueFollowUp } from '../../core/survey/due-follow-up.ts'
import type { Answer } from './answer.ts'
import type { Survey } from './survey.ts'
import type { ItemKey, Table, Write } from './table.ts'
import { findItem, transact } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#F`, `day#survey#answer`: a low answer that somebody has to follow up. It is put with the answer itself, so that
 * no crash forgets it; `wanted` is a complaint that has still to be opened.
 */
const followUpSchema = object({
  sk: string(),
  surveyId: string(),
  answerId: string(),
  day: string(),
  customerId: optional(string()),
  question: string(),
  score: number(),
  state: picklist(['wanted', 'open', 'done']),
  /** The complaint that it opened. */
  complaintId: optional(string()),
  number: optional(string()),
})
export type FollowUp = InferOutput<typeof followUpSchema>

/**
 * The writes by which an answer is followed up, where one of its survey's rules says so; at most once an answer.
 *
 * Imported answers are of the past, those of staff of nobody: neither is followed up. A complaint needs a customer: an answer of nobody known opens a task instead.
 */
export function followUpWrites(workspace: WorkspaceKey, survey: Survey, answer: Answer): Write[] {
  const isImported = answer.operation !== undefined
  const rule = survey.kind === 'staff' || isImported ? undefined : dueFollowUp(survey.followUp ?? [], answer.answers)
  if (!rule) return []
  const { id, day, customerId } = answer
  const fields = {
    surveyId: survey.id,
    answerId: id,
    day,
    ...(customerId !== undefined && { customerId }),
    question: rule.question,
    score: answer.answers[rule.question],
    state: rule.opens === 'complaint' && customerId !== undefined ? 'wanted' : 'open',
  }
  const names = Object.keys(fields)
  return [
    {
      Update: {
        Key: followUpKey(workspace, survey.id, day, id),
        UpdateExpression: `SET ${names.map((name) => `#${name} = if_not_exists(#${name}, :${name})`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [`:${name}`, value]),
        ),
      },
    },
  ]
}

/** The write by which nothing is left to follow up of an answer. */
export function noFollowUpWrite(
  workspace: WorkspaceKey,
  surveyId: string,
  { day, id }: Pick<Answer, 'day' | 'id'>,
): Write {
  return { Delete: { Key: followUpKey(workspace, surveyId, day, id) } }
}

/** What follows an answer up, if anything does. */
export function findFollowUp(
  table: Table,
  workspace: WorkspaceKey,
  surveyId: string,
  { day, id }: Pick<Answer, 'day' | 'id'>,
) {
  return followUpAt(table, workspace, followUpKey(workspace, surveyId, day, id).sk)
}

/** The one at a sort key, if there is one. */
export function followUpAt(table: Table, workspace: WorkspaceKey, sk: string): Promise<FollowUp | undefined> {
  return findItem(table, followUpSchema, { pk: workspace.partition('F'), sk })
}

/** A page of what has to be followed up, the latest first. @param after The `sk` of the last one seen. */
export async function followUps({ db, table }: Table, workspace: WorkspaceKey, limit: number, after?: string) {
  const pk = workspace.partition('F')
  const page = await db.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: after ? { pk, sk: after } : undefined,
    }),
  )
  const next = page.LastEvaluatedKey?.sk as string | undefined
  return { followUps: (page.Items ?? []).map((item) => parse(followUpSchema, item)), next }
}

type Change = Pick<FollowUp, 'state' | 'complaintId' | 'number'>

/** Keeps what became of one; nothing where it is gone meanwhile. */
export async function changeFollowUp(
  table: Table,
  workspace: WorkspaceKey,
  sk: string,
  change: Change,
): Promise<boolean> {
  return !(await transact(table, [followUpChange(workspace, sk, change)]))
}

/** The write that keeps what became of one, refused where it is gone. */
export function followUpChange(workspace: WorkspaceKey, sk: string, { state, complaintId, number }: Change): Write {
  const opened = complaintId && number ? { ':id': complaintId, ':number': number } : undefined
  return {
    Update: {
      Key: { pk: workspace.partition('F'), sk },
      UpdateExpression: `SET #state = :state${opened ? ', complaintId = :id, #number = :number' : ''}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state', ...(opened && { '#number': 'number' }) },
      ExpressionAttributeValues: { ':state': state, ...opened },
    },
  }
}

function followUpKey(workspace: WorkspaceKey, surveyId: string, day: string, id: string): ItemKey {
  return { pk: workspace.partition('F'), sk: `${day}#${surveyId}#${id}` }
}
