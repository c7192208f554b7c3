import type { ComplaintState } from './complaint.ts'

type Move = {
  from: readonly ComplaintState[]
  to: ComplaintState
}

/** The states an action may start from, and the one it leads to. What isn't here is refused. */
const complaintMoves = {
  acknowledge: { from: ['received'], to: 'acknowledged' },
  start: { from: ['acknowledged', 'reopened'], to: 'in_progress' },
  wait: { from: ['acknowledged', 'in_progress', 'reopened'], to: 'waiting' },
  resume: { from: ['waiting'], to: 'in_progress' },
  resolve: { from: ['acknowledged', 'in_progress', 'waiting', 'reopened'], to: 'resolved' },
  ask_feedback: { from: ['resolved', 'feedback'], to: 'feedback' },
  close: { from: ['resolved', 'feedback'], to: 'closed' },
  reopen: { from: ['resolved', 'feedback', 'closed'], to: 'reopened' },
} as const satisfies Record<string, Move>

/** Actions that leave the state alone. `reply` reaches the customer, `note` stays inside; `escalate` is the desk's own. */
const complaintNotes = ['note', 'reply', 'assign', 'change_severity', 'classify', 'identify', 'escalate'] as const

/** What may still be done to one that is closed, beside opening it again. */
const AFTER_CLOSING: readonly ComplaintAction[] = ['note', 'classify', 'identify']

export type ComplaintMove = keyof typeof complaintMoves
export type ComplaintAction = ComplaintMove | (typeof complaintNotes)[number]

export const complaintActions = [
  ...(Object.keys(complaintMoves) as ComplaintMove[]),
  ...complaintNotes,
] as readonly ComplaintAction[]

/** The state that an action leads to; undefined where it is not allowed. */
export function nextState(state: ComplaintState, action: ComplaintAction): ComplaintState | undefined {
  if (!isMove(action)) return state === 'closed' && !AFTER_CLOSING.includes(action) ? undefined : state
  const move: Move = complaintMoves[action]
  return move.from.includes(state) ? move.to : undefined
}

/** Whether something is still to be done: it is neither resolved nor closed. */
export function isWorkedOn(state: ComplaintState): boolean {
  return state !== 'resolved' && state !== 'feedback' && state !== 'closed'
}

/** What people may do next, in the order of the table. */
export function allowedActions(state: ComplaintState): ComplaintAction[] {
  return complaintActions.filter((action) => action !== 'escalate' && nextState(state, action) !== undefined)
}

/** Whether an action leads to a state of its own. */
export function isMove(action: ComplaintAction): action is ComplaintMove {
  return action in complaintMoves
}
