import { beforeAll, describe, expect, test } from 'vitest'
import type { Complaint } from '../../../core/complaint/complaint.ts'
import { complaintFromEvents } from '../../../core/complaint/complaint-from-events.ts'
import {
  customerComplaints,
  customerComplaintWrites,
  formerComplaintRemoval,
  formerComplaints,
} from '../../../functions/store/customer-complaints.ts'
import { customerHistory } from '../../../functions/store/customer-history.ts'
import { transact, type Write } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { ACME, acted, received, written } from './complaint-of.ts'

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

describe("a customer's history", () => {
  const team = place('history')
  const thought = { ...ACME, id: 'thought' }
  test('tells of their complaints, the latest first', async () => {
    await written(table, team, received('early', { receivedAt: '2026-03-01T08:00:00.000Z' }))
    await written(table, team, received('late'))
    await written(table, team, received('stranger', { customer: { ...ACME, id: '' } }))
    const found = await customerComplaints(table, team, 'acme')
    expect(found.map(({ id }) => id)).toEqual(['late', 'early'])
    expect(found[0]).toMatchObject({ number: 'C-2026-late', state: 'received', dueAt: '2026-03-11T08:00:00.000Z' })
    expect(await customerComplaints(table, team, '')).toEqual([])
    expect(customerHistory(team, 'acme')).toMatch(/^W#history#CH#[\w-]{43}$/)
  })
  test('knows of those that turned out to be of another, until that is forgotten', async () => {
    await written(
      table,
      team,
      received('wrong', { customer: thought }),
      acted(2, 'identify', { customer: { ...ACME, id: 'true' } }),
    )
    expect([await customerComplaints(table, team, 'thought'), await formerComplaints(table, team, 'thought')]).toEqual([
      [],
      ['wrong'],
    ])
    expect((await customerComplaints(table, team, 'true')).map(({ id }) => id)).toEqual(['wrong'])
    expect(await formerComplaints(table, team, 'true')).toEqual([])
    await write(formerComplaintRemoval(team, 'thought', 'wrong'))
    expect(await formerComplaints(table, team, 'thought')).toEqual([])
  })
  test('is left alone where they stay the same, or nobody was known', () => {
    const q = open('q', { customer: thought })
    expect(customerComplaintWrites(team, q, q)).toEqual(customerComplaintWrites(team, undefined, q))
    const nobody = open('q', { customer: { ...ACME, id: '' } })
    expect(customerComplaintWrites(team, nobody, q)).toHaveLength(1)
    expect(customerComplaintWrites(team, nobody, nobody)).toEqual([])
    expect(told(customerComplaintWrites(team, q, nobody)).map((each) => each[0])).toEqual(['-', '+'])
  })
})
