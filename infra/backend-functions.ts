import { Duration } from 'aws-cdk-lib'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { nodeFunction } from './node-function.ts'
import { mayRead } from './signing-key.ts'
import type { Stage } from './stage.ts'
import { storeStatements } from './store-statements.ts'
import type { StoredTable } from './table.ts'

export type BackendFunctionsProps = {
  stage: Stage
  table: StoredTable
  /** Folder of the built function behind what people, documents and programs call; of that behind the public pages. */
  apiDir: string
  pagesDir: string
  publicUrl: string
  signingKey: Secret
  /** OAuth client ids whose tokens are accepted. */
  audience: string[]
  /** How many pages are answered at once at the most; set only where the account's quota has room for it. */
  pagesAtOnce: number | undefined
}

/** The functions behind the routes, with the rights that their store uses and no others. */
export function backendFunctions(scope: Construct, props: BackendFunctionsProps): { api: Lambda; pages: Lambda } {
  const { stage, table, signingKey, publicUrl, audience, apiDir, pagesDir, pagesAtOnce } = props
  const shared = {
    stage,
    memoryMb: 1024,
    timeout: Duration.seconds(29),
    statements: [...storeStatements(table), mayRead(signingKey)],
    environment: {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      SIGNING_KEY_ARN: signingKey.secretArn,
      AUDIENCE: audience.join(','),
    },
  }
  const api = { ...shared, description: 'Tiersheet: what people, documents and programs call', codeDir: apiDir }
  const pages = { ...shared, description: 'Tiersheet: public pages', codeDir: pagesDir, atOnce: pagesAtOnce }
  return {
    api: nodeFunction(new Construct(scope, 'Backend'), api),
    pages: nodeFunction(new Construct(scope, 'Pages'), pages),
  }
}
