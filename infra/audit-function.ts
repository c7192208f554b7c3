import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { storeStatements } from './store-statements.ts'

const MINUTES = 14

/**
 * The function that recounts the days of all surveys every night: once through the table, begun at two in the morning and
 * gone on with every quarter of an hour until it is through. It alone may scan. Beside figures and heads it writes what
 * requests left undone: answers that follow their customers, complaints that low answers want.
 */
export function auditFunction(scope: Construct, { table, codeDir }: { table: TableV2; codeDir: string }): Lambda {
  const audit = new Construct(scope, 'Audit')
  const logGroup = new LogGroup(audit, 'Log', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const role = new Role(audit, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  const scan = new PolicyStatement({ actions: ['dynamodb:Scan'], resources: [table.tableArn] })
  for (const statement of [scan, ...storeStatements(table)]) role.addToPolicy(statement)
  const lambda = new Lambda(audit, 'Function', {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(codeDir),
    memorySize: 512,
    timeout: Duration.minutes(MINUTES),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    environment: { TABLE_NAME: table.tableName },
  })
  new Rule(audit, 'Nightly', {
    schedule: Schedule.cron({ minute: '0/15', hour: '2-6' }),
    targets: [new LambdaFunction(lambda, { retryAttempts: 0 })],
  })
  return lambda
}
