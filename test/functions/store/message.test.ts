import { beforeAll, describe, expect, test } from 'vitest'
import { dueEntries } from '../../../functions/store/due.ts'
import {
  escalationRemovals,
  findMessage,
  type Message,
  messageRemovals,
  messagesOf,
  messageWrites,
  moveMessage,
  type NewMessage,
} from '../../../functions/store/message.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { watched } from './watched.ts'

const team = WorkspaceKey.ofScanned('W#team')
const at = '2026-03-10T08:00:00.000Z'
const later = '2026-03-10T08:05:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const mail = (subject: string, change: Partial<NewMessage> = {}): NewMessage => ({
  kind: 'reply',
  to: 'cy@example.com',
  subject,
  text: `About ${subject}`,
  ...change,
})
const keep = async (id: string, version: number, ...messages: NewMessage[]) =>
  expect(await transact(table, messageWrites(team, id, { version, at }, messages))).toBeUndefined()
const subjects = async (id: string) => (await messagesOf(table, team, id)).map(({ subject }) => subject)
/** What is due of a complaint before an instant, with the message's place where it is one. */
async function due(id: string, before = '9') {
  const found: (string | undefined)[] = []
  for await (const entry of dueEntries(table, before))
    if (entry.id === id && entry.workspace.id === 'team') found.push(entry.message)
  return found
}

describe('messages', () => {
  test('wait from the event on that they tell of, in its order, and are due at once', async () => {
    await keep('new', 2, mail('a'), mail('b', { linked: true, kind: 'feedback' }))
    await keep('new', 10, mail('c'))
    const stored = { state: 'waiting', createdAt: at, tries: 0 }
    expect(await messagesOf(table, team, 'new')).toEqual([
      { ...mail('a'), linked: false, ...stored },
      { ...mail('b'), linked: true, kind: 'feedback', ...stored },
      { ...mail('c'), linked: false, ...stored },
    ])
    expect(await findMessage(table, team, 'new', 'M#000002#1')).toMatchObject({ subject: 'b' })
    expect(await findMessage(table, team, 'new', 'M#000002#2')).toBeUndefined()
    expect((await due('new')).sort()).toEqual(['M#000002#0', 'M#000002#1', 'M#000010#0'])
    expect(await due('new', at)).toEqual([])
    expect(await subjects('none')).toEqual([])
  })
  test('of before stand for themselves: not linked, never tried', async () => {
    const old = { ...mail('old'), state: 'sent', createdAt: at }
    await table.put({ pk: 'W#team#Q#old', sk: 'M#000001#0', ...old })
    expect(await messagesOf(table, team, 'old')).toEqual([{ ...old, linked: false, tries: 0 }])
  })
  test('are all removed, or those that the desk was told before a version', async () => {
    const escalation = { kind: 'escalation' } as const
    await keep('erased', 2, mail('told early', escalation), mail('asked'))
    await keep('erased', 3, mail('told late', escalation))
    await table.put({ pk: 'W#team#Q#erased', sk: 'N#1', kind: 'escalation' })
    await transact(table, await escalationRemovals(table, team, 'erased', 3))
    expect(await subjects('erased')).toEqual(['asked', 'told late'])
    await transact(table, await escalationRemovals(table, team, 'erased', 4))
    expect(await subjects('erased')).toEqual(['asked'])
    expect(await messageRemovals(table, team, 'erased')).toEqual([
      { Delete: { Key: { pk: 'W#team#Q#erased', sk: 'M#000002#1' } } },
    ])
  })
  describe('move on', () => {
    const sending = { state: 'sending' as const, tries: 1, triedAt: later }
    const waiting = { state: 'waiting' as const, tries: 0 }
    const move = (id: string, from: Pick<Message, 'state' | 'tries'>, to: Parameters<typeof moveMessage>[3], by = {}) =>
      moveMessage({ ...table, ...by }, team, { complaintId: id, sk: 'M#000001#0', from }, to)

    test('as they were read, once, and are due again when that is said', async () => {
      await keep('moved', 1, mail('a'))
      const both = [
        move('moved', waiting, { ...sending, dueAt: later }),
        move('moved', waiting, { ...sending, dueAt: later }),
      ]
      expect((await Promise.all(both)).sort()).toEqual([false, true])
      expect(await findMessage(table, team, 'moved', 'M#000001#0')).toEqual({
        ...mail('a'),
        linked: false,
        createdAt: at,
        ...sending,
      })
      expect([await due('moved', later), await due('moved', `${later}~`)]).toEqual([[], ['M#000001#0']])
    })
    test('are never due again where nothing is said', async () => {
      await keep('done', 1, mail('a'))
      expect(await move('done', waiting, { state: 'sent', tries: 1, triedAt: later })).toBe(true)
      expect(await findMessage(table, team, 'done', 'M#000001#0')).toMatchObject({
        state: 'sent',
        tries: 1,
        triedAt: later,
      })
      expect(await due('done')).toEqual([])
    })
    test('only where state and tries are those that were read, and never out of nothing', async () => {
      await keep('still', 1, mail('a'))
      expect(await move('still', { state: 'sending', tries: 0 }, sending)).toBe(false)
      expect(await move('still', { state: 'waiting', tries: 1 }, sending)).toBe(false)
      expect(await findMessage(table, team, 'still', 'M#000001#0')).toMatchObject(waiting)
      expect(await move('gone', waiting, sending)).toBe(false)
      expect(await subjects('gone')).toEqual([])
    })
    test('a failure of the table is told', async () => {
      const failing = watched(table, () => {
        throw new Error('away')
      })
      await expect(move('still', waiting, sending, { db: failing.db })).rejects.toThrow('away')
    })
  })
})
