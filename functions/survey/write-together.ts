import { type Answer, bucketOf, dayWrite } from '../store/answer.ts'
import { noFollowUpWrite } from '../store/follow-up.ts'
import type { Survey } from '../store/survey.ts'
import type { Table, Write } from '../store/table.ts'
import { transact } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

export type SurveyedAnswer = { survey: Survey; answer: Answer }

/**
 * Writes answers with the heads of their days, up to four writes an answer in one transaction. One that changed or went
 * meanwhile is left out.
 *
 * @param added -1 where they are taken out: nothing follows them up any more.
 * @param further Other writes to happen with those that are written.
 * @returns How many were written; undefined where one of the other writes was refused, and so all.
 */
export async function writeTogether(
  table: Table,
  workspace: WorkspaceKey,
  page: SurveyedAnswer[],
  added: 0 | -1,
  writeOf: (survey: Survey, answer: Answer) => Write,
  further: (left: SurveyedAnswer[]) => Write[] = () => [],
): Promise<number | undefined> {
  let left = page
  while (left.length > 0) {
    const refused = await transact(table, [
      ...left.map(({ survey, answer }) => writeOf(survey, answer)),
      ...(added < 0 ? left.map(({ survey, answer }) => noFollowUpWrite(workspace, survey.id, answer)) : []),
      ...byHead(left).map((of) => {
        const answers = of.map(({ answer }) => answer)
        return dayWrite(workspace, of[0]!.survey, answers, added * of.length)
      }),
      ...further(left),
    ])
    if (!refused) break
    const others = left.filter((_, i) => refused[i]?.Code !== 'ConditionalCheckFailed')
    if (others.length === left.length) return undefined
    left = others
  }
  return left.length
}

/** Answers with those of the same day head. */
function byHead(answers: SurveyedAnswer[]): SurveyedAnswer[][] {
  const heads = new Map<string, SurveyedAnswer[]>()
  for (const each of answers) {
    const { survey, answer } = each
    const head = `${survey.id}#${bucketOf(survey, answer.id)}#${answer.day}`
    heads.set(head, [...(heads.get(head) ?? []), each])
  }
  return [...heads.values()]
}
