import type { Complaint } from '../../core/complaint/complaint.ts'
import { CUSTOMER } from '../../core/complaint/complaint-event.ts'
import { type CustomerAnswer, customerAct } from '../../core/complaint/customer-act.ts'
import { InputError } from '../../core/input-error.ts'
import type { Backend } from '../backend.ts'
import { digestOf } from '../secrets.ts'
import { findComplaint } from '../store/complaint.ts'
import { changeComplaint } from './change-complaint.ts'
import type { OpenedFeedback } from './feedback-opened.ts'

/** More often than this nobody changes a complaint between reading and writing it. */
const TRIES = 5

/**
 * Does what a customer's answer says, once however often it is sent: what that is depends on the complaint as it is by
 * then, so it is decided anew wherever somebody else was faster.
 *
 * @returns The complaint as the answer left it.
 * @throws InputError `answeredOtherwise` where another answer was given with the same link; `stale`.
 */
export async function answerFeedback(
  backend: Backend,
  { workspace, version, ...opened }: OpenedFeedback,
  answer: CustomerAnswer,
): Promise<Complaint> {
  const operation = { id: `feedback#${version}`, digest: digestOf(['feedback', answer]) }
  let complaint: Complaint | undefined = opened.complaint
  for (let attempt = 1; ; attempt++) {
    const { id, customer, contact } = complaint
    const by = { sub: CUSTOMER, name: contact?.name ?? customer.name }
    const doing = { by, now: backend.now().toISOString(), operation }
    try {
      return await changeComplaint(backend, workspace, id, customerAct(complaint, answer), complaint.version, doing)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (error.code === 'operationReused') throw new InputError('answeredOtherwise', undefined)
      if (error.code !== 'complaintStale') throw error
      // Without what was done meanwhile, which is the desk's own.
      if (attempt === TRIES) throw new InputError('stale', undefined)
    }
    complaint = await findComplaint(backend, workspace, id)
    if (!complaint) throw new InputError('notFound', undefined)
  }
}
