import { eraseComplaint } from '../complaint/erase-complaint.ts'
import { surveysById } from '../customer/surveys-by-id.ts'
import { type Answer, bucketOf, dayWrite, erasedAnswerWrite, followedAnswerWrite } from '../store/answer.ts'
import { type Customer, findCustomers } from '../store/customer.ts'
import { customerAnswers } from '../store/customer-answers.ts'
import { customerComplaints } from '../store/customer-complaints.ts'
import { noFollowUpWrite } from '../store/follow-up.ts'
import { type Following, followed, followingNow } from '../store/following.ts'
import { forgetLinks } from '../store/link.ts'
import type { Survey } from '../store/survey.ts'
import type { Table, Write } from '../store/table.ts'
import { transact } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

const AT_ONCE = 25
/** Of a transaction's 100 writes; each answer may bring a day of its own and what follows it up. */
const ANSWERS_AT_ONCE = 33

type SurveyedAnswer = { survey: Survey; answer: Answer }

/**
 * Has the answers of customers follow: takes on the tier and owner that they have now, or erases them.
 *
 * Safe to run at any time, twice, at once, and to be killed: what is left is found again.
 *
 * @param most Customers at the most.
 * @returns How many customers were looked at, as many as `most` where more may be left; and when no answer can be on its
 *   way any more, undefined where none can be already.
 */
export async function followCustomers(
  backend: Table & { now: () => Date },
  workspace: WorkspaceKey,
  most: number,
): Promise<{ looked: number; settlesAt: string | undefined }> {
  const now = backend.now()
  const { due: entries, settlesAt } = await followingNow(backend, workspace, now, most)
  const surveyOf = surveysById(backend, workspace)
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE)
    const customers = await findCustomers(
      backend,
      workspace,
      some.map(({ customerId }) => customerId),
    )
    await Promise.all(
      some.map(async (entry) => {
        await followOne(backend, now, workspace, entry, customers.get(entry.customerId), surveyOf)
        await followed(backend, workspace, entry, now)
      }),
    )
  }
  return { looked: entries.length, settlesAt }
}

async function followOne(
  table: Table,
  now: Date,
  workspace: WorkspaceKey,
  { customerId, erase }: Following,
  customer: Customer | undefined,
  surveyOf: (id: string) => Promise<Survey | undefined>,
): Promise<void> {
  if (erase) {
    await forgetLinks(table, workspace, customerId)
    for (const { id } of await customerComplaints(table, workspace, customerId)) {
      await eraseComplaint(table, workspace, id, now)
    }
  }
  let page: SurveyedAnswer[] = []
  const write = async () => {
    await writeTogether(table, workspace, page, erase ? -1 : 0, (survey, answer) =>
      erase ? erasedAnswerWrite(workspace, survey, answer) : followedAnswerWrite(workspace, survey, answer, customer),
    )
    page = []
  }
  for await (const { surveyId, ...answer } of customerAnswers(table, workspace, customerId)) {
    if (!erase && isAsNow(answer, customer)) continue
    const survey = await surveyOf(surveyId)
    if (survey) page.push({ survey, answer })
    if (page.length === ANSWERS_AT_ONCE) await write()
  }
  await write()
}

function isAsNow({ tierNow = '', ownerNow = '' }: Answer, customer: Customer | undefined): boolean {
  return tierNow === (customer?.tier ?? '') && ownerNow === (customer?.owner ?? '')
}

/** Writes answers with the heads of their days. One that changed or went meanwhile is left out: it is found again. */
async function writeTogether(
  table: Table,
  workspace: WorkspaceKey,
  page: SurveyedAnswer[],
  added: 0 | -1,
  writeOf: (survey: Survey, answer: Answer) => Write,
): Promise<void> {
  let left = page
  while (left.length > 0) {
    const heads = byHead(left)
    const refused = await transact(table, [
      ...left.map(({ survey, answer }) => writeOf(survey, answer)),
      ...(added < 0 ? left.map(({ survey, answer }) => noFollowUpWrite(workspace, survey.id, answer)) : []),
      ...heads.map((of) => {
        const answers = of.map(({ answer }) => answer)
        return dayWrite(workspace, of[0]!.survey, answers, added * of.length)
      }),
    ])
    if (!refused) return
    left = left.filter((_, i) => refused[i]?.Code !== 'ConditionalCheckFailed')
  }
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
