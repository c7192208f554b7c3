import type { Duration } from 'aws-cdk-lib'
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

export type NodeFunctionProps = {
  stage: Stage
  description: string
  /** Folder of the built function. */
  codeDir: string
  memoryMb: number
  timeout: Duration
  environment: Record<string, string>
  /** All that it may do, beside writing its log. */
  statements: PolicyStatement[]
  /** How many run at once at the most; none are set aside where absent. */
  atOnce?: number | undefined
  /** Where what failed lies, of a function that nobody waits for; it is tried once. */
  failed?: IQueue
}

/** A function of this project: arm64, current Node, one role of its own, a log of its own that ends. */
export function nodeFunction(scope: Construct, props: NodeFunctionProps): Lambda {
  const { stage, description, codeDir, memoryMb, timeout, environment, statements, atOnce, failed } = props
  const logGroup = new LogGroup(scope, 'Log', { retention: stage.logs, removalPolicy: stage.removal })
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  for (const statement of statements) role.addToPolicy(statement)
  return new Lambda(scope, 'Function', {
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(codeDir),
    memorySize: memoryMb,
    timeout,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    environment,
    ...(atOnce !== undefined && { reservedConcurrentExecutions: atOnce }),
    ...(failed && { deadLetterQueue: failed, retryAttempts: 0 }),
  })
}
