import { Duration } from 'aws-cdk-lib'
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** How often the wall between workspaces stopped a request, counted in the logs of functions. */
export function breaches(scope: Construct, stage: Stage, functions: Record<string, Lambda>): IMetric {
  const metricNamespace = `Tiersheet/${stage.name}`
  const metricName = 'Breaches'
  for (const [name, { logGroup }] of Object.entries(functions)) {
    const filterPattern = FilterPattern.stringValue('$.failure.name', '=', 'Breach')
    new MetricFilter(scope, `${name}Breaches`, { logGroup, filterPattern, metricNamespace, metricName })
  }
  return new Metric({ namespace: metricNamespace, metricName, statistic: 'Sum', period: Duration.minutes(5) })
}
