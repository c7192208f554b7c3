import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'

/** What a function may do that reads and writes through the store: all that its requests need, no scan. */
export function storeStatements(table: TableV2): PolicyStatement[] {
  const actions = ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'Query']
  return [
    new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: ['gsi1', 'gsi2'].map((index) => `${table.tableArn}/index/${index}`),
    }),
  ]
}
