import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { NETWORK } from '../network.ts'
import { type Mailer, MailRefused } from './mail.ts'

/** What SES answers where a message will not be taken at another time either. */
const FOR_GOOD = ['BadRequestException', 'MessageRejected', 'MailFromDomainNotVerifiedException', 'NotFoundException']

/**
 * Sends by SES. The client tries once: whether a message was taken that got no answer is not known, and it is sent once.
 *
 * @param from A verified address.
 * @param configurationSet Under which SES counts what becomes of it.
 */
export function sesMailer(from: string, configurationSet: string | undefined): Mailer {
  const ses = new SESv2Client({ maxAttempts: 1, requestHandler: NETWORK })
  return async ({ id, to, subject, text }) => {
    const Charset = 'UTF-8'
    try {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          ConfigurationSetName: configurationSet,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: { Subject: { Data: subject, Charset }, Body: { Text: { Data: text, Charset } } },
          },
          EmailTags: [{ Name: 'message', Value: id }],
        }),
      )
    } catch (error) {
      const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
      const status = $metadata?.httpStatusCode
      // A fault of SES's own may come after it took the message.
      if (status === undefined || status >= 500) throw error
      // Until an address is confirmed, and in the sandbox, which an account leaves one day.
      const isUnverified = /not verified/i.test(message)
      throw new MailRefused(isUnverified || !FOR_GOOD.includes(name))
    }
  }
}
