import {
  type Callback,
  db,
  type Index,
  type IndexEntry,
  type Item,
  indexesOf,
  type Store,
  type Table,
} from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { quickKey } from './quick-keys.ts'

const { validateItem } = db

/**
 * Puts right what dynalite does wrong with indexes.
 *
 * It ends an entry's key with 24 bits of a hash of the item's key, so two items with equal index keys can overwrite
 * each other's entry: here the whole key of the item ends it. And it takes empty strings as index keys.
 */
export function amendDynalite(): void {
  db.createKey = quickKey
  db.createIndexKey = (item, table, keySchema) => db.createKey(item, table, keySchema) + db.createKey(item, table)
  db.updateIndexes = updateIndexes
  db.validateItem = (item, table) => validateItem(item, table) ?? emptyIndexKey(item, table)
}

function updateIndexes(store: Store, table: Table, before: Item | null, after: Item | null, done: Callback): void {
  const empty = after && findEmpty(after, table)
  if (empty) {
    const what = 'The update expression attempted to update a secondary index key to a value that is not supported.'
    done(notValid(what, empty))
    return
  }
  for (const { type, index } of indexesOf(table)) {
    const section = store.getIndexDb(type, table.TableName, index.IndexName)
    const [old, entry] = [before, after].map((item) => (item ? indexEntry(item, table, index) : undefined))
    store.onIndexChange?.({ table: table.TableName, type, index: index.IndexName, before: old, after: entry })
    if (old && old.key !== entry?.key) section.del(old.key, ignore)
    if (entry) section.put(entry.key, entry.value, ignore)
  }
  done(null)
}

/** Writes are staged, and cannot fail before they are committed together. */
function ignore(): void {}

/** Undefined for an item that lacks one of the index's keys: it has no entry. */
export function indexEntry(item: Item, table: Table, index: Index): IndexEntry | undefined {
  if (index.KeySchema.some(({ AttributeName }) => item[AttributeName] == null)) return undefined
  return { key: db.createIndexKey(item, table, index.KeySchema), value: projected(item, table, index) }
}

function projected(item: Item, table: Table, { KeySchema, Projection }: Index): Item {
  if (Projection.ProjectionType === 'ALL') return item
  const keys = [...table.KeySchema, ...KeySchema].map(({ AttributeName }) => AttributeName)
  const names = new Set([...keys, ...(Projection.NonKeyAttributes ?? [])])
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)))
}

function emptyIndexKey(item: Item, table: Table): Error | undefined {
  const empty = findEmpty(item, table)
  const where = ` IndexName: ${empty?.index}, IndexKey: ${empty?.attribute}`
  return empty && notValid('A value specified for a secondary index key is not supported.', empty, where)
}

function notValid(what: string, { kind }: Empty, where = ''): Error {
  const emptiness = `The AttributeValue for a key attribute cannot contain an empty ${kind} value.`
  const message = `One or more parameter values are not valid. ${what} ${emptiness}${where}`
  return new DynamoError('ValidationException', message)
}

type Empty = { index: string; attribute: string; kind: 'string' | 'binary' }

function findEmpty(item: Item, table: Table): Empty | undefined {
  for (const { index } of indexesOf(table)) {
    for (const { AttributeName: attribute } of index.KeySchema) {
      const { S, B } = item[attribute] ?? {}
      if (S === '' || B === '') return { index: index.IndexName, attribute, kind: S === '' ? 'string' : 'binary' }
    }
  }
  return undefined
}
