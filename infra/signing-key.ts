import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'

/**
 * The key that signs tickets and makes the secrets of links and keys: made at the first deployment, read by functions when
 * they start, never in their settings.
 */
export function signingKey(scope: Construct): Secret {
  const secret = new Secret(scope, 'SigningKey', {
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  })
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'A new key would refuse every link and key that people hold; it is changed by hand if it ever leaks.',
  })
  return secret
}

/** The right to read it. */
export function mayRead(secret: Secret): PolicyStatement {
  return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] })
}
