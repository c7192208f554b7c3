import { type DynamoDBDocumentClient, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Actions, engineWithTable } from './table.ts'

type Action = {
  kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck'
  sk: string
  when: 'always' | 'present' | 'absent'
  group: string | undefined
  by: number
}
type Model = Map<string, { group?: string | undefined; n?: number }>

const TableName = 'app'
const conditions = { present: 'attribute_exists(pk)', absent: 'attribute_not_exists(pk)' }

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('Put', 'Update', 'Delete', 'ConditionCheck'),
  sk: fc.constantFrom('1', '2', '3', '4', '5'),
  when: fc.constantFrom('always', 'always', 'present', 'absent'),
  group: fc.constantFrom('x', 'y', undefined),
  by: fc.integer({ min: -5, max: 5 }),
})
const transaction = fc.uniqueArray(action, { selector: ({ sk }) => sk, minLength: 1, maxLength: 5 })

it('any run of transactions leaves the items and index entries that a plain map would hold', async () => {
  const { engine, client } = await engineWithTable()
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 10 }), async (transactions) => {
      await send(client, ['1', '2', '3', '4', '5'].map(remove))
      const model: Model = new Map()
      for (const actions of transactions) {
        const expected = apply(model, actions)
        expect(await send(client, actions.map(request))).toEqual(expected)
        expect(await scan(client)).toEqual(listed(model))
        expect(await scan(client, 'byGroup')).toEqual(listed(model).filter(({ group }) => group))
      }
    }),
    { numRuns: 20 },
  )
  await engine.close()
})

/** Changes the model if all conditions hold; gives the reason for each action otherwise. */
function apply(model: Model, actions: Action[]): string[] | 'done' {
  const holds = actions.map(({ kind, sk, when }) =>
    when === 'always' && kind !== 'ConditionCheck' ? true : model.has(sk) === (when === 'present'),
  )
  if (holds.includes(false)) return holds.map((held) => (held ? 'None' : 'ConditionalCheckFailed'))
  for (const { kind, sk, group, by } of actions) {
    if (kind === 'Put') model.set(sk, { group, n: by })
    if (kind === 'Update') model.set(sk, { group: group ?? 'z', n: (model.get(sk)?.n ?? 0) + by })
    if (kind === 'Delete') model.delete(sk)
  }
  return 'done'
}

function request({ kind, sk, when, group, by }: Action): Actions[number] {
  const Key = { pk: 'a', sk }
  const condition = when === 'always' ? {} : { ConditionExpression: conditions[when] }
  if (kind === 'Put') return { Put: { TableName, Item: { ...Key, rank: '1', group, n: by }, ...condition } }
  if (kind === 'Delete') return { Delete: { TableName, Key, ...condition } }
  if (kind === 'ConditionCheck')
    return { ConditionCheck: { TableName, Key, ConditionExpression: conditions.absent, ...condition } }
  return {
    Update: {
      TableName,
      Key,
      ...condition,
      UpdateExpression: 'SET #g = :group, #r = :rank ADD n :by',
      ExpressionAttributeNames: { '#g': 'group', '#r': 'rank' },
      ExpressionAttributeValues: { ':group': group ?? 'z', ':rank': '1', ':by': by },
    },
  }
}

function remove(sk: string): Actions[number] {
  return { Delete: { TableName, Key: { pk: 'a', sk } } }
}

async function send(client: DynamoDBDocumentClient, TransactItems: Actions): Promise<string[] | 'done'> {
  return client.send(new TransactWriteCommand({ TransactItems })).then(
    () => 'done' as const,
    (error) => error.CancellationReasons.map(({ Code }: { Code: string }) => Code),
  )
}

type Listed = { sk: string; group?: string | undefined; n: number }

async function scan(client: DynamoDBDocumentClient, IndexName?: string): Promise<Listed[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName }))
  return Items.map(({ sk, group, n }) => ({ sk, group, n })).sort(bySortKey)
}

function listed(model: Model): Listed[] {
  return [...model].map(([sk, { group, n = 0 }]) => ({ sk, group, n })).sort(bySortKey)
}

function bySortKey(a: Listed, b: Listed): number {
  return a.sk < b.sk ? -1 : 1
}
