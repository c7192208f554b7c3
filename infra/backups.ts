import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/** Copies of the table that outlive it and its point-in-time recovery: each night's for 35 days, each month's for a year. */
export function backups(scope: Construct, table: TableV2): BackupVault {
  const vault = new BackupVault(scope, 'Backups', { removalPolicy: RemovalPolicy.RETAIN })
  const plan = new BackupPlan(scope, 'BackupPlan', { backupVault: vault })
  plan.addRule(rule('Nightly', Schedule.cron({ hour: '7', minute: '30' }), Duration.days(35)))
  plan.addRule(rule('Monthly', Schedule.cron({ day: '1', hour: '8', minute: '30' }), Duration.days(365)))
  const role = new Role(scope, 'BackupRole', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
  })
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    reason: 'AWS Backup alone takes this role; a right missing from a list of our own would be missed with the backup.',
  })
  plan.addSelection('Table', { resources: [BackupResource.fromDynamoDbTable(table)], role })
  return vault
}

function rule(ruleName: string, scheduleExpression: Schedule, deleteAfter: Duration): BackupPlanRule {
  return new BackupPlanRule({ ruleName, scheduleExpression, deleteAfter })
}
