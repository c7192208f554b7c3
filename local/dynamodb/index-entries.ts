import { type Callback, db, type Index, type Item, type Store, type Table } from './dynalite.ts'

/**
 * Gives every item its own entry in an index.
 *
 * dynalite ends an entry's key with 24 bits of a hash of the item's key, so two items with equal index keys can
 * overwrite each other's entry. Here the whole key of the item ends it.
 */
export function keepIndexEntriesApart(): void {
  db.createIndexKey = (item, table, keySchema) => db.createKey(item, table, keySchema) + db.createKey(item, table)
  db.updateIndexes = updateIndexes
}

function updateIndexes(store: Store, table: Table, before: Item | null, after: Item | null, done: Callback): void {
  for (const type of ['Local', 'Global'] as const) {
    for (const index of table[`${type}SecondaryIndexes`] ?? []) {
      const section = store.getIndexDb(type, table.TableName, index.IndexName)
      const [oldKey, newKey] = [entryKey(before, table, index), entryKey(after, table, index)]
      if (oldKey && oldKey !== newKey) section.del(oldKey, ignore)
      if (newKey && after) section.put(newKey, projected(after, table, index), ignore)
    }
  }
  done(null)
}

/** Writes are staged and cannot fail before they are committed together. */
function ignore(): void {}

/** Undefined for an item that lacks one of the index's keys: it has no entry. */
function entryKey(item: Item | null, table: Table, index: Index): string | undefined {
  if (!item || index.KeySchema.some(({ AttributeName }) => item[AttributeName] == null)) return undefined
  return db.createIndexKey(item, table, index.KeySchema)
}

function projected(item: Item, table: Table, { KeySchema, Projection }: Index): Item {
  if (Projection.ProjectionType === 'ALL') return item
  const keys = [...table.KeySchema, ...KeySchema].map(({ AttributeName }) => AttributeName)
  const names = new Set([...keys, ...(Projection.NonKeyAttributes ?? [])])
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)))
}
