import type { InferOutput } from 'valibot'
import { maxValue, minValue, number, object, optional, picklist, pipe, record } from 'valibot'
import { InputError } from '../input-error.ts'
import type { Act } from './acted-event.ts'
import type { Complaint } from './complaint.ts'
import { type ComplaintAction, complaintActions } from './complaint-moves.ts'

/** Who may take a step: everybody who may edit, whoever handles the complaint (and admins), or admins alone. */
export const stepHolders = ['editor', 'handler', 'admin'] as const

export const rightsSchema = object({
  /** Steps that not every editor may take. */
  steps: record(picklist(complaintActions), picklist(stepHolders)),
  /** What may be given to a customer at once by somebody who is no admin, in the workspace's currency. */
  compensationLimit: optional(pipe(number(), minValue(0), maxValue(1e9))),
})
export type ComplaintRights = InferOutput<typeof rightsSchema>

export const defaultRights: ComplaintRights = { steps: {} }

/** Somebody who wants to do something; `names` are what the desk knows them by. */
export type Doer = { role: 'admin' | 'editor' | 'viewer'; names: readonly string[] }

/** Whether somebody may take a step on a complaint. */
export function mayDo(rights: ComplaintRights, { owner }: Complaint, action: ComplaintAction, doer: Doer): boolean {
  if (doer.role === 'admin') return true
  const holder = rights.steps[action] ?? 'editor'
  return doer.role === 'editor' && (holder === 'editor' || (holder === 'handler' && doer.names.includes(owner)))
}

/**
 * That somebody may do an act, and all that it carries which is a step of its own.
 *
 * @throws InputError `complaintRight`, `compensationLimit`.
 */
export function checkRight(rights: ComplaintRights, complaint: Complaint, act: Act, doer: Doer): void {
  const { compensation = 0 } = act
  const action = stepsOf(complaint, act).find((step) => !mayDo(rights, complaint, step, doer))
  if (action) throw new InputError('complaintRight', { action, holder: rights.steps[action] ?? 'editor' })
  const { compensationLimit: limit } = rights
  if (limit !== undefined && compensation > limit && doer.role !== 'admin') {
    throw new InputError('compensationLimit', { limit })
  }
}

/** What an act does: itself, and another severity or handler where it brings one. */
function stepsOf({ severity, owner }: Complaint, act: Act): ComplaintAction[] {
  const isOther = (next: string | undefined, now: string) => next !== undefined && next !== now
  return [
    act.action,
    ...(isOther(act.severity, severity) ? (['change_severity'] as const) : []),
    ...(isOther(act.owner, owner) ? (['assign'] as const) : []),
  ]
}
