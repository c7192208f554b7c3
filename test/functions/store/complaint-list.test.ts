import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Complaint, ComplaintState } from '../../../core/complaint/complaint.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import { complaintPage } from '../../../functions/store/complaint-list.ts'
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

describe('the list', () => {
  const team = place('list')
  const both: ComplaintState[] = ['received', 'acknowledged']
  const due = (day: number) => `2026-04-${String(day).padStart(2, '0')}T08:00:00.000Z`
  beforeAll(async () => {
    const clock = (day: number) => ({ targetMinutes: 60, usedMinutes: 0, since: due(1), dueAt: due(day) })
    const of = (id: string, day: number) => received(id, { response: clock(day), resolution: clock(day) })
    await written(table, team, of('third', 3))
    await written(table, team, of('fourth', 4))
    await written(table, team, of('first', 1))
    await written(table, team, of('second', 2), acted(2, 'acknowledge'))
    await written(table, team, of('fifth', 5), acted(2, 'acknowledge'))
    const rest = { targetMinutes: 60, usedMinutes: 1 }
    await written(table, team, received('resting', { response: rest, resolution: rest }))
    await written(table, team, of('over', 1), ...closing())
  })
  const ids = ({ complaints }: { complaints: Complaint[] }) => complaints.map(({ id }) => id)
  const all = ['first', 'second', 'third', 'fourth', 'fifth', 'resting']

  test('is of some states, most overdue first, those without a deadline last', async () => {
    const whole = await complaintPage(table, team, { states: both, limit: 6 })
    expect([ids(whole), whole.next]).toEqual([all, undefined])
    expect(whole.complaints[0]).toEqual(open('first', whole.complaints[0]))
    expect(ids(await complaintPage(table, team, { states: ['closed'], limit: 9 }))).toEqual(['over'])
    expect(await complaintPage(table, team, { states: ['waiting'], limit: 9 })).toEqual({ complaints: [] })
  })
  test.each([1, 2, 3, 5])('goes on page by page, %i at a time', async (limit) => {
    const found: string[][] = []
    let after: string | undefined
    do {
      const page = await complaintPage(table, team, { states: both, limit, after })
      found.push(ids(page))
      after = page.next
    } while (after)
    expect(found.flat()).toEqual(all)
    expect(found.map(({ length }) => length).slice(0, -1)).toEqual(Array(Math.ceil(6 / limit) - 1).fill(limit))
  })
  test('is of those alone for which something holds', async () => {
    const holds = ({ id }: Complaint) => id.endsWith('th') || id === 'first'
    const page = await complaintPage(table, team, { states: both, holds, limit: 2 })
    expect([ids(page), page.next]).toEqual([['first', 'fourth'], `${due(4)}#fourth`])
    expect(ids(await complaintPage(table, team, { states: both, holds, limit: 2, after: page.next }))).toEqual([
      'fifth',
    ])
  })
  test('is in order, each once, also where one state is read further than another', async () => {
    const slow = watched(table, (input) => table.db.send(new QueryCommand({ ...input, Limit: 2 } as never)))
    for (const states of [both, [...both].reverse()])
      expect(ids(await complaintPage(slow, team, { states, holds: () => true, limit: 9 }))).toEqual(all)
  })
  test('gives no more than a reply takes', async () => {
    const wordy = place('wordy')
    const names = [...'abcdefghijklmnopqrstuvwxy']
    for (const id of names) await written(table, wordy, received(id, { description: '"'.repeat(90_000) }))
    const found: string[][] = []
    let after: string | undefined
    do {
      const page = await complaintPage(table, wordy, { states: both, limit: 500, after })
      found.push(ids(page))
      after = page.next
    } while (after)
    expect(found.flat()).toEqual(names)
    // Each takes 360 kB of the 6 MB that Lambda gives out, and may grow.
    expect(found.map(({ length }) => length)).toEqual([12, 12, 1])
  })
  test('looks through 3,000 at the most, and goes on from there', async () => {
    const place = (n: number) => `2026-04-01T08:00:00.000Z#${String(n).padStart(5, '0')}`
    const far = (each: number) => {
      let read = 0
      return watched(table, () => {
        const Items = Array.from({ length: each }, () => {
          const id = place(++read).slice(-5)
          return { ...open(id), response: { targetMinutes: 1, usedMinutes: 0, dueAt: due(1) } }
        })
        return { Items, LastEvaluatedKey: { gsi1sk: place(read) } }
      })
    }
    const whole = far(200)
    const page = await complaintPage(whole, team, { states: ['received'], holds: () => false, limit: 2 })
    expect(page).toEqual({ complaints: [], next: place(3000) })
    expect(whole.asked.map(({ Limit }) => Limit)).toEqual(Array(15).fill(200))
    expect(whole.asked[1]?.ExpressionAttributeValues).toMatchObject({ ':after': place(200) })
    const short = far(199)
    await complaintPage(short, team, { states: ['received'], holds: () => false, limit: 2 })
    expect(short.asked).toHaveLength(16)
    const some = await complaintPage(far(200), team, {
      states: ['received'],
      holds: ({ id }) => id === '02999',
      limit: 2,
    })
    expect([ids(some), some.next]).toEqual([['02999'], place(3000)])
    const plain = watched(table, () => ({}))
    expect(await complaintPage(plain, team, { states: ['received'], limit: 7 })).toEqual({ complaints: [] })
    expect(plain.asked).toMatchObject([{ Limit: 8, ExpressionAttributeValues: { ':after': '!' } }])
  })
})
