import { Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** What somebody should look at the same day. Nobody is told yet: add an action to each where there is someone. */
export function alarms(
  scope: Construct,
  api: HttpApi,
  { backend, audit, sweep, unstarted }: { backend: Lambda; audit: Lambda; sweep: Lambda; unstarted: Queue },
): void {
  const period = { period: Duration.minutes(5) }
  alarm(scope, 'Failures', backend.metricErrors(period), 1)
  alarm(scope, 'Throttles', backend.metricThrottles(period), 1)
  alarm(scope, 'AuditFailures', audit.metricErrors(period), 1)
  alarm(scope, 'SweepFailures', sweep.metricErrors(period), 1)
  alarm(scope, 'SweepsNotStarted', unstarted.metricApproximateNumberOfMessagesVisible(period), 1)
  alarm(scope, 'ServerErrors', api.metricServerError({ ...period, statistic: 'Sum' }), 5)
}

function alarm(scope: Construct, id: string, metric: IMetric, threshold: number): void {
  new Alarm(scope, id, { metric, threshold, evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING })
}
