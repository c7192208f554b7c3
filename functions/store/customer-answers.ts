import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'valibot'
import type { Answer } from './answer.ts'
import { answerSchema } from './answer.ts'
import { customerHistory } from './customer-history.ts'
import type { Table } from './table.ts'
import { queried } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

const PAGE = 10

export type CustomerAnswer = Answer & { surveyId: string }

/** A customer's answers to all surveys, the latest first. One given within the last second may not be there yet. */
export async function* customerAnswers(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
): AsyncGenerator<CustomerAnswer> {
  let sameDay: CustomerAnswer[] = []
  for await (const answer of answersByDay(table, workspace, customerId)) {
    if (sameDay[0] && sameDay[0].day !== answer.day) {
      yield* sameDay.sort(laterFirst)
      sameDay = []
    }
    sameDay.push(answer)
  }
  yield* sameDay.sort(laterFirst)
}

/**
 * Up to `limit` of a customer's answers to all surveys behind a place ('' before the first), the latest day first.
 *
 * @returns `next`: the place of the last of them, where there may be more.
 */
export async function answersBefore(
  { db, table }: Table,
  workspace: WorkspaceKey,
  customerId: string,
  before: string,
  limit: number,
): Promise<{ answers: CustomerAnswer[]; next: string | undefined }> {
  const page = await db.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk < :before',
      ExpressionAttributeValues: { ':pk': customerHistory(workspace, customerId), ':before': before || '\uffff' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  )
  const next = page.LastEvaluatedKey?.gsi1sk
  return { answers: (page.Items ?? []).map(indexedAnswer), next: next === undefined ? undefined : String(next) }
}

/** How many answers of a customer there are. */
export async function countAnswersOf(table: Table, workspace: WorkspaceKey, customerId: string): Promise<number> {
  let count = 0
  for await (const _ of answersByDay(table, workspace, customerId)) count++
  return count
}

/** Orders answers by day and, in a day, by when they were given; those of which only the day is known are the earliest. */
export function laterFirst(a: Pick<Answer, 'day' | 'answeredAt'>, b: Pick<Answer, 'day' | 'answeredAt'>): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1
  return timeOf(b) - timeOf(a)
}

function timeOf({ answeredAt }: Pick<Answer, 'answeredAt'>): number {
  return answeredAt.includes('T') ? Date.parse(answeredAt) : Number.MIN_SAFE_INTEGER
}

/** The latest day first, in any order within a day. */
async function* answersByDay(
  table: Table,
  workspace: WorkspaceKey,
  customerId: string,
): AsyncGenerator<CustomerAnswer> {
  const found = queried(table, {
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': customerHistory(workspace, customerId) },
    ScanIndexForward: false,
    Limit: PAGE,
  })
  for await (const item of found) yield indexedAnswer(item)
}

function indexedAnswer(item: Record<string, unknown>): CustomerAnswer {
  const [, surveyId = ''] = String(item.gsi1sk).split('#')
  return { ...parse(answerSchema, item), surveyId }
}
