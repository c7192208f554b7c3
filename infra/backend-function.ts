import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { storeStatements } from './store-statements.ts'

export type BackendFunctionProps = {
  table: TableV2
  /** Folder of the built function. */
  codeDir: string
  publicUrl: string
  /** Signs tickets, makes the secrets of links and keys. */
  signingKey: Secret
  /** OAuth client ids whose tokens are accepted. */
  audience: string[]
}

/** The function behind every route, with the rights that its store uses and no others. */
export function backendFunction(
  scope: Construct,
  { table, codeDir, publicUrl, signingKey, audience }: BackendFunctionProps,
): Lambda {
  const logGroup = new LogGroup(scope, 'Log', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  for (const statement of storeStatements(table)) role.addToPolicy(statement)
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray traces belong to no resource that could be named.',
  })
  return new Lambda(scope, 'Function', {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(codeDir),
    memorySize: 1024,
    timeout: Duration.seconds(29),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
    environment: {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      SIGNING_KEY: signingKey.secretValue.unsafeUnwrap(),
      AUDIENCE: audience.join(','),
    },
  })
}

/** Made once at the first deployment; it signs the tickets of survey pages. */
export function newSigningKey(scope: Construct): Secret {
  const secret = new Secret(scope, 'SigningKey', {
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  })
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'A new key would refuse the survey pages that people have open; it is changed by hand if it ever leaks.',
  })
  return secret
}
