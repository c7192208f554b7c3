import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { logged } from './logged.ts'
import type { Mail } from './mail.ts'
import type { Stage } from './stage.ts'
import type { StoredTable } from './table.ts'

/** What is watched: the functions and queues by the name that their alarms have. */
export type Watched = {
  http: HttpApi
  table: StoredTable
  functions: Record<'Api' | 'Pages' | 'Sweep' | 'Audit', Lambda>
  /** The one that has to run every minute. */
  sweep: Lambda
  queues: Record<string, Queue>
  mail: Mail | undefined
  /** Name of the vault of backups, where there is one. */
  vault: string | undefined
}

const FIVE_MINUTES = { period: Duration.minutes(5) }
const HOUR = { period: Duration.hours(1) }

/** What somebody should look at the same day; each is told once it is so, and once it is over. */
export function alarms(scope: Construct, topic: Topic, stage: Stage, watched: Watched): void {
  const { http, table, functions, sweep, queues, mail, vault } = watched
  const action = new SnsAction(topic)
  /** Raised where the metric is at the threshold or above. */
  const alarm = (id: string, description: string, metric: IMetric, threshold: number, more = {}) => {
    const usual = { evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING }
    const made = new Alarm(scope, id, { alarmDescription: description, metric, threshold, ...usual, ...more })
    made.addAlarmAction(action)
    made.addOkAction(action)
  }

  alarm('ServerErrors', 'The API answered 5xx.', http.metricServerError({ ...FIVE_MINUTES, statistic: 'Sum' }), 5)
  const latency = http.metricLatency({ ...FIVE_MINUTES, statistic: 'p99' })
  alarm('SlowRequests', 'One request in a hundred takes five seconds.', latency, 5000, { evaluationPeriods: 3 })
  // Those of the others are failures of theirs.
  const { Api, Pages, Sweep, Audit } = functions
  const breach = { metricName: 'Breaches', place: '$.failure.name', text: 'Breach' }
  const breached = logged(scope, stage, breach, { Api, Pages })
  alarm(
    'Breaches',
    'A request was stopped on its way to what it had not proven to be its own: mend the handler.',
    breached,
    1,
  )
  const error = { metricName: 'ScheduledErrors', place: '$.level', text: 'ERROR' }
  const erred = logged(scope, stage, error, { Sweep, Audit })
  alarm('ScheduledErrors', 'The sweep or the audit tells an error in its log: e-mail refused, figures wrong.', erred, 1)
  for (const [name, lambda] of Object.entries(functions)) {
    alarm(`${name}Failures`, `${name} failed.`, lambda.metricErrors(FIVE_MINUTES), 1)
    alarm(`${name}Throttles`, `${name} was not let run.`, lambda.metricThrottles(FIVE_MINUTES), 1)
    const longest = lambda.metricDuration({ ...FIVE_MINUTES, statistic: 'Maximum' })
    const near = (lambda.timeout ?? Duration.seconds(3)).toMilliseconds() * 0.9
    // The audit runs until its time is nearly up, and goes on with the next run.
    if (name !== 'Audit') alarm(`${name}NearTimeout`, `${name} took nine tenths of its time.`, longest, near)
  }
  alarm('SweepStopped', 'Deadlines of complaints are not looked at.', sweep.metricInvocations(FIVE_MINUTES), 1, {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 2,
    treatMissingData: TreatMissingData.BREACHING,
  })
  for (const [name, queue] of Object.entries(queues)) {
    const lying = queue.metricApproximateNumberOfMessagesVisible({ ...FIVE_MINUTES, statistic: 'Maximum' })
    alarm(`${name}Lying`, `A run of ${name} failed or did not begin; it lies in the queue.`, lying, 1)
    const age = queue.metricApproximateAgeOfOldestMessage({ ...HOUR, statistic: 'Maximum' })
    alarm(`${name}Old`, `Nobody has looked at a failed run of ${name}.`, age, stage.oldestFailure.toSeconds())
  }
  // Not its UserErrors: they count every transaction that lost against another, which is done again.
  for (const kind of ['ReadThrottleEvents', 'WriteThrottleEvents', 'SystemErrors']) {
    alarm(`Table${kind}`, `DynamoDB: ${kind}.`, tableMetric(table, kind), 5)
  }
  if (mail) {
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, ...HOUR, statistic: 'Average' })
    alarm('MailBounces', 'SES stops an account at 10 % of bounces.', reputation('Reputation.BounceRate'), 0.05)
    alarm(
      'MailComplaints',
      'SES stops an account at 0.5 % of complaints.',
      reputation('Reputation.ComplaintRate'),
      0.001,
    )
  }
  if (vault) {
    const failed = new Metric({
      namespace: 'AWS/Backup',
      metricName: 'NumberOfBackupJobsFailed',
      dimensionsMap: { BackupVaultName: vault },
      period: Duration.days(1),
      statistic: 'Sum',
    })
    alarm('BackupFailures', 'A backup of the table failed.', failed, 1)
  }
}

/** A metric of the table, over the operations that the store uses where DynamoDB counts each by itself. */
export function tableMetric(table: StoredTable, metricName: string): IMetric {
  const of = (dimensionsMap: Record<string, string>) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, ...FIVE_MINUTES, statistic: 'Sum' })
  if (metricName !== 'SystemErrors') return of({ TableName: table.tableName })
  const operations = ['GetItem', 'Query', 'TransactWriteItems', 'UpdateItem', 'BatchGetItem']
  const usingMetrics = Object.fromEntries(
    operations.map((Operation, place) => [`m${place}`, of({ TableName: table.tableName, Operation })]),
  )
  return new MathExpression({ expression: 'SUM(METRICS())', usingMetrics, label: metricName, ...FIVE_MINUTES })
}
