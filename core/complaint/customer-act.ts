import type { Act } from './acted-event.ts'
import type { Complaint } from './complaint.ts'
import { isWorkedOn } from './complaint-moves.ts'
import { isRatable } from './is-ratable.ts'

/** What a customer answers who is asked whether it is solved: the satisfaction is 1 to 5. */
export type CustomerAnswer = { solved: boolean; satisfaction?: number | undefined; text?: string | undefined }

/** Whether the customer's answer can still change anything: not while it is worked on again. */
export function awaitsAnswer({ state }: Complaint): boolean {
  return !isWorkedOn(state)
}

/**
 * What a customer's answer does: it closes or opens again.
 *
 * Where it was closed meanwhile, "solved" is a note that keeps the rating, and where it is worked on again either answer
 * is one, so that nothing said is lost. A resolution that was rated meanwhile is not rated again.
 */
export function customerAct(complaint: Complaint, { solved, satisfaction, text }: CustomerAnswer): Act {
  const said = {
    ...(text && { text }),
    ...(satisfaction !== undefined && isRatable(complaint) && { satisfaction }),
  }
  if (!awaitsAnswer(complaint)) return { action: 'note', solved, ...said }
  if (!solved) return { action: 'reopen', ...said }
  return complaint.state === 'closed' ? { action: 'note', solved, ...said } : { action: 'close', ...said }
}
