import { Duration } from 'aws-cdk-lib'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { failedEvents } from './failed-events.ts'
import type { Mail } from './mail.ts'
import { nodeFunction } from './node-function.ts'
import { schedule } from './schedule.ts'
import { mayRead } from './signing-key.ts'
import type { Stage } from './stage.ts'
import { storeStatements } from './store-statements.ts'
import type { StoredTable } from './table.ts'

export type SweepFunctionProps = {
  stage: Stage
  table: StoredTable
  /** Folder of the built function. */
  codeDir: string
  publicUrl: string
  signingKey: Secret
  /** No e-mail is sent where absent. */
  mail: Mail | undefined
}

/**
 * The function that does what complaints are due for, every minute: it reads what is due by its index and writes events.
 * One that fails leaves all due for the next.
 */
export function sweepFunction(
  scope: Construct,
  { stage, table, codeDir, publicUrl, signingKey, mail }: SweepFunctionProps,
): { sweep: Lambda; sweepFailed: Queue } {
  const sweeper = new Construct(scope, 'Sweep')
  const failed = failedEvents(sweeper)
  const sweep = nodeFunction(sweeper, {
    stage,
    description: 'Tiersheet: deadlines of complaints and their e-mail',
    codeDir,
    memoryMb: 512,
    timeout: Duration.seconds(58),
    environment: {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      SIGNING_KEY_ARN: signingKey.secretArn,
      ...(mail && { MAIL_FROM: mail.from, MAIL_CONFIGURATION_SET: mail.configurationSet }),
    },
    statements: [...storeStatements(table, ['gsi2']), mayRead(signingKey), ...(mail ? [mail.maySend] : [])],
    failed,
  })
  schedule(sweeper, sweep, failed, 'rate(1 minute)')
  return { sweep, sweepFailed: failed }
}
