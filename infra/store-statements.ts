import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { StoredTable } from './table.ts'

/** Partitions whose items are written once: events of complaints, and the audit trail. */
const WRITTEN_ONCE = ['W#*#QE#*', 'W#*#AU']

/**
 * What a function may do that reads and writes through the store: no scan, and nothing is changed or deleted that is
 * written once.
 *
 * Any key of a request that lies there is enough to refuse it; "all keys" would be true of a request without any. That an
 * item is put over another can't be forbidden here: the store puts events on condition that there is none, and the audit
 * trail is chained.
 *
 * @param indexes Those that it asks.
 */
export function storeStatements(table: StoredTable, indexes = ['gsi1', 'gsi2']): PolicyStatement[] {
  const actions = ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'Query']
  return [
    new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: indexes.map((index) => `${table.tableArn}/index/${index}`),
    }),
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      resources: [table.tableArn],
      conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': WRITTEN_ONCE } },
    }),
  ]
}
