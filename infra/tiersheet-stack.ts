import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { alarms } from './alarms.ts'
import { backendFunction } from './backend-function.ts'
import { addRoutes, httpApi } from './http-api.ts'
import { table } from './table.ts'

export type TiersheetStackProps = {
  /** Folder of the built function. */
  codeDir: string
  /** OAuth client ids of the add-on, whose identity tokens are accepted. */
  audience: string[]
}

/** The backend: one HTTP API, one function, one table. */
export class TiersheetStack extends Stack {
  constructor(scope: Construct, id: string, { codeDir, audience }: TiersheetStackProps) {
    super(scope, id, { description: 'Tiersheet backend' })
    const api = httpApi(this)
    const publicUrl = api.apiEndpoint
    const backend = backendFunction(this, { table: table(this), codeDir, publicUrl, audience })
    addRoutes(api, backend, audience)
    alarms(this, api, backend)
    new CfnOutput(this, 'ApiUrl', { value: publicUrl, description: 'TIERSHEET_API_URL when the add-on is built' })
  }
}
