import type { Complaint } from '../../../../core/complaint/complaint.ts'
import { flowOf } from '../../../../core/complaint/complaint-flow.ts'
import type { ComplaintMove } from '../../../../core/complaint/complaint-moves.ts'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { acknowledgement, feedbackQuestion } from '../../../../core/complaint/customer-texts.ts'

/** What a move e-mails the customer, and where to; undefined where it writes nothing. */
export function toldByMove(
  complaint: Complaint,
  move: ComplaintMove,
  policy: ComplaintPolicy,
): { to: string; said: string } | undefined {
  const { email: to, language = 'en' } = complaint.contact ?? {}
  if (to === undefined) return undefined
  if (move === 'acknowledge') return { to, said: acknowledgement(complaint, policy, language) }
  const asks = move === 'ask_feedback' || (move === 'resolve' && flowOf(policy.flows, complaint).asksFeedback)
  return asks ? { to, said: feedbackQuestion(complaint, policy, language).replace('{link}', '…') } : undefined
}
