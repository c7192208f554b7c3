import { me, nowTime } from '../now.ts'
import { appendRows } from './append-rows.ts'

/** One cell of the customer file that changed, or a whole row as JSON where `field` is blank. */
export type Change = { customerId: string; field: string; before: string; after: string }

/** Appends what an action changed to the Change history, in one write. */
export function recordChanges(given: { action: string; actionId: string; changes: readonly Change[] }): void {
  const { action, actionId, changes } = given
  const shared = { at: nowTime(), by: me(), action, actionId }
  appendRows(
    'changes',
    changes.map((change) => ({ ...shared, ...change })),
  )
}
