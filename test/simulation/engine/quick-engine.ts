import type { Engine } from './engine.ts'
import { batchGetItem, getItem, query } from './quick-reads.ts'
import { quickTable } from './quick-table.ts'
import { putItem, reasonsOf, transactWriteItems, updateItem } from './quick-writes.ts'

/**
 * As much of DynamoDB as the program asks of it, in memory and at once: the embedded engine would be half of a world's
 * time. What it does not know it refuses; `quick-engine.test.ts` holds it to the embedded one.
 */
export function quickEngine(clock: { now: number }): Engine {
  const table = quickTable(clock)
  const tokens = new Set<string>()
  return {
    perform(operation, request, lagMs) {
      switch (operation) {
        case 'GetItem':
          return getItem(table, request)
        case 'BatchGetItem':
          return batchGetItem(table, request)
        case 'Query':
          return query(table, request, lagMs)
        case 'PutItem':
          return putItem(table, request)
        case 'UpdateItem':
          return updateItem(table, request)
        case 'TransactWriteItems':
          return transactWriteItems(table, tokens, request)
        default:
          throw new Error(`The engine of simulations does not know ${operation}.`)
      }
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
