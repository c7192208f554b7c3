import { Logger } from '@aws-lambda-powertools/logger'
import { handle } from 'hono/aws-lambda'
import { app } from './app.ts'
import { setting } from './setting.ts'
import { documentClient } from './store/client.ts'

const logger = new Logger({ serviceName: 'tiersheet' })

/**
 * The handler behind the HTTP API.
 *
 * TABLE_NAME, PUBLIC_URL, SIGNING_KEY (32 characters or more), AUDIENCE (client ids, comma separated);
 * ISSUER and JWKS_URL where it isn't Google.
 */
export const handler = handle(
  app({
    db: documentClient(),
    table: setting('TABLE_NAME'),
    publicUrl: setting('PUBLIC_URL').replace(/\/$/, ''),
    signingKey: setting('SIGNING_KEY'),
    identity: {
      issuer: process.env.ISSUER ?? 'https://accounts.google.com',
      audience: setting('AUDIENCE').split(','),
      jwks: new URL(process.env.JWKS_URL ?? 'https://www.googleapis.com/oauth2/v3/certs'),
      // Google's last an hour.
      longestSeconds: 86_400,
    },
    now: () => new Date(),
    log: (entry) => (entry.failure ? logger.error('request', entry) : logger.info('request', entry)),
  }),
)
