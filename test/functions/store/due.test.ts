import { beforeAll, describe, expect, test } from 'vitest'
import { dueEntries, dueIn, dueKeys } from '../../../functions/store/due.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { watched } from './watched.ts'

const at = '2026-03-10T08:00:00.000Z'
const later = '2026-03-10T08:05:00.000Z'
let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

describe('what is due', () => {
  const own = WorkspaceKey.ofScanned('W#due')
  const put = (id: string, dueAt: string, message?: string) =>
    table.put({ pk: `W#due#${id}`, sk: message ?? 'HEAD', ...dueKeys(own, id, dueAt, message) })

  test('lies on sixteen shelves by its id, as long as there is something to do', () => {
    expect(dueKeys(own, 'q', undefined)).toEqual({})
    // Where entries of before lie.
    expect(dueKeys(own, 'q', at)).toEqual({ gsi2pk: 'DUE#14', gsi2sk: `${at}#due#q` })
    expect(dueKeys(own, 'q', at, 'M#000001#0')).toMatchObject({ gsi2sk: `${at}#due#q#M#000001#0` })
    const shelves = Array.from({ length: 400 }, (_, n) => (dueKeys(own, `${n}`, at) as { gsi2pk: string }).gsi2pk)
    expect([...new Set(shelves)].sort()).toEqual(Array.from({ length: 16 }, (_, n) => `DUE#${n}`).sort())
  })
  test('is found on all shelves before an instant, the earliest of each first', async () => {
    for (let n = 0; n < 60; n++) {
      await put(`a${n}`, n < 20 ? later : at)
      if (n < 5) await put(`a${n}`, at, `M#00000${n}#0`)
    }
    const found: { id: string; message?: string }[] = []
    for await (const { workspace, ...entry } of dueEntries(table, later)) if (workspace.id === 'due') found.push(entry)
    expect(
      found
        .filter(({ message }) => !message)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Array.from({ length: 40 }, (_, n) => `a${n + 20}`).sort())
    expect(
      found
        .filter(({ message }) => message)
        .map(({ id, message }) => `${id} ${message}`)
        .sort(),
    ).toEqual(Array.from({ length: 5 }, (_, n) => `a${n} M#00000${n}#0`))
    expect(found.filter((entry) => 'message' in entry)).toHaveLength(5)
    const shelf = 'DUE#3'
    const inOrder: string[] = []
    for await (const { workspace, id } of dueIn(table, shelf, '9')) if (workspace.id === 'due') inOrder.push(id)
    const dates = inOrder.map((id) => (Number(id.slice(1)) < 20 ? later : at))
    expect(dates).toEqual([...dates].sort())
    expect(new Set(dates).size).toBe(2)
  })
  test('reads no more than where it lies', async () => {
    const looked = watched(table)
    for await (const _ of dueIn(looked, 'DUE#none', at)) throw new Error('Nothing is there.')
    expect(looked.asked).toMatchObject([{ IndexName: 'gsi2', ProjectionExpression: 'gsi2sk' }])
    const half = watched(table, () => ({ Items: [{ gsi2sk: `${at}#due` }] }))
    for await (const entry of dueIn(half, 'DUE#none', at)) expect(entry).toMatchObject({ id: '', rest: [] })
  })
})
