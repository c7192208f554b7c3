import { db, type Item, type KeySchema, type Table } from './dynalite.ts'

const { createKey } = db
/** So many partitions' beginnings of keys are known at the most. */
const MOST = 10_000

/** What keys of a partition begin with, by its text: its hash, a digest of it, takes longer than the rest of a key. */
const beginnings = new Map<string, string>()

/** dynalite's keys of items and index entries, made quickly where all parts of them are texts. */
export function quickKey(item: Item, table: Table, keySchema: KeySchema = table.KeySchema): string {
  const [hash, range] = keySchema.map(({ AttributeName }) => textOf(item, table, AttributeName))
  if (hash === undefined || (keySchema.length > 1 && range === undefined)) return createKey(item, table, keySchema)
  const beginning = beginnings.get(hash) ?? remembered(hash, createKey(item, table, keySchema.slice(0, 1)))
  return range === undefined ? beginning : `${beginning}${Buffer.from(range).toString('hex')}/`
}

function textOf(item: Item, { AttributeDefinitions }: Table, name: string): string | undefined {
  const definition = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)
  return definition?.AttributeType === 'S' ? (item[name]?.S as string | undefined) : undefined
}

function remembered(hash: string, beginning: string): string {
  if (beginnings.size === MOST) beginnings.clear()
  beginnings.set(hash, beginning)
  return beginning
}
