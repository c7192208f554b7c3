import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** Tells when the account's month has cost 80 % of so many dollars, or is on its way to more than all of them. */
export function budget(scope: Construct, topic: Topic, { name, monthlyDollars }: Stage): void {
  const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }]
  const tell = (notificationType: string, threshold: number) => ({
    notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
    subscribers,
  })
  const made = new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `tiersheet-${name}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyDollars, unit: 'USD' },
    },
    notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
  })
  made.node.addDependency(topic)
}
