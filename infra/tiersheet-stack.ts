import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { alarms } from './alarms.ts'
import { auditFunction } from './audit-function.ts'
import { backendFunction, newSigningKey } from './backend-function.ts'
import { addRoutes, httpApi } from './http-api.ts'
import { sweepFunction } from './sweep-function.ts'
import { table } from './table.ts'

export type TiersheetStackProps = {
  /** Folder of the built function. */
  codeDir: string
  /** Folder of the built audit. */
  auditDir: string
  /** Folder of the built sweep of complaints. */
  sweepDir: string
  /** The verified address that e-mail is sent from; none is sent where absent. */
  mailFrom?: string | undefined
  /** OAuth client ids of the add-on, whose identity tokens are accepted. */
  audience: string[]
}

/** The backend: one HTTP API, its function, one table, the sweep of every minute, and the audit that walks through it at night. */
export class TiersheetStack extends Stack {
  constructor(scope: Construct, id: string, { codeDir, auditDir, sweepDir, mailFrom, audience }: TiersheetStackProps) {
    super(scope, id, { description: 'Tiersheet backend' })
    const api = httpApi(this)
    const publicUrl = api.apiEndpoint
    const stored = table(this)
    const signingKey = newSigningKey(this)
    const backend = backendFunction(this, { table: stored, codeDir, publicUrl, signingKey, audience })
    const sweeping = sweepFunction(this, { table: stored, codeDir: sweepDir, publicUrl, signingKey, mailFrom })
    const audit = auditFunction(this, { table: stored, codeDir: auditDir })
    addRoutes(api, backend, audience)
    alarms(this, api, { backend, audit, ...sweeping })
    new CfnOutput(this, 'ApiUrl', { value: publicUrl, description: 'TIERSHEET_API_URL when the add-on is built' })
  }
}
