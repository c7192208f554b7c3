import { Logger } from '@aws-lambda-powertools/logger'
import { sesMailer } from './complaint/ses-mailer.ts'
import { sweep } from './complaint/sweep.ts'
import { setting } from './setting.ts'
import { documentClient } from './store/client.ts'

const logger = new Logger({ serviceName: 'tiersheet-sweep' })

/** Time to end one in. */
const RESERVE_MS = 10_000

const deskBackend = {
  db: documentClient(),
  table: setting('TABLE_NAME'),
  publicUrl: setting('PUBLIC_URL').replace(/\/$/, ''),
  signingKey: setting('SIGNING_KEY'),
  now: () => new Date(),
}
const from = process.env.MAIL_FROM
const mailer = from ? sesMailer(from) : undefined

/**
 * The handler behind the schedule of every minute: what complaints are due for, and messages that wait.
 *
 * TABLE_NAME, PUBLIC_URL, SIGNING_KEY; MAIL_FROM where e-mail is sent.
 */
export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> {
  const isOver = () => context.getRemainingTimeInMillis() < RESERVE_MS
  const swept = await sweep(deskBackend, { ...(mailer && { mailer }), isOver })
  if (swept.failures.length > 0) {
    logger.error('sweep', swept)
    throw new Error('Some complaints could not be swept.')
  }
  if (swept.due > 0) logger.info('sweep', swept)
}
