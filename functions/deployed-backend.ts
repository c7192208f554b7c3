import type { Backend } from './backend.ts'
import { logLine } from './log-line.ts'
import { setting } from './setting.ts'
import { signingKey } from './signing-key.ts'
import { documentClient } from './store/client.ts'

/**
 * The backend as a Lambda function finds it in its settings.
 *
 * TABLE_NAME, PUBLIC_URL, SIGNING_KEY_ARN (a secret of 32 characters or more), AUDIENCE (client ids, comma separated);
 * ISSUER and JWKS_URL where it isn't Google.
 *
 * @param service Whose lines of log its requests are.
 */
export async function deployedBackend(service: string): Promise<Backend> {
  return {
    db: documentClient(),
    table: setting('TABLE_NAME'),
    publicUrl: setting('PUBLIC_URL').replace(/\/$/, ''),
    signingKey: await signingKey(),
    identity: {
      issuer: process.env.ISSUER ?? 'https://accounts.google.com',
      audience: setting('AUDIENCE').split(','),
      jwks: new URL(process.env.JWKS_URL ?? 'https://www.googleapis.com/oauth2/v3/certs'),
      // Google's last an hour.
      longestSeconds: 86_400,
    },
    now: () => new Date(),
    log: (entry) => logLine(service, entry.failure ? 'ERROR' : 'INFO', 'request', entry),
  }
}
