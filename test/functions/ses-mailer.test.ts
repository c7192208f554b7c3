import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MailRefused } from '../../functions/complaint/mail.ts'
import { sesMailer } from '../../functions/complaint/ses-mailer.ts'
import { quietServer } from './quiet-server.ts'

const MAIL = { id: 'm1', to: 'nw@example.com', subject: '已收到您的投诉', text: 'We look into it.\n您好' }

let server: Awaited<ReturnType<typeof quietServer>>
let asked: { path: string | undefined; body: string }[]
/** What SES answers; nothing at all where it is undefined. */
let answer: { status: number; name?: string; message?: string } | undefined
beforeEach(async () => {
  asked = []
  answer = { status: 200 }
  server = await quietServer((reply, body, { url }) => {
    asked.push({ path: url, body })
    if (!answer) return void vi.advanceTimersByTimeAsync(5000)
    reply.statusCode = answer.status
    if (answer.name) reply.setHeader('x-amzn-errortype', answer.name)
    reply.setHeader('Content-Type', 'application/json')
    reply.end(JSON.stringify(answer.name ? { message: answer.message ?? 'No.' } : { MessageId: 's1' }))
  })
  const settings = { AWS_ENDPOINT_URL_SESV2: server.url, AWS_REGION: 'local' }
  const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  for (const [name, value] of Object.entries({ ...settings, ...credentials })) vi.stubEnv(name, value)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await server.close()
})

const sent = (set?: string) => sesMailer('desk@example.com', set)(MAIL)
const refusal = () => sent().then(Promise.reject, (error: unknown) => error)

test('an e-mail is handed over once, as text, under its id and what SES counts it by', async () => {
  await sent('tiersheet')
  expect(asked).toHaveLength(1)
  expect(asked[0]!.path).toBe('/v2/email/outbound-emails')
  const text = (Data: string) => ({ Data, Charset: 'UTF-8' })
  expect(JSON.parse(asked[0]!.body)).toEqual({
    FromEmailAddress: 'desk@example.com',
    ConfigurationSetName: 'tiersheet',
    Destination: { ToAddresses: [MAIL.to] },
    Content: { Simple: { Subject: text(MAIL.subject), Body: { Text: text(MAIL.text) } } },
    EmailTags: [{ Name: 'message', Value: 'm1' }],
  })
  await sent()
  expect(JSON.parse(asked[1]!.body)).not.toHaveProperty('ConfigurationSetName')
})

test.each(['BadRequestException', 'MessageRejected', 'MailFromDomainNotVerifiedException', 'NotFoundException'])(
  'what SES refuses as %s is given up',
  async (name) => {
    answer = { status: 400, name }
    expect(await refusal()).toMatchObject({ name: 'MailRefused', later: false })
    expect(asked).toHaveLength(1)
  },
)

test.each([
  [429, 'TooManyRequestsException'],
  [400, 'SendingPausedException'],
  [400, 'LimitExceededException'],
  [403, 'AccessDeniedException'],
])('what SES refuses for now, by %i %s, is tried later', async (status, name) => {
  answer = { status, name }
  expect(await refusal()).toMatchObject({ name: 'MailRefused', later: true })
  expect(asked).toHaveLength(1)
})

test('what SES refuses until an address is confirmed, or the account has left the sandbox, is tried later', async () => {
  const message = 'Email address is not verified. The following identities failed the check in region: desk@example.com'
  answer = { status: 400, name: 'MessageRejected', message }
  expect(await refusal()).toMatchObject({ name: 'MailRefused', later: true })
})

test('what SES may have taken is left unsure, and not sent again: its own fault, or no answer within five seconds', async () => {
  answer = { status: 500, name: 'InternalServiceError' }
  expect(await refusal()).not.toBeInstanceOf(MailRefused)
  expect(asked).toHaveLength(1)

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  answer = undefined
  expect(await refusal()).toMatchObject({ name: 'TimeoutError' })
  expect(asked).toHaveLength(2)
}, 30_000)
