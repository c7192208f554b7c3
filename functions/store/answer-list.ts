import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { InferOutput } from 'valibot'
import { integer, minValue, number, object, parse, pipe, string } from 'valibot'
import type { Answer } from './answer.ts'
import { answerSchema, answersPartition } from './answer.ts'
import { customerAnswers } from './customer-answers.ts'
import { replyFilling } from './reply-size.ts'
import type { Survey } from './survey.ts'
import type { Table } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** Where a listing goes on: behind this sort key of this bucket. */
export const answerCursorSchema = object({ bucket: pipe(number(), integer(), minValue(0)), after: string() })
export type AnswerCursor = InferOutput<typeof answerCursorSchema>

/**
 * A page of answers from one day to another, both included: by bucket, in each by day. No more than fit into a reply.
 *
 * @returns `next` where there may be more.
 */
export async function listAnswers(
  { db, table }: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { from, to, limit, cursor }: { from: string; to: string; limit: number; cursor: AnswerCursor | undefined },
): Promise<{ answers: Answer[]; next: AnswerCursor | undefined }> {
  const answers: Answer[] = []
  const fills = replyFilling()
  let { bucket, after } = cursor ?? { bucket: 0, after: '' }
  while (bucket < survey.buckets) {
    const pk = answersPartition(workspace, survey, bucket)
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': `R#${from}`, ':to': `R#${to}#\uffff` },
        ExclusiveStartKey: after ? { pk, sk: after } : undefined,
        Limit: limit - answers.length,
      }),
    )
    for (const item of page.Items ?? []) {
      const answer = parse(answerSchema, item)
      if (answer.deleted) continue
      answers.push(answer)
      if (fills(answer)) return { answers, next: { bucket, after: item.sk as string } }
    }
    if (page.LastEvaluatedKey) after = page.LastEvaluatedKey.sk as string
    else {
      bucket++
      after = ''
    }
    if (answers.length >= limit) break
  }
  return { answers, next: bucket < survey.buckets ? { bucket, after } : undefined }
}

/**
 * One customer's answers to a survey from one day to another, the latest first, at most `limit` and no more than fit into
 * a reply.
 *
 * @returns `hasMore` where there are others.
 */
export async function answersOfCustomer(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { from, to, limit, customerId }: { from: string; to: string; limit: number; customerId: string },
): Promise<{ answers: Answer[]; hasMore: boolean }> {
  const answers: Answer[] = []
  const fills = replyFilling()
  let isFull = false
  for await (const { surveyId, ...answer } of customerAnswers(table, workspace, customerId)) {
    if (answer.day < from) break
    if (surveyId !== survey.id || answer.day > to || answer.deleted) continue
    if (isFull || answers.length >= limit) return { answers, hasMore: true }
    answers.push(answer)
    isFull = fills(answer)
  }
  return { answers, hasMore: false }
}
