import { indexEntry } from './amend-dynalite.ts'
import type { Database } from './database.ts'
import { findTable, type Index, type Item, indexesOf, type Request, type Table } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { checkRequest } from './requests.ts'
import { indexPrefix, itemPrefix, type Stage } from './stage.ts'

type Definition = Table['AttributeDefinitions'][number]
type IndexUpdate = { Create?: Index; Delete?: { IndexName: string } }

/** Adds and removes global indexes; undefined if the UpdateTable request is about something else. */
export async function updateIndexes(database: Database, raw: Request): Promise<Request | undefined> {
  const updates = (
    Array.isArray(raw.GlobalSecondaryIndexUpdates) ? raw.GlobalSecondaryIndexUpdates : []
  ) as IndexUpdate[]
  if (!updates.some(({ Create, Delete }) => Create || Delete)) return undefined
  if (raw.BillingMode || raw.ProvisionedThroughput || updates.some((update) => 'Update' in update)) {
    throw new DynamoError('ValidationException', 'Indexes are added or removed in a request of their own')
  }
  const given = (raw.AttributeDefinitions ?? []) as Definition[]
  const name = checkRequest('updateTable', structuredClone({ ...raw, ...withThroughput(updates) }), database.store)
    .TableName as string
  return database.write(async (stage) => {
    const before = await findTable(database.store, name)
    const after = updates.reduce((table, update) => updated(table, update, given), before)
    for (const { Create, Delete } of updates) {
      await clear(database, stage, name, (Create ?? Delete)?.IndexName as string)
      if (Create) await fill(database, stage, after, Create)
    }
    stage.set(`table~${name}`, after)
    return { TableDescription: { ...after, TableStatus: 'UPDATING' } }
  })
}

/** dynalite demands a throughput of every new index, which only provisioned tables have. */
function withThroughput(updates: IndexUpdate[]): Request {
  const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 }
  const GlobalSecondaryIndexUpdates = updates.map(({ Create, ...rest }) =>
    Create ? { ...rest, Create: { ProvisionedThroughput, ...Create } } : rest,
  )
  return { GlobalSecondaryIndexUpdates }
}

function updated(table: Table, { Create, Delete }: IndexUpdate, given: Definition[]): Table {
  const indexes = table.GlobalSecondaryIndexes ?? []
  const found = indexes.some(({ IndexName }) => IndexName === (Create ?? Delete)?.IndexName)
  if (Delete && !found) throw new DynamoError('ResourceNotFoundException', 'Requested resource not found')
  if (Create && found) {
    throw new DynamoError('ValidationException', 'Attempting to create an index which already exists')
  }
  const kept = indexes.filter(({ IndexName }) => IndexName !== Delete?.IndexName)
  const next = { ...table, GlobalSecondaryIndexes: Create ? [...kept, described(Create, table)] : kept }
  return { ...next, AttributeDefinitions: definitions(next, given) }
}

function described(index: Index, table: Table): Index {
  const { TableArn } = table as Table & { TableArn: string }
  const more = {
    IndexStatus: 'ACTIVE',
    IndexArn: `${TableArn}/index/${index.IndexName}`,
    ItemCount: 0,
    IndexSizeBytes: 0,
  }
  const ProvisionedThroughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 }
  return { ...{ ProvisionedThroughput }, ...index, ...more }
}

/** Those of the attributes that are keys; a type once stored stays. */
function definitions(table: Table, given: Definition[]): Definition[] {
  const schemas = [table.KeySchema, ...indexesOf(table).map(({ index }) => index.KeySchema)]
  const names = new Set(schemas.flat().map(({ AttributeName }) => AttributeName))
  const known = [...table.AttributeDefinitions, ...given]
  return [...names].map((name) => {
    const found = known.find(({ AttributeName }) => AttributeName === name)
    if (found) return found
    const message = `One or more parameter values were invalid: ${name} is not defined in AttributeDefinitions`
    throw new DynamoError('ValidationException', message)
  })
}

async function clear(database: Database, stage: Stage, table: string, index: string): Promise<void> {
  const prefix = indexPrefix('Global', table, index)
  for await (const key of database.store.db.keys({ gte: prefix, lt: `${prefix}\u{ff}` })) stage.set(key, undefined)
}

async function fill({ store }: Database, stage: Stage, table: Table, index: Index): Promise<void> {
  const prefix = itemPrefix(table.TableName)
  for await (const [, item] of store.db.iterator({ gte: prefix, lt: `${prefix}\u{ff}` })) {
    const entry = indexEntry(item as Item, table, index)
    if (entry) stage.set(indexPrefix('Global', table.TableName, index.IndexName) + entry.key, entry.value)
  }
}
