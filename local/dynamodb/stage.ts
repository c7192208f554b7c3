import { type Callback, db, type Item, type LevelWrite, type Section, type Store, type Table } from './dynalite.ts'

/** Writes held back until all of them are known, and a store that already shows them. */
export type Stage = {
  /** What dynalite's operations are given in place of the real store. */
  store: Store
  /** Adds a write of our own; undefined deletes. `key` is the whole key in the database. */
  set(key: string, value: unknown): void
  /** The size of the items staged, as DynamoDB counts it. */
  itemBytes(): number
  /** All or nothing: one Level batch is one record in its log. */
  commit(): Promise<void>
}

export type PutListener = (table: string, key: string, item: Item, set: Stage['set']) => void

/** @param onPut Hears of every item written, to stage what goes with it. */
export function stage(store: Store, onPut: PutListener): Stage {
  const writes = new Map<string, unknown>()
  let itemBytes = 0
  const set = (key: string, value: unknown) => void writes.set(key, value)

  const sections = new Map<string, Section>()
  function section(prefix: string, original: Section, put: (key: string, value: unknown) => void): Section {
    const known = sections.get(prefix)
    if (known) return known
    const section: Section = {
      ...original,
      lock: (_key, run) => run((callback) => callback),
      get: (key, callback) => {
        if (writes.has(prefix + key)) callback(null, writes.get(prefix + key))
        else original.get(key, callback)
      },
      put: (key, value, callback) => {
        put(key, value)
        callback(null)
      },
      del: (key, callback) => {
        set(prefix + key, undefined)
        callback(null)
      },
    }
    sections.set(prefix, section)
    return section
  }

  const tables = new Map<string, Table>()
  const getTable: Store['getTable'] = (name, ...rest) => {
    const callback = rest.at(-1) as Callback<Table>
    const known = tables.get(name)
    if (known) return callback(null, known)
    return store.getTable(name, (error, table) => {
      if (table) tables.set(name, table)
      callback(error, table)
    })
  }

  const staged: Store = {
    ...store,
    getTable,
    getItemDb: (table) => {
      const prefix = itemPrefix(table)
      return section(prefix, store.getItemDb(table), (key, item) => {
        set(prefix + key, item)
        itemBytes += db.itemSize(item as Item)
        onPut(table, key, item as Item, set)
      })
    },
    getIndexDb: (type, table, index) => {
      const prefix = indexPrefix(type, table, index)
      return section(prefix, store.getIndexDb(type, table, index), (key, entry) => set(prefix + key, entry))
    },
  }
  return { store: staged, set, itemBytes: () => itemBytes, commit: () => store.db.batch(levelWrites(writes)) }
}

/** Where dynalite keeps a table's items. */
export function itemPrefix(table: string): string {
  return `item-${table}~`
}

/** Where dynalite keeps an index's entries. */
export function indexPrefix(type: string, table: string, index: string): string {
  return `index-${type.toLowerCase()}~${table}~${index}~`
}

/** An item and its whole entry in an index are the same value, which is made a text once. */
function levelWrites(writes: Map<string, unknown>): LevelWrite[] {
  const texts = new Map<unknown, string>()
  return [...writes].map(([key, value]) => {
    if (value === undefined) return { type: 'del', key }
    const text = texts.get(value) ?? JSON.stringify(value)
    texts.set(value, text)
    return { type: 'put', key, value: text, valueEncoding: 'utf8' }
  })
}
