import { digest } from '../secrets.ts'
import type { Partition, WorkspaceKey } from './workspace-key.ts'

/**
 * `W#ws#CH#hash`: what happened with one customer. Complaints in brief are items of it, `Q#receivedAt#id`; answers are in
 * the first index under it, `day#survey#id`. A customer's id may hold anything, hence the hash.
 */
export function customerHistory(workspace: WorkspaceKey, customerId: string): Partition {
  return workspace.partition('CH', digest(customerId))
}
