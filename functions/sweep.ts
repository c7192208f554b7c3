import { sesMailer } from './complaint/ses-mailer.ts'
import { sweep } from './complaint/sweep.ts'
import { logLine } from './log-line.ts'
import { onSchedule } from './on-schedule.ts'
import { setting } from './setting.ts'
import { signingKey } from './signing-key.ts'
import { documentClient } from './store/client.ts'
import { expireAnswers } from './survey/expire-answers.ts'

const SERVICE = 'tiersheet-sweep'
/** Time to end one in, also where SES and DynamoDB keep silent for as long as they are waited for. */
const RESERVE_MS = 25_000

const deskBackend = {
  db: documentClient(),
  table: setting('TABLE_NAME'),
  publicUrl: setting('PUBLIC_URL').replace(/\/$/, ''),
  signingKey: await signingKey(),
  now: () => new Date(),
}
const from = process.env.MAIL_FROM
const mailer = from ? sesMailer(from, process.env.MAIL_CONFIGURATION_SET) : undefined

/**
 * The handler behind the schedule of every minute: what complaints are due for, and messages that wait; then, by night,
 * answers that expired.
 *
 * TABLE_NAME, PUBLIC_URL, SIGNING_KEY_ARN; MAIL_FROM and MAIL_CONFIGURATION_SET where e-mail is sent.
 */
export async function handler(_event: unknown, context: { getRemainingTimeInMillis(): number }): Promise<void> {
  const isOver = () => context.getRemainingTimeInMillis() < RESERVE_MS
  const swept = await onSchedule(SERVICE, () => sweep(deskBackend, { ...(mailer && { mailer }), isOver }))
  const expired = await onSchedule(SERVICE, () => expireAnswers(deskBackend, isOver))
  const failed = [...swept.failures, ...expired.failures].length > 0
  const isWrong = swept.refused > 0 || swept.failures.length > 0
  if (swept.due > 0) logLine(SERVICE, isWrong ? 'ERROR' : 'INFO', 'sweep', swept)
  if (expired.surveys > 0) logLine(SERVICE, expired.failures.length > 0 ? 'ERROR' : 'INFO', 'expiry', expired)
  if (failed) throw new Error('Some complaints could not be swept, or some answers not erased.')
}
