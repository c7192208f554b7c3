import { isApart } from '../../core/survey/channels.ts'
import { answerSchema, answersPartition } from '../store/answer.ts'
import type { AnswerCursor } from '../store/answer-list.ts'
import type { Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { itemsIn } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** As many answers as a request has time for. */
const MOST_ROWS = 50_000
const LAST_DAY = '9999-12-31'

/**
 * What stored answers say, read one by one: no kept figure is looked at.
 *
 * `scores` is how often each was given to the question; `invited` how many answers came through links made in the span.
 */
export type RecountedAnswers = { scores: Record<string, number>; invited: number; next: AnswerCursor | undefined }

/**
 * Reads the answers from one day to another, both included, up to 50,000 of them; `next` is where the rest begins.
 *
 * @param question The id of one that is answered by a number.
 * @param links Whether answers of later days are read, too, for those through links of the span.
 */
export async function recountAnswers(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  asked: { question: string | undefined; from: string; to: string; links: boolean; cursor: AnswerCursor | undefined },
): Promise<RecountedAnswers> {
  const { question, from, to, links } = asked
  const counted: RecountedAnswers = { scores: {}, invited: 0, next: undefined }
  let { bucket, after } = asked.cursor ?? { bucket: 0, after: '' }
  let rows = 0
  for (; bucket < survey.buckets; bucket++) {
    const begin = after ? `${after}\u0000` : `R#${from}`
    const span = {
      pk: answersPartition(workspace, survey, bucket),
      from: begin,
      to: `R#${links ? LAST_DAY : to}#\uffff`,
    }
    for await (const { day, id, answers, channel, deleted, invited } of itemsIn(table, answerSchema, span)) {
      after = `R#${day}#${id}`
      if (!deleted && !isApart(channel)) {
        if (invited && invited.day >= from && invited.day <= to) counted.invited++
        const score = question === undefined || day > to ? undefined : answers[question]
        if (score !== undefined) counted.scores[String(score)] = (counted.scores[String(score)] ?? 0) + 1
      }
      if (++rows === MOST_ROWS) return { ...counted, next: { bucket, after } }
    }
    after = ''
  }
  return counted
}
