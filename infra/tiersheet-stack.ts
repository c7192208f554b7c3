import { CfnOutput, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { alarmTopic } from './alarm-topic.ts'
import { alarms } from './alarms.ts'
import { auditFunction } from './audit-function.ts'
import { backendFunctions } from './backend-functions.ts'
import { backups } from './backups.ts'
import { budget } from './budget.ts'
import { dashboard } from './dashboard.ts'
import { addRoutes, httpApi } from './http-api.ts'
import { mail } from './mail.ts'
import { signingKey } from './signing-key.ts'
import type { Stage } from './stage.ts'
import { sweepFunction } from './sweep-function.ts'
import { table } from './table.ts'

export type TiersheetStackProps = {
  stage: Stage
  /** Folder of each built function. */
  built: { api: string; pages: string; audit: string; sweep: string }
  /** OAuth client ids of the add-on, whose identity tokens are accepted. */
  audience: string[]
  /** The address that e-mail is sent from, and whether SES knows it already; none is sent where absent. */
  mailFrom?: string | undefined
  mailIsVerified?: boolean
  /** Who is told of alarms; nobody where absent. */
  alarmEmail?: string | undefined
  /** How many public pages are answered at once at the most; no limit of their own where absent. */
  pagesAtOnce?: number | undefined
  /** The name of the table that a backup was restored to; the stack's own is used where absent. */
  restoredTable?: string | undefined
}

/**
 * The backend: one HTTP API, its functions, one table, the sweep of every minute, the audit that walks through it at night,
 * and what watches them.
 */
export class TiersheetStack extends Stack {
  constructor(scope: Construct, id: string, { stage, built, audience, ...asked }: TiersheetStackProps) {
    super(scope, id, { stackName: `tiersheet-${stage.name}`, description: `Tiersheet backend, ${stage.name}` })
    Tags.of(this).add('project', 'tiersheet')
    Tags.of(this).add('stage', stage.name)
    const isKept = stage.removal === RemovalPolicy.RETAIN
    this.terminationProtection = isKept

    const http = httpApi(this, stage)
    const publicUrl = http.apiEndpoint
    const stored = table(this, stage, asked.restoredTable)
    const key = signingKey(this, stage)
    const { mailFrom: from, mailIsVerified: isVerified = false } = asked
    const mailing = from ? mail(this, { stage, from, isVerified }) : undefined
    const shared = { stage, table: stored, publicUrl, signingKey: key }
    const { api, pages } = backendFunctions(this, {
      ...shared,
      apiDir: built.api,
      pagesDir: built.pages,
      audience,
      pagesAtOnce: asked.pagesAtOnce,
    })
    const { sweep, sweepFailed } = sweepFunction(this, { ...shared, codeDir: built.sweep, mail: mailing })
    const { audit, auditFailed } = auditFunction(this, { stage, table: stored, codeDir: built.audit })
    addRoutes(http, { api, pages }, audience, stage)
    const vault = isKept ? backups(this, stored) : undefined

    const watched = {
      http,
      table: stored,
      functions: { Api: api, Pages: pages, Sweep: sweep, Audit: audit },
      sweep,
      queues: { Sweep: sweepFailed, Audit: auditFailed },
      mail: mailing,
      vault: vault?.backupVaultName,
    }
    const topic = alarmTopic(this, asked.alarmEmail)
    alarms(this, topic, stage, watched)
    dashboard(this, stage, watched)
    budget(this, topic, stage)
    new CfnOutput(this, 'ApiUrl', { value: publicUrl, description: 'The one address that the add-on calls' })
    new CfnOutput(this, 'Stage', { value: stage.name, description: 'dev or prod' })
    new CfnOutput(this, 'Audience', { value: audience.join(','), description: 'Client ids whose tokens are accepted' })
    new CfnOutput(this, 'TableName', { value: stored.tableName, description: 'All that the backend holds' })
  }
}
