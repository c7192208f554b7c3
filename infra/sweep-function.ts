import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export type SweepFunctionProps = {
  table: TableV2
  /** Folder of the built function. */
  codeDir: string
  publicUrl: string
  signingKey: Secret
  /** The address that e-mail is sent from, of an identity that SES has verified; no e-mail is sent where absent. */
  mailFrom: string | undefined
}

/**
 * The function that does what complaints are due for, every minute: it reads what is due by its index and writes events.
 * One that fails leaves all due for the next; what the scheduler could not start lies in the queue.
 */
export function sweepFunction(
  scope: Construct,
  { table, codeDir, publicUrl, signingKey, mailFrom }: SweepFunctionProps,
): { sweep: Lambda; unstarted: Queue } {
  const sweeper = new Construct(scope, 'Sweep')
  const logGroup = new LogGroup(sweeper, 'Log', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const role = new Role(sweeper, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  const actions = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'].map((action) => `dynamodb:${action}`)
  role.addToPolicy(new PolicyStatement({ actions, resources: [table.tableArn] }))
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/gsi2`] }))
  if (mailFrom) {
    role.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: ['*'],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      }),
    )
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'SES checks identities of sender and, in its sandbox, of receivers; the condition holds the sender.',
    })
  }
  const sweep = new Lambda(sweeper, 'Function', {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(codeDir),
    memorySize: 512,
    timeout: Duration.seconds(58),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    environment: {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      SIGNING_KEY: signingKey.secretValue.unsafeUnwrap(),
      ...(mailFrom && { MAIL_FROM: mailFrom }),
    },
  })
  const unstarted = new Queue(sweeper, 'Unstarted', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  Validations.of(unstarted).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is a dead-letter queue.',
  })
  everyMinute(sweeper, sweep, unstarted)
  return { sweep, unstarted }
}

/** Written out, since the construct for it also lets every version of the function be called. */
function everyMinute(scope: Construct, sweep: Lambda, unstarted: Queue): void {
  const role = new Role(scope, 'ScheduleRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [sweep.functionArn] }))
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [unstarted.queueArn] }))
  new CfnSchedule(scope, 'EveryMinute', {
    scheduleExpression: 'rate(1 minute)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: sweep.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: unstarted.queueArn },
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  })
}
