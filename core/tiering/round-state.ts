export const roundStates = ['proposed', 'approved', 'published', 'cancelled'] as const
export type RoundState = (typeof roundStates)[number]
export type RoundStep = 'approve' | 'publish' | 'cancel' | 'except'

const after: Record<RoundState, Partial<Record<RoundStep, RoundState>>> = {
  proposed: { except: 'proposed', approve: 'approved', cancel: 'cancelled' },
  // An exception after the approval is not approved: it takes the round back to be approved again.
  approved: { except: 'proposed', approve: 'approved', publish: 'published', cancel: 'cancelled' },
  published: { publish: 'published' },
  cancelled: { cancel: 'cancelled' },
}

/** The state that a step leads to; undefined where it is not possible. A step that was taken already leads nowhere else. */
export function roundState(state: RoundState, step: RoundStep): RoundState | undefined {
  return after[state][step]
}
