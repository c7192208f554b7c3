import type { Item } from './item.ts'

/** A request or a reply as the document client has it: values are plain, not marshalled. */
export type Plain = Record<string, unknown>

/** Why a part of a transaction is refused, as a cancelled one tells it. */
export type Reason = { Code: string; Item?: unknown }

/** What stands for DynamoDB in a simulation. */
export type Engine = {
  /**
   * Performs one operation, `Query` for instance.
   *
   * @param lagMs How old what it reads from an index may be.
   * @throws What the SDK throws.
   */
  perform(operation: string, request: Plain, lagMs: number): Promise<Plain> | Plain
  /** Why each part of a transaction would be refused now, as far as the engine can say without doing it. */
  reasons(request: Plain): Reason[]
  /** All that lies in the table. */
  items(): Promise<Item[]> | Item[]
  /** Remembers the table as it is; each call of what it returns brings that back. */
  keep(): Promise<() => Promise<void> | void>
  close(): Promise<void> | void
}
