import { Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { tableMetric, type Watched } from './alarms.ts'
import type { Stage } from './stage.ts'

const WIDTH = 8
const SUM = { period: Duration.minutes(5), statistic: 'Sum' }

/** One page of figures: requests, functions, the table, what waits, e-mail. */
export function dashboard(scope: Construct, stage: Stage, { http, table, functions, queues, mail }: Watched): void {
  const page = new Dashboard(scope, 'Dashboard', { dashboardName: `tiersheet-${stage.name}` })
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: WIDTH })
  const lambdas = Object.entries(functions)
  const latency = ['p50', 'p99'].map((statistic) => http.metricLatency({ ...SUM, statistic, label: statistic }))
  page.addWidgets(
    graph('Requests', [http.metricCount(SUM)]),
    graph('Refused and failed', [http.metricClientError(SUM), http.metricServerError(SUM)]),
    graph('Latency, ms', latency),
  )
  page.addWidgets(
    graph(
      'Runs',
      lambdas.map(([label, lambda]) => lambda.metricInvocations({ ...SUM, label })),
    ),
    graph(
      'Failed and throttled runs',
      lambdas.flatMap(([label, lambda]) => [
        lambda.metricErrors({ ...SUM, label }),
        lambda.metricThrottles({ ...SUM, label: `${label}, throttled` }),
      ]),
    ),
    graph(
      'Longest run, ms',
      lambdas.map(([label, lambda]) => lambda.metricDuration({ ...SUM, statistic: 'Maximum', label })),
    ),
  )
  page.addWidgets(
    graph(
      'Table: units',
      ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((name) => tableMetric(table, name)),
    ),
    graph(
      'Table: throttles and errors',
      ['ReadThrottleEvents', 'WriteThrottleEvents', 'SystemErrors'].map((name) => tableMetric(table, name)),
    ),
    graph(
      'Failed runs that lie in queues',
      Object.values(queues).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
  )
  if (!mail) return
  const dimensionsMap = { stage: stage.name }
  const events = ['Send', 'Delivery', 'Bounce', 'Complaint'].map(
    (metricName) => new Metric({ namespace: 'AWS/SES', metricName, dimensionsMap, ...SUM }),
  )
  page.addWidgets(graph('E-mail', events))
}
