import { zonedDay } from '../../core/calendar/zoned-time.ts'
import { answerInBrief } from '../../core/customer-page/answer-in-brief.ts'
import { type CustomerFacts, customerFacts } from '../../core/customer-page/customer-facts.ts'
import { isApart } from '../../core/survey/channels.ts'
import { customerAnswers, laterFirst } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import { knownQuestions, type Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { getWorkspace } from '../store/workspace.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { surveysById } from './surveys-by-id.ts'

const AT_ONCE = 25

export type FactsOfCustomer = CustomerFacts & { id: string; points: number }

/**
 * What surveys and the desk know of each customer as of now, in the order of the ids.
 *
 * @param options `points`: count the points for answering, once a survey; 0 without. `merged`: ids by the id that they
 * were merged into, whose answers and complaints count as that customer's.
 */
export async function factsOfCustomers(
  table: Table,
  workspace: WorkspaceKey,
  ids: readonly string[],
  now: Date,
  { points: withPoints = false, merged = {} }: { points?: boolean; merged?: Record<string, string[]> } = {},
): Promise<FactsOfCustomer[]> {
  const { timeZone } = await getWorkspace(table, workspace)
  const surveyOf = surveysById(table, workspace)
  const today = zonedDay(now.getTime(), timeZone)
  const others = new Map(Object.entries(merged))
  const facts: FactsOfCustomer[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    facts.push(
      ...(await Promise.all(
        some.map(async (id) => {
          const group = [id, ...(others.get(id) ?? [])]
          const [told, complaints] = await Promise.all([
            Promise.all(group.map((one) => answersNeeded(table, workspace, one, surveyOf, withPoints))),
            Promise.all(group.map((one) => customerComplaints(table, workspace, one))),
          ])
          const { answers, points } = together(told)
          const dated = complaints.flat().map((complaint) => ({
            ...complaint,
            day: zonedDay(Date.parse(complaint.receivedAt), timeZone),
          }))
          return { id, points, ...customerFacts(answers, dated, today) }
        }),
      )),
    )
  }
  return facts
}

/**
 * The latest answers, back to the one by which an NPS and a satisfaction score are known, or all where points are to be
 * counted. Interviews and reviews are no answers to a survey.
 */
async function answersNeeded(
  table: Table,
  workspace: WorkspaceKey,
  id: string,
  surveyOf: (id: string) => Promise<Survey | undefined>,
  withPoints: boolean,
) {
  const answers = []
  const points = new Map<string, number>()
  let [hasNps, hasSatisfaction] = [false, false]
  for await (const { surveyId, day, answeredAt, channel, answers: given } of customerAnswers(table, workspace, id)) {
    if (isApart(channel)) continue
    const survey = await surveyOf(surveyId)
    points.set(surveyId, survey?.rewardPoints ?? 0)
    const brief = answerInBrief(survey ? knownQuestions(survey) : [], given)
    answers.push({ ...brief, day, answeredAt })
    hasNps ||= brief.nps !== undefined
    hasSatisfaction ||= brief.satisfaction.length > 0
    if (hasNps && hasSatisfaction && !withPoints) break
  }
  return { answers, points }
}

/** What was answered under several ids as one customer's: the latest first, points once a survey. */
function together(told: readonly Awaited<ReturnType<typeof answersNeeded>>[]) {
  const points = new Map(told.flatMap((each) => [...each.points]))
  return {
    answers: told.flatMap(({ answers }) => answers).sort(laterFirst),
    points: [...points.values()].reduce((sum, each) => sum + each, 0),
  }
}
