import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Customer,
  findCustomers,
  forgottenCustomerWrite,
  saveCustomers,
} from '../../../functions/store/customer.ts'
import { followingNow } from '../../../functions/store/following.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'
import { bareTable } from '../bare-table.ts'
import { itemAt } from './answers.ts'
import { answering, watched } from './watched.ts'

let table: Awaited<ReturnType<typeof bareTable>>
beforeAll(async () => {
  table = await bareTable()
})

const now = new Date('2026-03-10T08:00:00.000Z')
const team = (id: string) => WorkspaceKey.ofScanned(`W#${id}`)
const save = (id: string, customers: Customer[], operation = 'first') =>
  saveCustomers(table, team(id), customers, { operation, now })
const find = async (id: string, ...ids: string[]) => [...(await findCustomers(table, team(id), ids)).entries()]
/** Whose answers have to follow, which is forgotten then. */
async function follow(id: string): Promise<string[]> {
  const { due } = await followingNow(table, team(id), now, 500)
  for (const { sk } of due) await transact(table, [{ Delete: { Key: { pk: team(id).partition('N'), sk } } }])
  return due.map(({ customerId }) => customerId)
}

describe('customers', () => {
  const whole = { id: 'C 1', name: 'Shop', tier: 'A', owner: 'Li', segment: 'Key', consent: true, contactHash: 'hash' }
  test('are mirrored whole, and found by their ids', async () => {
    expect(await save('a', [whole, { id: 'C2' }])).toEqual(['added', 'added'])
    const [[id, found] = [], ...others] = await find('a', 'C 1', 'none', 'C 1')
    expect([id, found, others]).toEqual(['C 1', expect.objectContaining(whole), []])
    expect(await itemAt(table, 'W#a#C', 'C 1')).toMatchObject({ ...whole, operation: 'first', change: 'added' })
    expect(await find('b', 'C 1')).toEqual([])
    expect(await find('a')).toEqual([])
    expect(await save('a', [])).toEqual([])
  })
  test('are told to be added, changed or the same, in order', async () => {
    await save('c', [{ id: '1' }, { id: '2' }])
    expect(await save('c', [{ id: '3' }, { id: '2' }, { id: '1', name: 'New' }], 'second')).toEqual([
      ...['added', 'unchanged', 'changed'],
    ])
    expect((await find('c', '1'))[0]![1]).toMatchObject({ name: 'New' })
    expect(await save('c', [{ id: '1' }], 'third')).toEqual(['changed'])
    expect((await find('c', '1'))[0]![1]).not.toHaveProperty('name')
  })
  test('that are sent again by the same operation are told as they were then', async () => {
    await save('d', [{ id: '1' }])
    expect(await save('d', [{ id: '1' }])).toEqual(['added'])
    expect(await save('d', [{ id: '1', tier: 'A' }], 'second')).toEqual(['changed'])
    expect(await save('d', [{ id: '1', tier: 'A' }], 'second')).toEqual(['changed'])
    expect(await save('d', [{ id: '1', tier: 'A' }], 'third')).toEqual(['unchanged'])
    expect(await itemAt(table, 'W#d#C', '1')).toMatchObject({ operation: 'second', change: 'changed' })
  })
  test('that are forgotten are new again', async () => {
    await save('e', [{ id: '1' }])
    await transact(table, [forgottenCustomerWrite(team('e'), '1')])
    expect(await find('e', '1')).toEqual([])
    expect(await save('e', [{ id: '1' }], 'second')).toEqual(['added'])
  })
  test('of more than a hundred are read and written page by page', async () => {
    const many = Array.from({ length: 101 }, (_, n) => ({ id: `C${n}` }))
    const watch = watched(table)
    const saved = await saveCustomers(watch, team('f'), many, { operation: 'first', now })
    expect(saved).toEqual(Array(101).fill('added'))
    const written = watch.asked.flatMap(({ TransactItems }) => (TransactItems ? [(TransactItems as []).length] : []))
    expect([watch.asked.length, written]).toEqual([2 + 3, [100, 100, 2]])
    expect(await find('f', ...many.map(({ id }) => id))).toHaveLength(101)
  })
})

describe('answers have to follow', () => {
  test('customers that are new, and those of another tier or owner', async () => {
    await save('g', [{ id: '1', tier: 'A' }, { id: '2', owner: 'Li' }, { id: '3' }])
    expect(await follow('g')).toEqual(['1', '2', '3'])
    await save('g', [{ id: '1', tier: 'B' }, { id: '2' }, { id: '3', name: 'Shop', segment: 'Key' }], 'second')
    expect(await follow('g')).toEqual(['1', '2'])
    await save('g', [{ id: '1', tier: 'B' }], 'third')
    expect(await follow('g')).toEqual([])
  })
})

test('customers that DynamoDB left are asked for again, before the others', async () => {
  const keys = Array.from({ length: 101 }, (_, n) => ({ pk: 'W#ws#C', sk: `C${n}` }))
  const stored = { id: 'C0', digest: 'd', operation: 'op', change: 'added' }
  const { table: leaving, asked } = answering(
    { Responses: { name: [stored] }, UnprocessedKeys: { name: { Keys: [keys[1]] } } },
    { UnprocessedKeys: {} },
  )
  const found = await findCustomers(
    leaving,
    team('ws'),
    keys.map(({ sk }) => sk),
  )
  expect([...found]).toEqual([['C0', stored]])
  const of = (Keys: object[]) => ({ RequestItems: { name: { Keys, ConsistentRead: true } } })
  expect(asked).toEqual([of(keys.slice(0, 100)), of([keys[1]!, keys[100]!])])
  await expect(
    findCustomers(answering({ Responses: { name: [{ id: 'C0' }] } }).table, team('ws'), ['C0']),
  ).rejects.toThrow()
  const odd = { ...stored, change: 'other' }
  await expect(findCustomers(answering({ Responses: { name: [odd] } }).table, team('ws'), ['C0'])).rejects.toThrow()
})
