import type { Engine, Plain } from './engine.ts'
import { batchGetItem, getItem, query } from './quick-reads.ts'
import { quickTable } from './quick-table.ts'
import { putItem, reasonsOf, transactWriteItems } from './quick-writes.ts'

/**
 * As much of DynamoDB as the program asks of it, in memory and at once: the embedded engine would be half of a world's
 * time. What it does not know it refuses; `quick-engine.test.ts` holds it to the embedded one.
 */
export function quickEngine(clock: { now: number }): Engine {
  const table = quickTable(clock)
  const tokens = new Set<string>()
  const operations: Record<string, (request: Plain, lagMs: number) => Plain> = {
    GetItem: (request) => getItem(table, request),
    BatchGetItem: (request) => batchGetItem(table, request),
    Query: (request, lagMs) => query(table, request, lagMs),
    PutItem: (request) => putItem(table, request),
    TransactWriteItems: (request) => transactWriteItems(table, tokens, request),
  }
  return {
    perform(operation, request, lagMs) {
      const perform = operations[operation]
      if (!perform) throw new Error(`The engine of simulations does not know ${operation}.`)
      return perform(request, lagMs)
    },
    reasons: (request) => reasonsOf(table, request),
    items: table.all,
    async keep() {
      const bringBack = table.keep()
      return () => {
        tokens.clear()
        bringBack()
      }
    },
    close: () => undefined,
  }
}
