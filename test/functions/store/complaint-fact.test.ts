import { beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import { complaintFact } from '../../../core/complaint/complaint-fact.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { complaintFacts, complaintFactWrites, otherMonthsRemoval } from '../../../functions/store/complaint-fact.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { received } from './complaint-of.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const open = (id: string, change: Partial<Complaint> = {}) => ({ ...complaintFromEvents([received(id)]), ...change })
const write = async (...writes: Write[]) => expect(await transact(table, writes)).toBeUndefined()
/** Where writes put things (+) and take them away (-). */
const told = (writes: Write[]) =>
  writes.map(({ Put, Delete }) => (Put ? `+${Put.Item!.pk} ${Put.Item!.sk}` : `-${Delete!.Key!.pk} ${Delete!.Key!.sk}`))

describe('facts', () => {
  const team = place('facts')
  test('lie in each month in which something counted, and with the open ones until it is closed', () => {
    const held = open('q', { respondedAt: '2026-05-01T00:00:00.000Z' })
    expect(told(complaintFactWrites(team, held))).toEqual([
      '+W#facts#QM#2026-03 q',
      '+W#facts#QM#2026-05 q',
      '+W#facts#QM#open q',
    ])
    const closed = open('q', { state: 'closed', closings: ['2026-04-01T00:00:00.000Z'] })
    expect(told(complaintFactWrites(team, closed))).toEqual([
      '+W#facts#QM#2026-03 q',
      '+W#facts#QM#2026-04 q',
      '-W#facts#QM#open q',
    ])
  })
  test('are removed from all months that count nothing of it any more, up to now', () => {
    const closed = open('q', { receivedAt: '2025-11-30T23:00:00.000Z', closings: ['2026-01-01T00:00:00.000Z'] })
    expect(told(otherMonthsRemoval(team, closed, new Date('2026-02-28T23:59:59Z')))).toEqual([
      '-W#facts#QM#2025-12 q',
      '-W#facts#QM#2026-02 q',
    ])
  })
  test('are read once each, as they were last, of the open ones and of months from one to another', async () => {
    const at = (month: string) => ({ receivedAt: `2026-${month}-01T00:00:00.000Z` })
    const shut = (month: string) => ({ state: 'closed' as const, ...at(month) })
    const old = open('moved', { ...shut('03'), version: 2 })
    const moved = open('moved', { ...shut('03'), version: 5, closings: ['2026-04-01T00:00:00.000Z'] })
    await write(...complaintFactWrites(team, moved))
    await write(...complaintFactWrites(team, old))
    await write(...complaintFactWrites(team, open('-february', shut('02'))))
    await write(
      ...complaintFactWrites(team, open('_april', shut('04'))),
      ...complaintFactWrites(team, open('zMay', shut('05'))),
    )
    await write(...complaintFactWrites(team, open('open', at('01'))))
    await table.put({ pk: 'W#facts#QM#2026-03', sk: '!' })
    // What was read last is not what was written last.
    await table.put({ ...complaintFactWrites(team, moved)[1]!.Put!.Item, pk: 'W#facts#QM#2026-05', version: 3 })
    const ids = async (from: string, to: string, most?: number) =>
      (await complaintFacts(table, team, from, to, most)).map(({ id }) => id).sort()
    expect(await ids('2026-03', '2026-04')).toEqual(['_april', 'moved', 'open'])
    expect(await ids('2026-02', '2026-05')).toEqual(['-february', '_april', 'moved', 'open', 'zMay'])
    expect(await ids('2026-06', '2026-05')).toEqual(['open'])
    const [read] = (await complaintFacts(table, team, '2026-03', '2026-05')).filter(({ id }) => id === 'moved')
    expect(read).toEqual(complaintFact(moved))
    // Two of the one that moved, and the one of April and the open one.
    expect(await ids('2026-03', '2026-04', 4)).toHaveLength(3)
    await expect(ids('2026-03', '2026-04', 3)).rejects.toMatchObject({ code: 'statisticTooMany', details: { most: 3 } })
  })
})
