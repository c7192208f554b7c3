import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { StoredTable } from './table.ts'

/**
 * Copies of the table that outlive it and its point-in-time recovery: each month's, for a quarter of a year. Each is a whole
 * copy, and costs as much.
 */
export function backups(scope: Construct, table: StoredTable): BackupVault {
  // It stays when the stack goes: the next one's needs another name.
  const [unique = ''] = Fn.split('-', Fn.select(2, Fn.split('/', Stack.of(scope).stackId)), 5)
  const backupVaultName = `tiersheet-${unique}`
  const vault = new BackupVault(scope, 'Backups', { backupVaultName, removalPolicy: RemovalPolicy.RETAIN })
  const plan = new BackupPlan(scope, 'BackupPlan', { backupVault: vault })
  const scheduleExpression = Schedule.cron({ day: '1', hour: '8', minute: '30' })
  plan.addRule(new BackupPlanRule({ ruleName: 'Monthly', scheduleExpression, deleteAfter: Duration.days(90) }))
  const role = new Role(scope, 'BackupRole', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
  })
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    reason: 'AWS Backup alone takes this role; a right missing from a list of our own would be missed with the backup.',
  })
  plan.addSelection('Table', { resources: [BackupResource.fromArn(table.tableArn)], role })
  return vault
}
