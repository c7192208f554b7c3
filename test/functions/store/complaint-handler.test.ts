import { beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { handlerWrites, heldBy, loadOf } from '../../../functions/store/complaint-handler.ts'
import type { Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { acted, closing, received, written } from './complaint-of.ts'
import { watched } from './watched.ts'

const place = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const open = (id: string, change: Partial<Complaint> = {}) => ({ ...complaintFromEvents([received(id)]), ...change })
/** Where writes put things (+) and take them away (-). */
const told = (writes: Write[]) =>
  writes.map(({ Put, Delete }) => (Put ? `+${Put.Item!.pk} ${Put.Item!.sk}` : `-${Delete!.Key!.pk} ${Delete!.Key!.sk}`))

describe('what somebody has', () => {
  const team = place('held')
  test('changes hands with the complaint, and is gone with its end', () => {
    const q = open('q')
    const of = (owner: string) => (told(handlerWrites(team, undefined, open('q', { owner })))[0] as string).slice(1)
    expect(of('Bo')).not.toBe(of('Ada'))
    expect(told(handlerWrites(team, q, open('q', { owner: 'Bo' })))).toEqual([`-${of('Ada')}`, `+${of('Bo')}`])
    expect(handlerWrites(team, q, open('q', { state: 'resolved' }))).toEqual([])
    const closed = open('q', { state: 'closed' })
    expect(told(handlerWrites(team, q, closed))).toEqual([`-${of('Ada')}`])
    expect(told(handlerWrites(team, closed, open('q', { state: 'reopened' })))).toEqual([`+${of('Ada')}`])
    expect([handlerWrites(team, closed, closed), handlerWrites(team, undefined, closed)]).toEqual([[], []])
  })
  test('is counted and listed, page by page', async () => {
    for (const id of ['c', 'a', 'b']) await written(table, team, received(id))
    await written(table, team, received('d'), acted(2, 'assign', { owner: '' }))
    await written(table, team, received('e'), ...closing())
    expect([await loadOf(table, team, 'Ada'), await loadOf(table, team, ''), await loadOf(table, team, 'Bo')]).toEqual([
      3, 1, 0,
    ])
    expect(await heldBy(table, team, 'Ada', { limit: 2 })).toEqual({ ids: ['a', 'b'], next: 'b' })
    expect(await heldBy(table, team, 'Ada', { after: 'b', limit: 2 })).toEqual({ ids: ['c'] })
    expect(await heldBy(table, team, 'Bo', { limit: 2 })).toEqual({ ids: [] })
    const last = { pk: 'pk', sk: 'sk' }
    const paged = watched(table, ({ ExclusiveStartKey }) =>
      ExclusiveStartKey ? {} : { Count: 2, LastEvaluatedKey: last },
    )
    expect(await loadOf(paged, team, 'Ada')).toBe(2)
    expect(paged.asked).toMatchObject([{ Select: 'COUNT', ConsistentRead: true }, { ExclusiveStartKey: last }])
    expect(
      await heldBy(
        watched(table, () => ({})),
        team,
        'Ada',
        { limit: 1 },
      ),
    ).toEqual({ ids: [] })
  })
})
