import { Duration } from 'aws-cdk-lib'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { failedEvents } from './failed-events.ts'
import { nodeFunction } from './node-function.ts'
import { schedule } from './schedule.ts'
import type { Stage } from './stage.ts'
import { storeStatements } from './store-statements.ts'
import type { StoredTable } from './table.ts'

const MINUTES = 14

/**
 * The function that recounts the days of all surveys every night: once through all workspaces, begun at two in the morning and
 * gone on with every quarter of an hour until it is through. Beside figures and heads it writes what requests left undone:
 * answers that follow their customers, complaints that low answers want.
 * No request reaches it.
 */
export function auditFunction(
  scope: Construct,
  { stage, table, codeDir }: { stage: Stage; table: StoredTable; codeDir: string },
): { audit: Lambda; auditFailed: Queue } {
  const audit = new Construct(scope, 'Audit')
  const failed = failedEvents(audit)
  const lambda = nodeFunction(audit, {
    stage,
    description: 'Tiersheet: recounts all days by night',
    codeDir,
    memoryMb: 512,
    timeout: Duration.minutes(MINUTES),
    environment: { TABLE_NAME: table.tableName },
    statements: storeStatements(table),
    failed,
  })
  schedule(audit, lambda, failed, 'cron(0/15 2-6 * * ? *)')
  return { audit: lambda, auditFailed: failed }
}
