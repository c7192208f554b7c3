import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'valibot'
import { holdsWords } from '../../core/survey/holds-words.ts'
import { type Answer, answerSchema, answersPartition } from './answer.ts'
import { textQuestions } from './answer-days.ts'
import type { AnswerCursor } from './answer-list.ts'
import { replyFilling } from './reply-size.ts'
import type { Survey } from './survey.ts'
import type { Table } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** What somebody wrote to one question. */
export type Comment = { question: string; text: string; answer: Answer }

type Asked = { from: string; to: string; search: string; limit: number; cursor: AnswerCursor | undefined }

const PAGE = 200
/** Answers that one call looks through at the most, whether they hold what is searched or not. */
const READ_AT_MOST = 2000

/**
 * What was written in answers of a span of days, in each bucket the latest day first.
 *
 * @param asked `search`: every word has to be in the text. `limit`: about so many, fewer where no more fit into a reply; an
 *   answer's texts stay together.
 * @returns `next` where there may be more, `read` how many answers were looked through.
 */
export async function listComments(
  { db, table }: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  { from, to, search, limit, cursor }: Asked,
): Promise<{ comments: Comment[]; next: AnswerCursor | undefined; read: number }> {
  const texts = textQuestions(survey)
  const comments: Comment[] = []
  let { bucket, after } = cursor ?? { bucket: 0, after: '' }
  let read = 0
  const fills = replyFilling()
  while (bucket < survey.buckets && comments.length < limit && read < READ_AT_MOST) {
    const pk = answersPartition(workspace, survey, bucket)
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': `R#${from}`, ':to': `R#${to}#\uffff` },
        ScanIndexForward: false,
        ExclusiveStartKey: after ? { pk, sk: after } : undefined,
        Limit: PAGE,
      }),
    )
    for (const item of page.Items ?? []) {
      read++
      after = item.sk as string
      const found = commentsOf(parse(answerSchema, item), texts, search)
      comments.push(...found)
      const isFull = fills(found.map(({ text }) => text))
      if (isFull || comments.length >= limit) return { comments, next: { bucket, after }, read }
    }
    if (!page.LastEvaluatedKey) {
      bucket++
      after = ''
    }
  }
  return { comments, next: bucket < survey.buckets ? { bucket, after } : undefined, read }
}

function commentsOf(answer: Answer, texts: ReadonlySet<string>, search: string): Comment[] {
  return Object.entries(answer.answers).flatMap(([question, text]) =>
    texts.has(question) && typeof text === 'string' && holdsWords(text, search) ? [{ question, text, answer }] : [],
  )
}
