import { zonedDay } from '../../core/complaint/zoned-time.ts'
import { answerInBrief } from '../../core/customer-page/answer-in-brief.ts'
import { type CustomerFacts, customerFacts } from '../../core/customer-page/customer-facts.ts'
import { customerAnswers } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import type { Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { surveysById } from './surveys-by-id.ts'

const AT_ONCE = 25

/** What surveys and the desk know of each customer as of now, in the order of the ids. */
export async function factsOfCustomers(
  table: Table,
  workspace: WorkspaceKey,
  ids: readonly string[],
  now: Date,
): Promise<(CustomerFacts & { id: string })[]> {
  const { timeZone } = await getWorkspace(table, workspace)
  const surveyOf = surveysById(table, workspace)
  const today = zonedDay(now.getTime(), timeZone)
  const facts: (CustomerFacts & { id: string })[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    facts.push(
      ...(await Promise.all(
        some.map(async (id) => {
          const [answers, complaints] = await Promise.all([
            answersNeeded(table, workspace, id, surveyOf),
            customerComplaints(table, workspace, id),
          ])
          const dated = complaints.map((complaint) => ({
            ...complaint,
            day: zonedDay(Date.parse(complaint.receivedAt), timeZone),
          }))
          return { id, ...customerFacts(answers, dated, today) }
        }),
      )),
    )
  }
  return facts
}

/** The latest answers, back to the one by which an NPS and a satisfaction score are known. */
async function answersNeeded(
  table: Table,
  workspace: WorkspaceKey,
  id: string,
  surveyOf: (id: string) => Promise<Survey | undefined>,
) {
  const needed = []
  let [hasNps, hasSatisfaction] = [false, false]
  for await (const { surveyId, day, answers } of customerAnswers(table, workspace, id)) {
    const brief = answerInBrief((await surveyOf(surveyId))?.questions ?? [], answers)
    needed.push({ ...brief, day })
    hasNps ||= brief.nps !== undefined
    hasSatisfaction ||= brief.satisfaction.length > 0
    if (hasNps && hasSatisfaction) break
  }
  return needed
}
