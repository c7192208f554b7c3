import { Duration } from 'aws-cdk-lib'
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** How many lines in the logs of functions have a text at a place, such as `$.level`. */
export function logged(
  scope: Construct,
  stage: Stage,
  { metricName, place, text }: { metricName: string; place: string; text: string },
  functions: Record<string, Lambda>,
): IMetric {
  const metricNamespace = `Tiersheet/${stage.name}`
  for (const [name, { logGroup }] of Object.entries(functions)) {
    const filterPattern = FilterPattern.stringValue(place, '=', text)
    new MetricFilter(scope, `${name}${metricName}`, { logGroup, filterPattern, metricNamespace, metricName })
  }
  return new Metric({ namespace: metricNamespace, metricName, statistic: 'Sum', period: Duration.minutes(5) })
}
