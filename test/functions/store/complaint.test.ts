import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import {
  complaintAt,
  complaintEvents,
  complaintPartition,
  complaintWrites,
  findComplaint,
  statusPartition,
  statusSortKey,
} from '../../../functions/store/complaint.ts'
import { complaintFacts } from '../../../functions/store/complaint-fact.ts'
import { loadOf } from '../../../functions/store/complaint-handler.ts'
import { complaintPage } from '../../../functions/store/complaint-list.ts'
import { customerComplaints } from '../../../functions/store/customer-complaints.ts'
import { dueEntries } from '../../../functions/store/due.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { withoutPauses } from '../pauses.ts'
import { acted, closing, received, written } from './complaint-of.ts'
import { watched } from './watched.ts'

const team = WorkspaceKey.ofScanned('W#team')
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})
afterEach(() => void vi.restoreAllMocks())

const note = (version: number) => acted(version, 'note', { text: `note ${version}` })

describe('a complaint', () => {
  test('is found as last written, in its own workspace', async () => {
    const head = await written(table, team, received('found'), note(2))
    expect(await findComplaint(table, team, 'found')).toEqual({ ...head, version: 2 })
    expect(await findComplaint(table, team, 'none')).toBeUndefined()
    expect(await findComplaint(table, WorkspaceKey.ofScanned('W#other'), 'found')).toBeUndefined()
  })
  test('is listed, due, counted and held from its first event on', async () => {
    const elsewhere = WorkspaceKey.ofScanned('W#elsewhere')
    const head = await written(table, elsewhere, received('shown'))
    const listed = async (...states: (typeof head.state)[]) =>
      (await complaintPage(table, elsewhere, { states, limit: 9 })).complaints.map(({ id }) => id)
    expect([await listed('received'), await listed('closed')]).toEqual([['shown'], []])
    const due = []
    for await (const { workspace, id } of dueEntries(table, '2026-03-11T08:00:00.001Z'))
      if (workspace.id === 'elsewhere') due.push(id)
    expect(due).toEqual(['shown'])
    expect((await complaintFacts(table, elsewhere, '2026-03', '2026-03')).map(({ id }) => id)).toEqual(['shown'])
    expect(await loadOf(table, elsewhere, 'Ada')).toBe(1)
    expect((await customerComplaints(table, elsewhere, 'acme')).map(({ id }) => id)).toEqual(['shown'])
    await written(table, elsewhere, received('gone'), ...closing())
    expect([await listed('received'), await listed('closed')]).toEqual([['shown'], ['gone']])
    expect(await loadOf(table, elsewhere, 'Ada')).toBe(1)
  })
  test('lies by its next deadline, or by its last change where none runs', () => {
    const open = complaintFromEvents([received('open')])
    expect(statusSortKey(open)).toBe('2026-03-11T08:00:00.000Z#open')
    const closed = complaintFromEvents([received('shut'), ...closing()])
    expect(statusSortKey(closed)).toBe('~2026-03-10T08:00:04.000Z#shut')
    expect(statusPartition(team, 'closed')).toBe('W#team#QS#closed')
    expect(complaintPartition(team, 'open')).toBe('W#team#Q#open')
  })
})

describe('events', () => {
  test('are there with all that was said, in order, from a version on', async () => {
    const events = [received('many'), ...Array.from({ length: 11 }, (_, i) => note(i + 2))]
    await written(table, team, ...events)
    expect(await complaintEvents(table, team, 'many')).toEqual(events)
    expect((await complaintEvents(table, team, 'many', 9)).map(({ version }) => version)).toEqual([10, 11, 12])
    expect(await complaintEvents(table, team, 'many', 12)).toEqual([])
    expect(await complaintAt(table, team, 'many', 3)).toEqual(complaintFromEvents(events.slice(0, 3)))
  })
  test('are kept without words where no function may change them, the words beside the head', async () => {
    await written(table, team, received('apart'))
    const writes = complaintWrites(team, [note(2)], complaintFromEvents([received('apart'), note(2)]))
    const [, event, words] = writes.map(({ Put }) => Put)
    expect(event).toMatchObject({
      Item: { pk: 'W#team#QE#apart', sk: 'E#000002', action: 'note', words: expect.any(String) },
      ConditionExpression: 'attribute_not_exists(pk)',
    })
    expect(event?.Item).not.toHaveProperty('text')
    expect(words?.Item).toMatchObject({ pk: 'W#team#Q#apart', sk: 'T#000002', text: 'note 2' })
  })
  test('of a complaint that is not there are none, and no words are looked for', async () => {
    const looked = watched(table)
    expect(await complaintEvents(looked, team, 'none')).toEqual([])
    expect(looked.asked).toHaveLength(1)
  })
  test('several are written at once, those without words too', async () => {
    const events = [received('several'), acted(2, 'acknowledge'), note(3)]
    const refused = await transact(table, complaintWrites(team, events, complaintFromEvents(events)))
    expect(refused).toBeUndefined()
    expect(await complaintEvents(table, team, 'several')).toEqual(events)
    expect(await findComplaint(table, team, 'several')).toMatchObject({ version: 3, state: 'acknowledged' })
  })
  test('are refused where something came before them, and then nothing is written', async () => {
    const first = received('race')
    const before = await written(table, team, first)
    const write = (text: string) => {
      const event = acted(2, 'note', { text })
      return transact(table, complaintWrites(team, [event], complaintFromEvents([first, event]), before))
    }
    expect(await write('mine')).toBeUndefined()
    expect((await write('theirs'))?.[0]?.Code).toBe('ConditionalCheckFailed')
    expect((await complaintEvents(table, team, 'race', 1)).map((event) => 'text' in event && event.text)).toEqual([
      'mine',
    ])
    // A head that was lost brings no event over another.
    const again = await transact(table, complaintWrites(team, [first], before))
    expect(again?.slice(0, 2).map(({ Code }) => Code)).toEqual(Array(2).fill('ConditionalCheckFailed'))
  })
  test('wait for their words where a query does not show them yet, ten times at the most', async () => {
    const events = [received('late'), note(2)]
    await written(table, team, ...events)
    const pauses = withoutPauses()
    const late = (times: number) => {
      let left = times
      return watched(table, ({ ExpressionAttributeValues: values }) => {
        return (values as Record<string, string>)[':from']?.startsWith('T#') && left-- > 0 ? { Items: [] } : undefined
      })
    }
    expect(await complaintEvents(late(9), team, 'late')).toEqual(events)
    expect(pauses).toEqual(Array(9).fill(20))
    await expect(complaintEvents(late(10), team, 'late')).rejects.toThrow('Words of an event are gone.')
  })
})
