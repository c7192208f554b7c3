import { Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/**
 * The key that signs tickets and makes the secrets of links and keys: made at the first deployment, read by functions when
 * they start, never in their settings.
 */
export function signingKey(scope: Construct, { removal }: Stage): Secret {
  const secret = new Secret(scope, 'SigningKey', {
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: removal,
  })
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'It is never exchanged: under a new one the audit trail is told as altered, and customers are given second links.',
  })
  return secret
}

/** The right to read it. */
export function mayRead(secret: Secret): PolicyStatement {
  return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] })
}
