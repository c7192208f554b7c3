import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  UpdateTableCommand,
  type UpdateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { engineWithTable } from './table.ts'

const plain: CreateTableCommandInput = {
  TableName: 'kept',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
}
const { TableName } = plain
const provisioned = {
  BillingMode: 'PROVISIONED',
  ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 3 },
}

let engine: Engine
let client: DynamoDBClient
beforeAll(async () => {
  const opened = await engineWithTable()
  engine = opened.engine
  client = opened.client as unknown as DynamoDBClient
})
afterAll(() => engine.close())

const remove = () => client.send(new DeleteTableCommand({ TableName }))
const described = async () => (await client.send(new DescribeTableCommand({ TableName }))).Table
const update = (more: object) => client.send(new UpdateTableCommand({ TableName, ...more } as UpdateTableCommandInput))

it('keeps a protected table until it is unprotected', async () => {
  await client.send(new CreateTableCommand({ ...plain, DeletionProtectionEnabled: true }))
  await expect(remove()).rejects.toThrow('currently protected against deletion')
  expect(await described()).toMatchObject({ TableStatus: 'ACTIVE', DeletionProtectionEnabled: true })
  await update({ DeletionProtectionEnabled: false })
  await remove()
  await expect(described()).rejects.toThrow('not found')
})

it('tells the settings of a table, also when other things change in the same request', async () => {
  const OnDemandThroughput = { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 }
  await client.send(new CreateTableCommand({ ...plain, OnDemandThroughput }))
  expect(await described()).toMatchObject({ OnDemandThroughput })
  await update({ TableClass: 'STANDARD_INFREQUENT_ACCESS', ...provisioned })
  const { ProvisionedThroughput } = provisioned
  const TableClassSummary = { TableClass: 'STANDARD_INFREQUENT_ACCESS' }
  expect(await described()).toMatchObject({ OnDemandThroughput, TableClassSummary, ProvisionedThroughput })
})

it('refuses settings of no table, and of no kind', async () => {
  const nowhere = new UpdateTableCommand({ TableName: 'nowhere', DeletionProtectionEnabled: true })
  await expect(client.send(nowhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(update({ TableClass: 'COLD' })).rejects.toMatchObject({ name: 'ValidationException' })
})
