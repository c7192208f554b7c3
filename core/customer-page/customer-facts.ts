import type { AnswerInBrief } from './answer-in-brief.ts'
import type { CustomerComplaint } from './customer-complaint.ts'

/** What surveys and the complaint desk know of a customer. What was never asked is not there. */
export type CustomerFacts = {
  /** 0 to 10, of the latest answer that has it. */
  latestNps?: number
  /** 1 to 5, the mean of the satisfaction questions of the latest answer that has any. */
  satisfaction?: number
  /** Day of the latest answer, `YYYY-MM-DD`. */
  lastAnswer?: string
  /** Complaints received in the twelve months up to today; enquiries, suggestions and praise do not count. */
  complaints: number
  openComplaints: number
}

type DatedAnswer = AnswerInBrief & { day: string }
type DatedComplaint = Pick<CustomerComplaint, 'kind' | 'state'> & { day: string }

/**
 * The facts of one customer.
 *
 * @param answers Newest first; as many as it takes to find an NPS and a satisfaction score.
 * @param complaints All, in any order, each with the day it was received.
 * @param today `YYYY-MM-DD`. Twelve months are from the day after the same date a year before.
 */
export function customerFacts(
  answers: readonly DatedAnswer[],
  complaints: readonly DatedComplaint[],
  today: string,
): CustomerFacts {
  const latestNps = answers.find(({ nps }) => nps !== undefined)?.nps
  const scores = answers.find(({ satisfaction }) => satisfaction.length > 0)?.satisfaction
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const real = complaints.filter(({ kind }) => kind === 'complaint')
  return {
    ...(latestNps !== undefined && { latestNps }),
    ...(scores && { satisfaction: scores.reduce((sum, { score }) => sum + score, 0) / scores.length }),
    ...(answers[0] && { lastAnswer: answers[0].day }),
    complaints: real.filter(({ day }) => day > yearBefore && day <= today).length,
    openComplaints: real.filter(({ state }) => state !== 'closed').length,
  }
}
