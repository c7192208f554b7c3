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

/** The one table, kept when the stack goes. Its keys are those that the store writes. */
export function table(scope: Construct): TableV2 {
  return new TableV2(scope, 'Table', {
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
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING }
}
