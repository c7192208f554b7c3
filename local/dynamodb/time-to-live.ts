import type { Database } from './database.ts'
import { findTable, type Item, type Request, type Store } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { type Lifetimes, noteDue } from './expiry.ts'
import { checkFields, checkRequest, fieldsOf } from './requests.ts'
import { itemPrefix } from './stage.ts'

const fields = {
  ...fieldsOf('describeTimeToLive', ['TableName']),
  TimeToLiveSpecification: {
    type: 'FieldStruct<TimeToLiveSpecification>',
    notNull: true,
    children: {
      AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
      Enabled: { type: 'Boolean', notNull: true },
    },
  },
}

export async function loadLifetimes(store: Store): Promise<Lifetimes> {
  const lifetimes: Lifetimes = new Map()
  for await (const [key, attribute] of store.db.iterator({ gte: 'ttl~', lt: 'ttl~\u{ff}' })) {
    lifetimes.set(key.slice('ttl~'.length), attribute as string)
  }
  return lifetimes
}

/** UpdateTimeToLive: items written before count too. */
export async function updateTimeToLive(database: Database, raw: Request): Promise<Request> {
  const { store, lifetimes } = database
  const { TableName, TimeToLiveSpecification } = checkFields(raw, fields, store)
  const name = TableName as string
  const { AttributeName, Enabled } = TimeToLiveSpecification as { AttributeName: string; Enabled: boolean }
  return database.write(async ({ set }) => {
    await findTable(store, name)
    if (lifetimes.has(name) === Enabled) {
      const message = `TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`
      throw new DynamoError('ValidationException', message)
    }
    set(`ttl~${name}`, Enabled ? AttributeName : undefined)
    if (Enabled) {
      lifetimes.set(name, AttributeName)
      const prefix = itemPrefix(name)
      for await (const [key, item] of store.db.iterator({ gte: prefix, lt: `${prefix}\u{ff}` })) {
        noteDue(lifetimes, name, key.slice(prefix.length), item as Item, set)
      }
    } else {
      lifetimes.delete(name)
    }
    return { TimeToLiveSpecification: { AttributeName, Enabled } }
  })
}

export async function describeTimeToLive(database: Database, raw: Request): Promise<Request> {
  const { TableName } = checkRequest('describeTimeToLive', raw, database.store)
  await findTable(database.store, TableName as string)
  const AttributeName = database.lifetimes.get(TableName as string)
  const state = AttributeName ? { TimeToLiveStatus: 'ENABLED', AttributeName } : { TimeToLiveStatus: 'DISABLED' }
  return { TimeToLiveDescription: state }
}

/** Items of a table of the same name made later do not expire. */
export async function forgetLifetime({ store, lifetimes }: Database, table: string): Promise<void> {
  lifetimes.delete(table)
  await store.db.batch([{ type: 'del', key: `ttl~${table}` }])
}
