import type { Identity } from './identity.ts'
import type { Table } from './store/table.ts'

/** All that the app is given from outside; the same on Lambda and on one machine. */
export type Backend = Table & {
  identity: Identity
  /** The deployment's own secret of at least 32 characters: signs tickets, makes the secrets of links and keys. */
  signingKey: string
  now: () => Date
  /** Where people reach the app, without a slash at the end. */
  publicUrl: string
  log: (entry: LogEntry) => void
}

/** One request, one line. Names nobody. */
export type LogEntry = {
  requestId: string
  operationId: string
  status: number
  ms: number
  workspaceId?: string | undefined
  /** What went wrong inside, for a 500 only: the error's name and where it was thrown, not its words. */
  failure?: { name: string; at: string } | undefined
}
