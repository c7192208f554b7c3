import { RemovalPolicy } from 'aws-cdk-lib'
import {
  type Attribute,
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** What others need of the table. */
export type StoredTable = Pick<TableV2, 'tableName' | 'tableArn'>

/**
 * The one table. Its keys are those that the store writes. It can be read as of any second of the last 35 days.
 *
 * @param restored The name of the one that a backup was restored to, which is used in place of the stack's own.
 */
export function table(scope: Construct, { removal }: Stage, restored?: string): StoredTable {
  const own = new TableV2(scope, 'Table', {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    globalSecondaryIndexes: [
      { indexName: 'gsi1', partitionKey: text('gsi1pk'), sortKey: text('gsi1sk') },
      {
        indexName: 'gsi2',
        partitionKey: text('gsi2pk'),
        sortKey: text('gsi2sk'),
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
    timeToLiveAttribute: 'ttl',
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: removal === RemovalPolicy.RETAIN,
    removalPolicy: removal,
  })
  if (!restored) return own
  return TableV2.fromTableAttributes(scope, 'Restored', { tableName: restored, globalIndexes: ['gsi1', 'gsi2'] })
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING }
}
