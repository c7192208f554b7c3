import { eraseComplaint, eraseFormerCustomer } from '../complaint/erase-complaint.ts'
import { surveysById } from '../customer/surveys-by-id.ts'
import { type Answer, erasedAnswerWrite, followedAnswerWrite } from '../store/answer.ts'
import { type Customer, findCustomers } from '../store/customer.ts'
import { type CustomerAnswer, customerAnswers } from '../store/customer-answers.ts'
import { customerComplaints, formerComplaints } from '../store/customer-complaints.ts'
import { type Following, followed, followingNow, stillFollowing } from '../store/following.ts'
import { forgetLinks } from '../store/link.ts'
import type { Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import { transactionPages } from '../store/transaction-pages.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { type SurveyedAnswer, writeTogether } from './write-together.ts'

const AT_ONCE = 25
/** Of a transaction's 100 writes; each answer may bring a day of its own and what follows it up. */
const ANSWERS_AT_ONCE = 33

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
  entry: Following,
  customer: Customer | undefined,
  surveyOf: (id: string) => Promise<Survey | undefined>,
): Promise<void> {
  const { customerId, erase } = entry
  // Another run may have ended it, and the customer been asked anew since.
  const check = stillFollowing(workspace, entry)
  if (erase) {
    await forgetLinks(table, workspace, customerId, check)
    for (const { id } of await customerComplaints(table, workspace, customerId)) {
      await eraseComplaint(table, workspace, id, now, check)
    }
    for (const id of await formerComplaints(table, workspace, customerId)) {
      await eraseFormerCustomer(table, workspace, id, customerId, check)
    }
  }
  const answers = customerAnswers(table, workspace, customerId)
  for await (const page of transactionPages(erase ? answers : behind(answers, customer), ANSWERS_AT_ONCE)) {
    await writeTogether(
      table,
      workspace,
      await surveyed(page, surveyOf),
      erase ? -1 : 0,
      (survey, answer) =>
        erase ? erasedAnswerWrite(workspace, survey, answer) : followedAnswerWrite(workspace, survey, answer, customer),
      () => [check],
    )
  }
}

/** Those that have not taken on what their customer is now. */
async function* behind(answers: AsyncIterable<CustomerAnswer>, customer: Customer | undefined) {
  for await (const answer of answers) if (!isAsNow(answer, customer)) yield answer
}

/** Answers with their surveys, as far as these are there. */
async function surveyed(
  answers: CustomerAnswer[],
  surveyOf: (id: string) => Promise<Survey | undefined>,
): Promise<SurveyedAnswer[]> {
  const found: SurveyedAnswer[] = []
  for (const { surveyId, ...answer } of answers) {
    const survey = await surveyOf(surveyId)
    if (survey) found.push({ survey, answer })
  }
  return found
}

function isAsNow({ tierNow = '', ownerNow = '' }: Answer, customer: Customer | undefined): boolean {
  return tierNow === (customer?.tier ?? '') && ownerNow === (customer?.owner ?? '')
}
