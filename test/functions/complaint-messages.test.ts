import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import { type Mail, type Mailer, MailRefused } from '../../functions/complaint/mail.ts'
import { sendMessage } from '../../functions/complaint/send-message.ts'
import { sweep } from '../../functions/complaint/sweep.ts'
import { messagesOf } from '../../functions/store/message.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk } from './complaint-desk.ts'
import { ADA } from './running-app.ts'

let desk: ComplaintDesk
let workspace: WorkspaceKey
beforeAll(async () => {
  desk = await complaintDesk()
  workspace = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!.workspace
  const people = [
    { name: 'li.na', email: 'li.na@example.com', position: 'agent' },
    { name: 'boss', email: 'boss@example.com', position: 'manager' },
  ]
  const { body: before } = await desk.get<{ version: number }>('/complaint-policy')
  const policy = { ...defaultPolicy('UTC'), version: before.version, people }
  const set = await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body: policy })
  expect(set.status).toBe(200)
})
afterAll(() => desk.close())

let sent: Mail[]
beforeEach(() => {
  sent = []
})
const mailer: Mailer = async (mail) => {
  sent.push(mail)
}
const states = async (id: string) =>
  (await messagesOf(desk.backend, workspace, id)).map(({ kind, state }) => [kind, state])
const contact = { name: 'Mei', email: 'mei@example.com' }

test('the handler and the manager are told when time runs out, each message once', async () => {
  desk.at('2026-03-10T09:00:00Z')
  const { body: made } = await desk.log({ customerId: 'C-1', severity: 'critical' })
  desk.at('2026-03-10T09:31:00Z')
  await sweep(desk.backend, { mailer })
  expect(await states(made.id)).toEqual([
    ['escalation', 'waiting'],
    ['escalation', 'waiting'],
  ])
  desk.at('2026-03-10T09:32:00Z')
  await Promise.all([sweep(desk.backend, { mailer }), sweep(desk.backend, { mailer })])
  await sweep(desk.backend, { mailer })
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    ['li.na@example.com', `${made.number} is at risk / ${made.number} 即将超时`],
    ['li.na@example.com', `${made.number} is overdue / ${made.number} 已超时`],
  ])
  desk.at('2026-03-10T11:31:00Z')
  await sweep(desk.backend, { mailer })
  desk.at('2026-03-10T11:32:00Z')
  await sweep(desk.backend, { mailer })
  expect(sent.map(({ to }) => to).slice(2)).toEqual(['boss@example.com'])
})

test('a customer with an address is thanked, answered and asked; the link is told only in the message', async () => {
  desk.at('2026-03-11T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  await desk.act(made.id, { action: 'reply', text: 'It is on its way.', expectedVersion: 2 })
  await desk.act(made.id, { action: 'resolve', expectedVersion: 3 })
  const stored = await messagesOf(desk.backend, workspace, made.id)
  expect(stored.map(({ kind }) => kind)).toEqual(['acknowledgement', 'reply', 'feedback'])
  expect(stored[0]?.text).toContain(`thank you for telling us. Your message has the number ${made.number}.`)
  expect(stored[2]?.text).toContain('{link}')
  desk.at('2026-03-11T09:01:00Z')
  await sweep(desk.backend, { mailer })
  const asked = sent.find(({ text }) => text.includes('settled. Is it?'))
  expect(asked?.text).toMatch(new RegExp(`/f/${desk.workspaceId}\\.[\\w-]{43}\\n?$`))
  expect(await states(made.id)).toEqual([
    ['acknowledgement', 'sent'],
    ['reply', 'sent'],
    ['feedback', 'sent'],
  ])
})

test('what was certainly not taken is tried again, later each time, and given up', async () => {
  desk.at('2026-03-12T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  let tries = 0
  const givenUp: number[][] = []
  const refuses: Mailer = async ({ to }) => {
    if (to === contact.email) tries++
    throw new MailRefused(true)
  }
  for (const minute of [1, 2, 4, 8, 9, 17, 18, 34, 35, 67, 68, 200]) {
    desk.at(new Date(Date.parse('2026-03-12T09:00:00Z') + minute * 60_000).toISOString())
    const { refused } = await sweep(desk.backend, { mailer: refuses })
    if (refused > 0) givenUp.push([minute, tries])
  }
  expect(tries).toBe(6)
  // At the last of its tries; later others, which were due later.
  expect(givenUp[0]).toEqual([68, 6])
  expect(await states(made.id)).toEqual([['acknowledgement', 'refused']])
})

test('what was handed over without an answer, or cut short, is not sent again', async () => {
  desk.at('2026-03-13T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  const dies: Mailer = async (mail) => {
    sent.push(mail)
    throw new Error('socket hang up')
  }
  desk.at('2026-03-13T09:01:00Z')
  expect((await sweep(desk.backend, { mailer: dies })).failures).toEqual(['Error'])
  desk.at('2026-03-13T12:00:00Z')
  await sweep(desk.backend, { mailer })
  expect([sent.length, await states(made.id)]).toEqual([1, [['acknowledgement', 'unsure']]])
})

test('a sweep leaves alone what another is handing over at that moment', async () => {
  desk.at('2026-03-13T13:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  const entry = { workspace, id: made.id, message: 'M#000002#0' }
  const meanwhile: Mailer = async (mail) => {
    sent.push(mail)
    await sendMessage(desk.backend, mailer, entry)
  }
  await sendMessage(desk.backend, meanwhile, entry)
  expect([sent.length, await states(made.id)]).toEqual([1, [['acknowledgement', 'sent']]])
})

test('what was claimed is handed over also where the reply to the claim was lost', async () => {
  desk.at('2026-03-15T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  let replies = 0
  // Below the tries of the SDK, which asks again by itself.
  desk.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args)
      if (!/Write|Update/.test(String(context.commandName)) || ++replies > 1) return result
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })
    },
    { step: 'finalizeRequest', priority: 'low', name: 'lost' },
  )
  await sendMessage(desk.backend, mailer, { workspace, id: made.id, message: 'M#000002#0' })
  desk.backend.db.middlewareStack.remove('lost')
  expect([sent.length, await states(made.id)]).toEqual([1, [['acknowledgement', 'sent']]])
  // The claim, once more, and the word that it was sent.
  expect(replies).toBe(3)
})

test('where no e-mail is sent it says so, and nothing stays due', async () => {
  desk.at('2026-03-16T09:00:00Z')
  const { body: made } = await desk.log({ severity: 'low', contact })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1 })
  desk.at('2026-03-16T09:01:00Z')
  await sweep(desk.backend)
  expect(await states(made.id)).toEqual([['acknowledgement', 'off']])
  expect((await sweep(desk.backend)).due).toBe(0)
})
