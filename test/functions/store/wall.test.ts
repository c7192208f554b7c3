import { BatchGetCommand, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { Breach } from '../../../functions/store/wall.ts'
import { asPerson, found, get, list, put, query, remove, TableName, walledTable } from './walled-table.ts'

test('nothing is reached without proof, and a breach fails the request however it goes on', async () => {
  const { wall, can, sent } = walledTable({ workspaceId: 'ws' })
  wall.end()
  const asked = [get('W#ws', 'META'), list('W#ws'), put('W#ws', 'x'), get('P#undefined', 'x'), get('C#hash', 'CODE')]
  for (const command of [...asked, get('W#ws', 'x'), list('E#undefined'), remove('E#hash', 'W#ws'), get('', '')])
    expect(await can(command), JSON.stringify(command.input)).toBe(false)
  expect(sent).toEqual([])
  expect(() => wall.end()).toThrow(Breach)
  expect(() => wall.end()).toThrow('An operation is on what the request has not proven to be its own.')
  expect(new Breach().name).toBe('Breach')
})
test('the wall is of the client alone, and gives back what the table replied', async () => {
  const { wall, ask } = walledTable({ entrusted: 'ws' })
  expect(wall.backend).toMatchObject({ table: TableName, more: 1, db: { config: 'of the client' } })
  expect(wall.knows({ sub: 'ada' })).toEqual({ sub: 'ada' })
  expect(await ask(get('W#ws', 'META'), found({ a: 1 }))).toEqual(found({ a: 1 }))
  wall.end()
})

describe('of a proven workspace', () => {
  const own = (ws: string) => [
    ...[get(`W#${ws}`, 'META'), list(`W#${ws}#C`), query('gsi1', `W#${ws}#M`), put(`W#${ws}#S#x#0`, 'R#1')],
    ...[put('P#li', `W#${ws}`), remove('P#li', `W#${ws}`), put('E#hash', `W#${ws}`), remove('E#hash', `W#${ws}`)],
    ...[
      put(`W#ours`, 'x', { gsi2pk: 'DUE#1', gsi2sk: `at#${ws}#x` }),
      put('W#ours', 'x', { gsi1pk: 'WS', gsi1sk: ws }),
    ],
    ...[put('C#new', 'CODE', { workspaceId: ws }), get('P#li', `W#${ws}`)],
  ]
  test.each(own('ours').map((command, at) => [command, own('theirs')[at]!] as const))(
    'everything can be done, of another nothing: %#',
    async (ours, theirs) => {
      const { can } = walledTable({ entrusted: 'ours' })
      expect([await can(ours), await can(theirs)]).toEqual([true, false])
    },
  )
  test.each([
    ['a scan', new ScanCommand({ TableName })],
    ['what is due of several', query('gsi2', 'DUE#1')],
    ['what is due, asked for as if it were ours', query('gsi2', 'DUE#1', 'at#ours#x')],
    ['which workspaces there are', query('gsi1', 'WS')],
    ['which workspaces there are, from ours', query('gsi1', 'WS', 'ours')],
    ['another kind of item in a corner of somebody', put('P#li', 'X#ours')],
    ['whom an address was invited by', list('E#hash')],
    ['whether an address was invited', get('E#hash', 'W#ours')],
    ['a code', get('C#hash', 'CODE')],
    ['a code of nobody known', put('C#hash', 'CODE', {})],
    ['where the audit is', list('AUDIT')],
    ['what nobody keeps, under its name', put('X', 'ours')],
    ['an entry of what is due that names none', put('W#ours', 'x', { gsi2pk: 'DUE#1' })],
  ])('%s is not', async (_, command) => {
    expect(await walledTable({ entrusted: 'ours' }).can(command)).toBe(false)
  })
  test('several keys have to be its own, all of them', async () => {
    const { can } = walledTable({ entrusted: 'ours' })
    const Keys = ['W#ours', 'W#theirs'].map((pk) => ({ pk, sk: 'x' }))
    expect(await can(new BatchGetCommand({ RequestItems: { name: { Keys } } }))).toBe(false)
    expect(await can(new BatchGetCommand({ RequestItems: { name: { Keys: Keys.slice(0, 1) } } }))).toBe(true)
  })
})

describe('a workspace that is made', () => {
  const made = (ws = 'new', condition = 'attribute_not_exists(pk)', sk = 'META') => ({
    Put: { TableName, Item: { pk: `W#${ws}`, sk }, ConditionExpression: condition },
  })
  const member = (sub = 'ada', ws = 'new') => ({ Put: { TableName, Item: { pk: `P#${sub}`, sk: `W#${ws}` } } })
  const together = (...TransactItems: object[]) => new TransactWriteCommand({ TransactItems: TransactItems as never })

  test('by somebody who becomes its member is theirs, once it was made', async () => {
    const { ask, reaches } = asPerson()
    const making = together(made(), member(), { Put: { TableName, Item: { pk: 'W#new#T', sk: 'HEAD' } } })
    await expect(ask(making, new Error('refused'))).rejects.toThrow('refused')
    expect(await reaches('new')).toBe(false)
    await ask(making)
    expect([await reaches('new'), await reaches('other')]).toEqual([true, false])
  })
  test.each([
    ['that may be there already', together(made('new', 'attribute_exists(pk)'), member())],
    ['of which another thing is new', together(made('new', undefined, 'x'), member())],
    ['of which a part is made', together(made('new#C'), member())],
    ['under no id', together(made(''), member('ada', ''))],
    ['whose name only ends like one', together(made('new'), made('x W#new'), member())],
    ['with somebody else as member', together(made(), member('eve'))],
    ['with its maker as a member of another', together(made(), member('ada', 'other'))],
    ['without a member', together(made())],
    ['with something of another workspace', together(made(), member(), made('other'))],
  ])('%s is not', async (_, command) => {
    const { can, reaches } = asPerson()
    expect([await can(command), await reaches('new')]).toEqual([false, false])
  })
  test('by nobody is not', async () => {
    expect(await walledTable().can(together(made(), member('undefined')))).toBe(false)
  })
  test('can be looked for before, by a person who names none: it is not there', async () => {
    const { can, ask } = asPerson()
    expect(await can(get('W#new', 'META'))).toBe(true)
    expect(await can(list('W#new'))).toBe(false)
    expect(await asPerson({ workspaceId: 'ws' }).can(get('W#new', 'META'))).toBe(false)
    expect(await walledTable().can(get('W#new', 'META'))).toBe(false)
    await expect(ask(get('W#new', 'META'), found())).rejects.toThrow(Breach)
  })
})
