import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import type { Message } from '../../functions/store/message.ts'
import { type ComplaintDesk, complaintDesk, type ToldWithHistory } from './complaint-desk.ts'

type Read = ToldWithHistory & { messages: Message[]; feedbackLink?: string }

let desk: ComplaintDesk
/** Reads a complaint as somebody of the workspace. */
let as: Record<'editor' | 'viewer', (id: string) => Promise<Read>>
beforeAll(async () => {
  desk = await complaintDesk()
  const reading = async (role: 'editor' | 'viewer') => {
    const person = { sub: role, email: `${role}@example.com`, name: role }
    await desk.join(person, role)
    return async (id: string) => {
      const token = await desk.tokenOf(person)
      return (await desk.call<Read>('GET', desk.path(`/complaints/${id}`), { token })).body
    }
  }
  as = { editor: await reading('editor'), viewer: await reading('viewer') }
  const { body: before } = await desk.get<{ version: number }>('/complaint-policy')
  const rights = { steps: { assign: 'admin', close: 'handler' } }
  const people = [{ name: 'li', email: 'editor@example.com' }]
  const set = await desk.call('POST', desk.path('/complaint-policy'), {
    token: await desk.signedIn(),
    body: { ...defaultPolicy('UTC'), version: before.version, rights, people },
  })
  expect(set.status).toBe(200)
})
afterAll(() => desk.close())

test('whoever reads a complaint is told the steps that are theirs, and editors alone what was written to people', async () => {
  const contact = { name: 'Mei', email: 'mei@example.com' }
  const { body: made } = await desk.log({ contact, owner: 'li' })
  await desk.act(made.id, { action: 'acknowledge', expectedVersion: 1, text: 'Thank you' })
  const notes = ['note', 'reply', 'assign', 'change_severity', 'classify', 'identify']
  const { body: admins } = await desk.get<Read>(`/complaints/${made.id}`)
  expect(admins.actions).toEqual(['start', 'wait', 'resolve', ...notes])
  const editors = await as.editor(made.id)
  expect(editors.actions).toEqual(['start', 'wait', 'resolve', ...notes.filter((action) => action !== 'assign')])
  expect(editors.messages).toMatchObject([{ kind: 'acknowledgement', to: 'mei@example.com', text: 'Thank you' }])
  expect(await as.viewer(made.id)).toMatchObject({ actions: [], messages: [], history: editors.history })

  expect(editors.feedbackLink).toBeUndefined()
  await desk.act(made.id, { action: 'resolve', expectedVersion: 2 })
  const asked = await as.editor(made.id)
  expect(asked).toMatchObject({ state: 'feedback', actions: expect.arrayContaining(['close', 'reopen']) })
  expect(asked.feedbackLink).toMatch(new RegExp(`/f/${desk.workspaceId}\\.[\\w-]{43}$`))
  expect((await as.viewer(made.id)).feedbackLink).toBeUndefined()
  await desk.act(made.id, { action: 'assign', owner: 'wang', expectedVersion: 4 })
  expect((await as.editor(made.id)).actions).not.toContain('close')
  await desk.act(made.id, { action: 'close', expectedVersion: 5 })
  expect((await as.editor(made.id)).feedbackLink).toBeUndefined()
})

test('what a customer may have told already is found before it is taken in again', async () => {
  desk.at('2026-03-10T09:00:00Z')
  const told = { customerId: 'C-3', category: 'Delivery', description: 'The pallet arrived wet.' }
  const found = async (body: Record<string, unknown> = {}) => {
    const asked = { token: await desk.signedIn(), body: { ...told, category: '', ...body } }
    const { body: reply } = await desk.call<{ complaints: { id: string }[] }>(
      'POST',
      desk.path('/complaint-duplicates'),
      asked,
    )
    return reply.complaints.map(({ id }) => id)
  }
  expect(await found()).toEqual([])
  const { body: first } = await desk.log(told)
  await desk.log({ ...told, customerId: 'C-1' })
  expect(await found()).toEqual([first.id])
  expect(await found({ customerId: 'C-4' })).toEqual([])
  expect(await found({ description: 'A wrong invoice' })).toEqual([])
  expect(await found({ category: 'delivery', description: '' })).toEqual([first.id])
  await desk.act(first.id, { action: 'acknowledge', expectedVersion: 1 })
  await desk.act(first.id, { action: 'resolve', expectedVersion: 2 })
  await desk.act(first.id, { action: 'close', expectedVersion: 4 })
  desk.at('2026-04-09T09:00:00Z')
  expect(await found()).toEqual([first.id])
  desk.at('2026-04-09T09:00:00.001Z')
  expect(await found()).toEqual([])
})
