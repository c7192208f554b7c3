import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'

/** What differs between a deployment that people work with and one to try things on. */
export type Stage = {
  name: 'dev' | 'prod'
  /** Of what holds people's data; with `RETAIN` it is also protected against deletion and backed up. */
  removal: RemovalPolicy
  logs: RetentionDays
  accessLogs: RetentionDays
  /** Share of the throttles that a busy deployment is given. */
  throttle: number
  /** Dollars a month above which somebody should look. */
  monthlyDollars: number
  /** After so long a failed event that nobody looked at raises an alarm again. */
  oldestFailure: Duration
}

const stages: Record<Stage['name'], Stage> = {
  dev: {
    name: 'dev',
    removal: RemovalPolicy.DESTROY,
    logs: RetentionDays.TWO_WEEKS,
    accessLogs: RetentionDays.ONE_WEEK,
    throttle: 0.1,
    monthlyDollars: 10,
    oldestFailure: Duration.days(7),
  },
  prod: {
    name: 'prod',
    removal: RemovalPolicy.RETAIN,
    logs: RetentionDays.THREE_MONTHS,
    accessLogs: RetentionDays.ONE_MONTH,
    throttle: 1,
    monthlyDollars: 100,
    oldestFailure: Duration.days(1),
  },
}

/** @throws Error that says which stages there are. */
export function stageNamed(name: string): Stage {
  const stage = stages[name as Stage['name']]
  if (!stage) throw new Error(`There is no stage ${name}: choose ${Object.keys(stages).join(' or ')}.`)
  return stage
}
